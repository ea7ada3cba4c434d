-- Grain: one closed position.
SELECT * FROM closed_positions WHERE position_id = $id
