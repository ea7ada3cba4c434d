-- Grain: one version of one payload that could not be read, newest first. No key: a log.
SELECT source_id, rejected_at, reason || ': ' || detail AS reason, left(payload_excerpt, 500) AS payload_excerpt
FROM stg_rejects
ORDER BY rejected_at DESC, source_id, payload_hash
