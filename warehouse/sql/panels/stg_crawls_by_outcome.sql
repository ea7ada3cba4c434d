-- Panel, on stg_crawls: How the crawls of the last run ended.
SELECT outcome, coalesce(reason, '') AS reason, count(*) AS boards
FROM stg_crawls
WHERE run_id = (SELECT arg_max(run_id, crawl_seq) FROM stg_crawls)
GROUP BY ALL ORDER BY boards DESC, outcome
