-- One publication row, whose counts are those of the tables.
SELECT 'publication has ' || count(*) || ' rows' FROM published.publication HAVING count(*) <> 1
UNION ALL
SELECT 'publication counts ' || position_count || ' positions'
FROM published.publication
WHERE position_count <> (SELECT count(*) FROM published.positions)
UNION ALL
SELECT 'publication counts ' || challenge_count || ' challenges'
FROM published.publication
WHERE challenge_count <> (SELECT count(*) FROM published.challenges WHERE status <> 'closed')
