-- Warning, on positions: no platform has stopped filling a field that it filled.
WITH canonical AS (
  SELECT position_id, any_value(platform) AS platform
  FROM published.position_sources
  JOIN published.source_health USING (source_id)
  WHERE match_reason = 'canonical'
  GROUP BY position_id
),
canonical_before AS (
  SELECT position_id, any_value(platform) AS platform
  FROM previous.position_sources
  JOIN previous.source_health USING (source_id)
  WHERE match_reason = 'canonical'
  GROUP BY position_id
),
shares AS (
  UNPIVOT (
    SELECT 'now' AS edition, platform, count(*)::DOUBLE AS position_count,
      avg((COLUMNS(positions.* EXCLUDE (position_id)) IS NOT NULL)::INTEGER)
    FROM published.positions AS positions JOIN canonical USING (position_id) GROUP BY platform
    UNION ALL BY NAME
    SELECT 'before' AS edition, platform, count(*)::DOUBLE AS position_count,
      avg((COLUMNS(positions.* EXCLUDE (position_id)) IS NOT NULL)::INTEGER)
    FROM previous.positions AS positions JOIN canonical_before USING (position_id) GROUP BY platform
  ) ON COLUMNS(* EXCLUDE (edition, platform, position_count)) INTO NAME field VALUE fill_share
)
SELECT
  platform,
  field,
  round(max(fill_share) FILTER (edition = 'before'), 3) AS before,
  round(max(fill_share) FILTER (edition = 'now'), 3) AS now
FROM shares
GROUP BY platform, field
HAVING min(position_count) >= 20 AND count(DISTINCT edition) = 2
  AND max(fill_share) FILTER (edition = 'now') < max(fill_share) FILTER (edition = 'before') - 0.25
ORDER BY platform, field
