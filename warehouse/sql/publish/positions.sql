-- Grain: one open vacancy. Key: position_id.
SELECT * FROM _due_positions WHERE closed_at IS NULL
