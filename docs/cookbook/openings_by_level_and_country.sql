-- How many Product Management positions are open now, at which level and in which country?
-- A position counts once, in the country of its first place; `position_locations` has every place.
SELECT
  ladder.level_number,
  positions.level,
  coalesce(countries.name, 'not stated') AS country,
  count(*) AS open_count
FROM product_management_positions AS positions
LEFT JOIN skill_hub_levels AS ladder ON ladder.hub = 'product-management' AND ladder.level = positions.level
LEFT JOIN countries ON countries.country = positions.address_country
GROUP BY ALL
ORDER BY ladder.level_number NULLS LAST, open_count DESC, country
