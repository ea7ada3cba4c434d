-- Grain: one open position from one number to another, newest first. Key: id.
SELECT position_id AS id FROM search_positions WHERE listing_number BETWEEN $first AND $last ORDER BY listing_number
