-- Grain: one open position of those numbered, as a card shows it. Key: listing_number.
SELECT
  listing_number, position_id, title, company, location, address_country, workplace_type, level, place_count, date_posted,
  first_seen_at, base_salary_min, base_salary_max, base_salary_currency, base_salary_unit
FROM search_positions
WHERE listing_number IN (SELECT unnest($numbers::JSON::INTEGER[]))
