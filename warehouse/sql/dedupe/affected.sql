-- Grain: one record whose neighbourhood a change touches, to be matched again. Key: listing_id.
-- The number orders the records by their id.
CREATE OR REPLACE TEMP TABLE affected AS
WITH held AS (
    SELECT DISTINCT match_key
    FROM int_meeting_keys
    SEMI JOIN changed USING (listing_id)
),

touching AS (
    SELECT match_key FROM held
    UNION
    SELECT pair.close_key FROM int_close_titles AS pair JOIN held ON held.match_key = pair.title_key
    UNION
    SELECT pair.title_key FROM int_close_titles AS pair JOIN held ON held.match_key = pair.close_key
),

reached AS (
    SELECT listing_id FROM int_meeting_keys SEMI JOIN touching USING (match_key)
    UNION
    SELECT listing_id FROM changed
    UNION
    SELECT listing_id FROM gone
),

touched AS (
    SELECT DISTINCT neighbourhood
    FROM int_matches
    SEMI JOIN reached USING (listing_id)
),

together AS (
    SELECT listing_id
    FROM int_matches
    SEMI JOIN touched USING (neighbourhood)
    ANTI JOIN gone USING (listing_id)
    UNION
    SELECT listing_id FROM changed
)

SELECT listing_id, row_number() OVER (ORDER BY listing_id) - 1 AS number
FROM together
