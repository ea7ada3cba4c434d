-- Panel, on stg_postings: Postings as last read, by platform.
SELECT platform, count(DISTINCT source_id) AS boards, count(*) AS postings
FROM stg_postings GROUP BY platform ORDER BY postings DESC, platform
