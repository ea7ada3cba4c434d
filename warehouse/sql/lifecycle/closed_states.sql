-- Listings closed in the round.
UPDATE int_listing_states
SET closed_at = closing.closed_at, close_reason = closing.close_reason
FROM closing
WHERE closing.listing_id = int_listing_states.listing_id
