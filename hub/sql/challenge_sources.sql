-- Grain: one record behind one challenge, listed ones first. Key: source_id, identifier.
SELECT *
FROM challenge_sources
WHERE challenge_id = $id
ORDER BY closed_at IS NOT NULL, match_reason = 'canonical' DESC, source_id, identifier
