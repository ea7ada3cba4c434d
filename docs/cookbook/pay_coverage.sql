-- How many open positions say what they pay, by country?
-- Null pay means that the source did not say, not that it is unpaid.
SELECT
  coalesce(countries.name, 'not stated') AS country,
  count(*) AS open_count,
  count(coalesce(base_salary_min, base_salary_max)) AS with_pay_count,
  round(100.0 * with_pay_count / open_count, 1) AS with_pay_percent
FROM positions
LEFT JOIN countries ON countries.country = positions.address_country
GROUP BY ALL
ORDER BY open_count DESC, country
