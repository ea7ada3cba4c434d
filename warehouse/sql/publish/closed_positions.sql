-- Grain: one vacancy that is no longer listed. Key: position_id.
SELECT * FROM _due_positions WHERE closed_at IS NOT NULL
