-- Grain: one posting that is new or no longer says what it said when it was last matched. Key: listing_id.
-- So is one seen again that was last seen long before a neighbour came: the two may now be one.
CREATE OR REPLACE TEMP TABLE changed AS
SELECT listing_id, content_hash
FROM noticed
WHERE content_hash IS NOT NULL
UNION ALL
SELECT listing_id, known.content_hash
FROM int_match_gaps AS gap
JOIN int_listing_states AS state USING (listing_id)
JOIN int_matches AS known USING (listing_id)
ANTI JOIN noticed USING (listing_id)
WHERE state.last_seen_at <> gap.last_seen_at
