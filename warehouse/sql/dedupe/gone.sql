-- Grain: one matched posting that the warehouse no longer holds. Key: listing_id.
CREATE OR REPLACE TEMP TABLE gone AS
WITH held AS (
    SELECT listing_id
    FROM stg_postings
    SEMI JOIN int_listing_states USING (listing_id)
)

SELECT int_matches.listing_id
FROM int_matches
ANTI JOIN held USING (listing_id)
