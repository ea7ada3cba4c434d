-- Grain: one pay range of one open position. Key: position_id, range_number.
WITH stated AS (
  SELECT
    position_id,
    from_json(
      salaries,
      '[{"minimum": "DECIMAL(14,2)", "maximum": "DECIMAL(14,2)", "currency": "VARCHAR", "unit": "VARCHAR",
         "place": "VARCHAR", "text": "VARCHAR"}]'
    ) AS ranges
  FROM _due_positions
  WHERE closed_at IS NULL
),
numbered AS (
  SELECT position_id, unnest(ranges) AS pay, generate_subscripts(ranges, 1) AS range_number FROM stated
)
SELECT
  position_id,
  range_number,
  pay.place AS location,
  pay.minimum AS base_salary_min,
  pay.maximum AS base_salary_max,
  pay.currency AS base_salary_currency,
  pay.unit AS base_salary_unit,
  pay.text AS base_salary_text
FROM numbered
