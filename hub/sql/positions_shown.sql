-- Grain: one open position of those numbered, as a card shows it. Key: listing_number.
SELECT * EXCLUDE (hubs, countries, remote_areas)
FROM search_positions
WHERE listing_number IN (SELECT unnest($numbers::JSON::INTEGER[]))
