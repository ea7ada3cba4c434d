-- Panel, on stg_challenges: Challenges as last read, by platform.
SELECT platform, count(DISTINCT source_id) AS boards, count(*) AS challenges
FROM stg_challenges GROUP BY platform ORDER BY challenges DESC, platform
