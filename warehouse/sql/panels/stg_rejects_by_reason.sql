-- Panel, on stg_rejects: Payloads that could not be read, by reason and platform.
SELECT reason, platform, arg_max(detail, rejected_at) AS newest_example, count(*) AS payloads
FROM stg_rejects
JOIN (SELECT DISTINCT source_id, platform FROM stg_crawls) USING (source_id)
GROUP BY ALL
ORDER BY payloads DESC, reason
