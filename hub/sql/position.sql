-- Grain: one open position.
SELECT * FROM positions WHERE position_id = $id
