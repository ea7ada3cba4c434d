-- Warning, on positions: no field is left empty much more often than in the last publication.
WITH shares AS (
  UNPIVOT (
    SELECT 'now' AS edition, avg((COLUMNS(* EXCLUDE (position_id)) IS NULL)::INTEGER) FROM published.positions
    UNION ALL BY NAME
    SELECT 'before' AS edition, avg((COLUMNS(* EXCLUDE (position_id)) IS NULL)::INTEGER) FROM previous.positions
  ) ON COLUMNS(* EXCLUDE (edition)) INTO NAME field VALUE null_share
)
SELECT
  field,
  round(max(null_share) FILTER (edition = 'before'), 3) AS before,
  round(max(null_share) FILTER (edition = 'now'), 3) AS now
FROM shares
GROUP BY field
HAVING max(null_share) FILTER (edition = 'now') > max(null_share) FILTER (edition = 'before') + 0.1
ORDER BY field
