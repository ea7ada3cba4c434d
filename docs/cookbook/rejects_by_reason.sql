-- Which payloads could not be read, by platform and reason, and what does one look like?
SELECT
  split_part(source_id, ':', 1) AS platform,
  split_part(reason, ':', 1) AS why,
  count(*) AS reject_count,
  count(DISTINCT source_id) AS source_count,
  arg_max(source_id, rejected_at) AS latest_source,
  arg_max(payload_excerpt, rejected_at) AS latest_payload
FROM rejects
GROUP BY platform, why
ORDER BY reject_count DESC, platform, why
