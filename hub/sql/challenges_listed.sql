-- Grain: one challenge of those numbered, without its texts. Key: listing_number.
SELECT challenges.* EXCLUDE (description_html, description_text), search_challenges.listing_number
FROM search_challenges
JOIN challenges USING (challenge_id)
WHERE search_challenges.listing_number IN (SELECT unnest($numbers::JSON::INTEGER[]))
