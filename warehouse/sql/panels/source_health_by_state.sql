-- Panel, on source_health: Sources by state, the same as `rolecall status` says.
SELECT state, coalesce(split_part(reason, ':', 1), '') AS reason, count(*) AS sources
FROM source_health GROUP BY ALL ORDER BY sources DESC, state, reason
