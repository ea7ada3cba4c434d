-- Which open positions had closed before and came back, and how long were they away?
WITH turns AS (
  SELECT
    listing_id AS position_id,
    event,
    occurred_at,
    lag(event) OVER turn AS event_before,
    lag(occurred_at) OVER turn AS occurred_before
  FROM listing_events
  WHERE listing_kind = 'position' AND event IN ('opened', 'closed', 'reopened')
  WINDOW turn AS (PARTITION BY listing_id ORDER BY occurred_at, event)
)
SELECT
  positions.title,
  positions.company,
  count(*) AS came_back_count,
  max(date_diff('day', occurred_before, occurred_at)) AS longest_away_days,
  max(occurred_at) AS last_came_back_at
FROM turns
JOIN positions USING (position_id)
WHERE event = 'reopened' AND event_before = 'closed'
GROUP BY positions.position_id, positions.title, positions.company
ORDER BY last_came_back_at DESC, positions.position_id
