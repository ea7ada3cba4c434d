-- Grain: one place of one open position. Key: position_id, location.
-- A place without a text of its own is named by its parts; the same place said twice is one place.
WITH stated AS (
  SELECT
    position_id,
    unnest(
      from_json(
        places,
        '[{"location": "VARCHAR", "address_locality": "VARCHAR", "address_region": "VARCHAR", "address_country": "VARCHAR"}]'
      )
    ) AS place
  FROM _due_positions
  WHERE closed_at IS NULL
),
named AS (
  SELECT
    position_id,
    coalesce(
      place.location,
      nullif(concat_ws(', ', place.address_locality, place.address_region, place.address_country), '')
    ) AS location,
    place.address_locality,
    place.address_region,
    place.address_country
  FROM stated
)
SELECT DISTINCT ON (position_id, location) *
FROM named
WHERE location IS NOT NULL
ORDER BY position_id, location, address_locality NULLS LAST, address_region NULLS LAST, address_country NULLS LAST
