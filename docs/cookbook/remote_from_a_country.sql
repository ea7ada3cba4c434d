-- Which remote Product Management positions are open to people in Germany?
-- Either it names the country or a region that it lies in ("DACH", "Europe"); or it names none, and then the countries
-- of its places decide. Where nothing is said at all, `says_where` is false: ask before you apply.
WITH asked AS (
  SELECT areas FROM countries WHERE name = 'Germany'
)
SELECT
  title,
  company,
  remote_areas IS NOT NULL AS says_where,
  array_to_string(remote_areas, ', ') AS open_to,
  apply_url
FROM search_positions, asked
WHERE workplace_type = 'remote'
  AND list_contains(hubs, 'product-management')
  AND (remote_areas IS NULL OR list_has_any(remote_areas, areas))
ORDER BY says_where DESC, listing_number
