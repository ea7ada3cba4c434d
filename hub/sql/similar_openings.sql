-- Grain: one open position like a closed one: of its main hub, or else of its employer; most alike first. Key: position_id.
WITH alike AS (
  SELECT
    position_id,
    coalesce(level = $level AND level != 'none', false)::INTEGER * 2 + (company_slug = $company_slug)::INTEGER * 2
    + coalesce(address_country = $address_country, false)::INTEGER AS likeness,
    coalesce(date_posted, first_seen_at::DATE) AS newest
  FROM positions
  WHERE if($primary_hub::VARCHAR IS NULL, company_slug = $company_slug, primary_hub = $primary_hub)
  ORDER BY likeness DESC, newest DESC, position_id
  LIMIT $most
)
SELECT
  position_id, title, company, location, address_country, workplace_type, level, date_posted, first_seen_at,
  base_salary_min, base_salary_max, base_salary_currency, base_salary_unit,
  (SELECT count(*) FROM position_locations AS places WHERE places.position_id = alike.position_id) AS place_count
FROM alike
JOIN positions USING (position_id)
ORDER BY likeness DESC, newest DESC, position_id
