-- Grain: one open position, of one hub or of all where none is named, newest first. Key: position_id.
SELECT
  listing_number, position_id, title, company, location, address_country, workplace_type, level, place_count, date_posted,
  first_seen_at, base_salary_min, base_salary_max, base_salary_currency, base_salary_unit
FROM search_positions
WHERE $hub::VARCHAR IS NULL OR list_contains(hubs, $hub)
ORDER BY listing_number
LIMIT $most OFFSET $skipped
