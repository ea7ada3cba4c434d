-- Grain: one section of one hub's page, with the hub's name. Key: section.
SELECT sections.*, hubs.name
FROM hub_sections AS sections
JOIN skill_hubs AS hubs USING (hub)
WHERE sections.hub = $hub
