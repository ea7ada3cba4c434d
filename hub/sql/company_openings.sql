-- Grain: one open position of one company, newest first. Key: position_id.
WITH shown AS (
  SELECT
    position_id, title, company, location, workplace_type, level, date_posted, first_seen_at,
    base_salary_min, base_salary_max, base_salary_currency, base_salary_unit,
    coalesce(date_posted, first_seen_at::DATE) AS newest
  FROM positions
  WHERE company_slug = $slug
  ORDER BY newest DESC, first_seen_at DESC, position_id
  LIMIT $most
)
SELECT shown.*, count(places.position_id) AS place_count
FROM shown
LEFT JOIN position_locations AS places USING (position_id)
GROUP BY ALL
ORDER BY newest DESC, first_seen_at DESC, position_id
