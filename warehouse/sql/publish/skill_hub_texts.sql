-- Grain: one explaining text of one hub's page. Key: hub, section.
WITH texts AS (
  SELECT hub, 'definition' AS section, 1 AS section_number, concat('What is ', name, '?') AS heading, definition AS text
  FROM _hub_texts
  UNION ALL
  SELECT hub, 'why_it_matters', 2, concat('Why ', name, ' matters for your career'), why_it_matters FROM _hub_texts
  UNION ALL
  SELECT hub, 'career_paths', 3, concat('Career paths using ', name), career_paths FROM _hub_texts
  UNION ALL
  SELECT hub, 'practice', 4, concat('Practice ', name, ' with real-world challenges'), practice FROM _hub_texts
)
SELECT hub, section, section_number, heading, text
FROM texts
WHERE text IS NOT NULL
ORDER BY hub, section_number
