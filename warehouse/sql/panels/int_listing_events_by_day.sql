-- Chart, on int_listing_events: Postings opened and closed, by day.
SELECT
  occurred_at::DATE AS day,
  count(*) FILTER (event IN ('opened', 'reopened')) AS opened,
  count(*) FILTER (event = 'closed') AS closed
FROM int_listing_events
WHERE listing_kind = 'posting'
  AND occurred_at > (SELECT max(occurred_at) FROM int_listing_events) - INTERVAL 60 DAY
GROUP BY day ORDER BY day
