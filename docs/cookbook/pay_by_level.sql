-- What is the median pay of open Product Management positions at each level?
-- Amounts are compared within one currency and one unit of time only, and never converted. A range counts with its
-- middle; read a median beside how many positions it rests on.
WITH paid AS (
  SELECT
    level,
    base_salary_currency AS currency,
    base_salary_unit AS unit,
    coalesce(base_salary_min, base_salary_max) AS low,
    coalesce(base_salary_max, base_salary_min) AS high
  FROM product_management_positions
  WHERE base_salary_currency IS NOT NULL
)
SELECT
  paid.level,
  currency,
  unit,
  count(*) AS position_count,
  round(median((low + high) / 2)) AS median_pay,
  min(low) AS lowest,
  max(high) AS highest
FROM paid
LEFT JOIN skill_hub_levels AS ladder ON ladder.hub = 'product-management' AND ladder.level = paid.level
WHERE low IS NOT NULL
GROUP BY paid.level, ladder.level_number, currency, unit
ORDER BY currency, unit, ladder.level_number NULLS LAST
