-- Grain: one closed position of one company, last closed first. Key: position_id.
SELECT position_id, title, location, address_country, closed_at, close_reason
FROM closed_positions
WHERE company_slug = $slug
ORDER BY closed_at DESC, position_id
LIMIT $most
