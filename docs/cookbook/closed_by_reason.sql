-- Why did positions close, month by month?
SELECT
  strftime(closed_at AT TIME ZONE 'UTC', '%Y-%m') AS month,
  coalesce(close_reason, 'not known') AS reason,
  count(*) AS closed_count
FROM closed_positions
GROUP BY month, reason
ORDER BY month, closed_count DESC, reason
