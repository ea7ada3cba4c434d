-- Grain: one challenge on offer, newest first. Key: id.
SELECT challenge_id AS id FROM search_challenges ORDER BY listing_number LIMIT $most
