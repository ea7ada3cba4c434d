-- Grain: one hub, by name. Key: hub.
SELECT * FROM skill_hubs ORDER BY lower(name), hub
