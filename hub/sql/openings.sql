-- Grain: one open position, of one hub or of all where none is named, newest first. Key: position_id.
SELECT * EXCLUDE (hubs, countries, remote_areas)
FROM search_positions
WHERE $hub::VARCHAR IS NULL OR list_contains(hubs, $hub)
ORDER BY listing_number
LIMIT $most OFFSET $skipped
