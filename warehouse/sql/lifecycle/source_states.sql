-- Grain: one source with crawls to fold, as last remembered. Key: source_id.
SELECT source_id, counted_at, complete_count, suspect_crawl_id, suspect_at, suspect_count, gone_count, gone_since_at
FROM int_source_states
WHERE source_id IN (SELECT source_id FROM stg_crawls WHERE NOT is_folded)
