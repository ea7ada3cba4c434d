-- Which skill pages have nothing to show, and what do they say instead?
SELECT skill_hubs.name AS skill, sections.section, sections.heading, sections.message, sections.browse_path
FROM hub_sections AS sections
JOIN skill_hubs USING (hub)
WHERE sections.state = 'empty'
ORDER BY skill, sections.section
