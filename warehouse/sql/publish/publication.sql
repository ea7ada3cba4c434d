-- Grain: this file, one row.
SELECT
  $contract_version AS contract_version,
  $publication_id AS publication_id,
  $run_id AS run_id,
  $as_of AS published_at,
  (SELECT count(*) FROM published.positions) AS position_count,
  (SELECT count(*) FROM published.challenges WHERE status IN ('upcoming', 'open', 'evergreen')) AS challenge_count
