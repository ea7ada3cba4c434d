-- Grain: one challenge on offer, of one hub or of all where none is named, newest first. Key: challenge_id.
WITH shown AS (
  SELECT listing_number, challenge_id
  FROM search_challenges
  WHERE $hub::VARCHAR IS NULL OR list_contains(hubs, $hub)
  ORDER BY listing_number
  LIMIT $most OFFSET $skipped
)
SELECT challenges.* EXCLUDE (description_html, description_text)
FROM shown
JOIN challenges USING (challenge_id)
ORDER BY shown.listing_number
