-- Grain: one record behind one position, listed ones first. Key: source_id, identifier.
SELECT *
FROM position_sources
WHERE position_id = $id
ORDER BY closed_at IS NOT NULL, match_reason = 'canonical' DESC, source_id, identifier
