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
dated AS (
  SELECT *, coalesce(date_posted, first_seen_at::DATE) AS posted_on FROM published.positions
)
SELECT
  row_number() OVER (ORDER BY posted_on DESC, first_seen_at DESC, position_id) AS listing_number,
  position_id,
  dated.title,
  dated.company,
  dated.company_slug,
  dated.location,
  dated.date_posted,
  dated.first_seen_at,
  dated.posted_on,
  hubs.hubs,
  coalesce(places.place_count, 0) AS place_count,
  places.countries,
  if(
    dated.workplace_type = 'remote', coalesce(dated.applicant_location_requirements, places.countries), NULL
  ) AS remote_areas,
  dated.level,
  dated.workplace_type,
  dated.employment_type,
  dated.base_salary_min,
  dated.base_salary_max,
  dated.base_salary_currency,
  dated.base_salary_unit,
  dated.company_domain,
  dated.department,
  dated.requisition_id,
  dated.address_locality,
  dated.address_region,
  dated.address_country,
  dated.applicant_location_requirements,
  dated.language,
  dated.apply_url,
  dated.attribution,
  dated.valid_through,
  dated.last_seen_at,
  dated.source_count,
  dated.primary_hub
FROM dated
LEFT JOIN hubs USING (position_id)
LEFT JOIN places USING (position_id)
ORDER BY listing_number
