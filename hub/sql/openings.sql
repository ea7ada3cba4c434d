-- Grain: one open position, of one hub or of all where none is named, newest first. Key: position_id.
WITH shown AS (
  SELECT listing_number, position_id, place_count
  FROM search_positions
  WHERE $hub::VARCHAR IS NULL OR list_contains(hubs, $hub)
  ORDER BY listing_number
  LIMIT $most OFFSET $skipped
)
SELECT positions.* EXCLUDE (description_html, description_text), shown.place_count
FROM shown
JOIN positions USING (position_id)
ORDER BY shown.listing_number
