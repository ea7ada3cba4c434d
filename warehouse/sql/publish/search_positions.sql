-- Grain: one open position, numbered newest first. Key: listing_number.
WITH hubs AS (
  SELECT position_id, list(hub ORDER BY hub) AS hubs FROM published.position_skills GROUP BY position_id
),
places AS (
  SELECT
    position_id,
    count(*) AS place_count,
    list(DISTINCT address_country ORDER BY address_country) FILTER (address_country IS NOT NULL) AS countries
  FROM published.position_locations
  GROUP BY position_id
),
numbered AS (
  SELECT
    position_id,
    row_number() OVER (
      ORDER BY coalesce(date_posted, first_seen_at::DATE) DESC, first_seen_at DESC, position_id
    ) AS listing_number
  FROM published.positions
)
SELECT
  numbered.listing_number,
  position_id,
  coalesce(positions.date_posted, positions.first_seen_at::DATE) AS posted_on,
  hubs.hubs,
  coalesce(places.place_count, 0) AS place_count,
  places.countries,
  if(
    positions.workplace_type = 'remote', coalesce(positions.applicant_location_requirements, places.countries), NULL
  ) AS remote_areas,
  positions.level,
  positions.workplace_type,
  positions.employment_type,
  positions.company_slug,
  coalesce(positions.base_salary_max, positions.base_salary_min) AS base_salary_top,
  positions.base_salary_currency,
  positions.base_salary_unit
FROM published.positions AS positions
JOIN numbered USING (position_id)
LEFT JOIN hubs USING (position_id)
LEFT JOIN places USING (position_id)
ORDER BY numbered.listing_number
