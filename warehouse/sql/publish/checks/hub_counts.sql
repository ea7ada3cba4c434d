-- A hub counts what its listings say, and nothing belongs to a hub that is not published.
WITH counted AS (
  SELECT hub, count(*) AS position_count, 0 AS challenge_count
  FROM published.position_skills
  GROUP BY hub
  UNION ALL
  SELECT hub, 0, count(*) FILTER (challenge_id IN (SELECT challenge_id FROM published.challenges WHERE status <> 'closed'))
  FROM published.challenge_skills
  GROUP BY hub
),
by_hub AS (
  SELECT hub, sum(position_count) AS position_count, sum(challenge_count) AS challenge_count FROM counted GROUP BY hub
)
SELECT
  CASE
    WHEN hubs.hub IS NULL THEN 'listings belong to ' || by_hub.hub || ', which is not a hub'
    ELSE 'hub ' || hubs.hub || ' counts other listings than it has'
  END
FROM published.skill_hubs AS hubs
FULL JOIN by_hub ON by_hub.hub = hubs.hub
WHERE hubs.hub IS NULL
  OR hubs.position_count <> coalesce(by_hub.position_count, 0)
  OR hubs.challenge_count <> coalesce(by_hub.challenge_count, 0)
