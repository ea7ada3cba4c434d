-- Which other skills do open Product Management positions belong to as well?
SELECT
  skill_hubs.name AS skill,
  count(*) AS position_count,
  round(avg(others.score), 2) AS average_score
FROM position_skills AS mine
JOIN position_skills AS others ON others.position_id = mine.position_id AND others.hub <> mine.hub
JOIN skill_hubs ON skill_hubs.hub = others.hub
WHERE mine.hub = 'product-management'
GROUP BY skill
ORDER BY position_count DESC, skill
