-- Panel, on positions: Open positions by hub; one may belong to several.
SELECT name AS hub, hiring_company_count AS companies, position_count AS positions
FROM skill_hubs ORDER BY positions DESC, hub
