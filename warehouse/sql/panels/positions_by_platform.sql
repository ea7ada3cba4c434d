-- Panel, on positions: Open positions by the platform of their canonical posting.
SELECT platform, count(DISTINCT position_id) AS positions
FROM positions
JOIN (SELECT position_id, source_id FROM position_sources WHERE match_reason = 'canonical') USING (position_id)
JOIN source_health USING (source_id)
GROUP BY platform ORDER BY positions DESC, platform
