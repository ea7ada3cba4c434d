-- How long do Product Management positions stay open, by level?
-- Days from the day of posting, or else the first day seen, to the day the last posting closed. Only closings that tell
-- of the position itself count: a board that is gone says nothing about when its positions were filled.
WITH closings AS (
  SELECT
    level,
    date_diff(
      'day',
      coalesce(date_posted, (first_seen_at AT TIME ZONE 'UTC')::DATE),
      (closed_at AT TIME ZONE 'UTC')::DATE
    ) AS open_days
  FROM closed_positions
  WHERE primary_hub = 'product-management' AND close_reason IN ('absent', 'page_gone', 'source_closed', 'expired')
)
SELECT
  level,
  count(*) AS closed_count,
  median(open_days) AS median_days,
  max(open_days) AS longest_days
FROM closings
GROUP BY level
ORDER BY median_days, level
