-- Grain: one level of one hub's ladder. Key: hub, level.
WITH ladders AS (
  SELECT hub, unnest(levels) AS level, unnest(range(1, len(levels) + 1)) AS level_number FROM _hub_texts
),
counts AS (
  SELECT skills.hub, positions.level, count(*) AS position_count
  FROM published.position_skills AS skills
  JOIN published.positions AS positions USING (position_id)
  GROUP BY skills.hub, positions.level
)
SELECT
  hub,
  level,
  level_number,
  coalesce(position_count, 0) AS position_count,
  concat('/openings?hub=', hub, '&level=', level) AS browse_path
FROM ladders
LEFT JOIN counts USING (hub, level)
ORDER BY hub, level_number
