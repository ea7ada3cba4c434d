-- Grain: one explaining text of one hub's page, in its order. Key: section.
SELECT section, heading, text FROM skill_hub_texts WHERE hub = $hub ORDER BY section_number
