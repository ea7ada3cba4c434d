-- Panel, on challenges: Challenges by status and kind.
SELECT status, kind, count(*) AS challenges FROM challenges GROUP BY ALL ORDER BY challenges DESC, status
