-- Grain: one hub that one position belongs to, the primary one first. Key: hub.
SELECT skills.*, hubs.name
FROM position_skills AS skills
JOIN skill_hubs AS hubs USING (hub)
WHERE skills.position_id = $id
ORDER BY skills.is_primary DESC, skills.score DESC, hubs.name
