-- Chart, on positions: Open positions by the day they were posted, the last 60 days that brought one.
FROM (
  SELECT date_posted AS day, count(*) AS positions
  FROM positions WHERE date_posted IS NOT NULL AND date_posted <= (SELECT published_at::DATE FROM publication)
  GROUP BY day ORDER BY day DESC LIMIT 60
) ORDER BY day
