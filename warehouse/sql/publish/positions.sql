-- Grain: one open vacancy. Key: position_id.
SELECT * FROM _all_positions WHERE closed_at IS NULL
