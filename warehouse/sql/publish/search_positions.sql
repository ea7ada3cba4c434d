-- Grain: one open position, numbered newest first. Key: listing_number.
-- Numbered by itself, in few columns: so the rows as they are published are sorted once, by one number.
WITH hubs AS (
  SELECT position_id, list_sort(list(hub)) AS hubs FROM published.position_skills GROUP BY position_id
),
places AS (
  SELECT
    position_id,
    count(*) AS place_count,
    list_sort(list_distinct(list(address_country) FILTER (address_country IS NOT NULL))) AS countries
  FROM published.position_locations
  GROUP BY position_id
),
dated AS (
  SELECT *, rowid AS place, coalesce(date_posted, first_seen_at::DATE) AS posted_on FROM published.positions
),
numbers AS MATERIALIZED (
  SELECT place, row_number() OVER (ORDER BY posted_on DESC, first_seen_at DESC, position_id) AS listing_number FROM dated
)
SELECT
  numbers.listing_number,
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
JOIN numbers USING (place)
LEFT JOIN hubs USING (position_id)
LEFT JOIN places USING (position_id)
ORDER BY listing_number
