-- Grain: one matched posting that the warehouse no longer holds. Key: listing_id.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT int_matches.listing_id
FROM int_matches
ANTI JOIN stg_postings USING (listing_id)
