-- Grain: one hub that a challenge belongs to, by its canonical record. Key: challenge_id, hub.
SELECT challenges.challenge_id, hubs.*
FROM published.challenges AS challenges
JOIN _listings AS listings ON listings.published_id = challenges.challenge_id
JOIN _listing_hubs AS hubs ON hubs.listing_id = listings.listing_id
