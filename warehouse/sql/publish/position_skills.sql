-- Grain: one hub that an open position belongs to, by its canonical posting. Key: position_id, hub.
SELECT positions.position_id, hubs.*
FROM published.positions AS positions
SEMI JOIN _due USING (position_id)
JOIN _listings AS listings ON listings.published_id = positions.position_id
JOIN _listing_hubs AS hubs ON hubs.listing_id = listings.listing_id
