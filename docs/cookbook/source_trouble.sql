-- Which sources are not healthy or list nothing, why, and since when?
-- The reason begins with a word of a closed list, then says what was seen. Null of a source that lists nothing: it
-- answered in full, and its list was empty.
SELECT source_id, state, posting_count, reject_count, consecutive_failures, reason, since_at, last_success_at
FROM source_health
WHERE state <> 'healthy' OR coalesce(posting_count, 0) = 0
ORDER BY list_position(['failing', 'suspect', 'healthy', 'retired'], state), source_id
