-- Grain: one pay range of one open position, in the order stated. Key: range_number.
SELECT * FROM position_salaries WHERE position_id = $id ORDER BY range_number
