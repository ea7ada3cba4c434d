-- Which challenges close within the next seven days?
-- Days count from the publication. Where a source states no deadline to enter, the last day stands for it.
WITH clock AS (
  SELECT (published_at AT TIME ZONE 'UTC')::DATE AS today FROM publication
)
SELECT
  coalesce(application_deadline, end_date) AS closes_on,
  name,
  organizer,
  prize_text,
  url
FROM challenges, clock
WHERE status IN ('upcoming', 'open') AND closes_on BETWEEN today AND today + 7
ORDER BY closes_on, name
