-- Of the postings that each platform lists now, how many repeat a position that is shown from another posting?
SELECT
  split_part(source_id, ':', 1) AS platform,
  count(*) AS posting_count,
  count_if(match_reason <> 'canonical') AS duplicate_count,
  round(100.0 * duplicate_count / posting_count, 1) AS duplicate_percent
FROM position_sources
WHERE closed_at IS NULL
GROUP BY platform
ORDER BY duplicate_count DESC, platform
