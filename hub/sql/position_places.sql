-- Grain: one place of one open position. Key: location.
SELECT * FROM position_locations WHERE position_id = $id ORDER BY location
