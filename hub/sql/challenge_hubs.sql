-- Grain: one hub that one challenge belongs to, the primary one first. Key: hub.
SELECT skills.*, hubs.name
FROM challenge_skills AS skills
JOIN skill_hubs AS hubs USING (hub)
WHERE skills.challenge_id = $id
ORDER BY skills.is_primary DESC, skills.score DESC, hubs.name
