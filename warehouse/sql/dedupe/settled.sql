-- Grain: one touched listing: the hash of its state, and whether it has no text of its own. Key: listing_id.
-- Texts are looked at where a listing changed only, and by row: unpacking all of them costs more than the whole step.
CREATE OR REPLACE TEMP TABLE settled AS
WITH known AS (
    SELECT listing_id, is_bare
    FROM int_member_states
    ANTI JOIN changed USING (listing_id)
),

unread AS (
    SELECT listing_id
    FROM touched
    ANTI JOIN known USING (listing_id)
),

places AS MATERIALIZED (
    SELECT stg_postings.rowid AS place
    FROM stg_postings
    SEMI JOIN unread USING (listing_id)
),

read AS (
    SELECT listing_id, description_text IS NULL AS is_bare
    FROM stg_postings
    JOIN places ON places.place = stg_postings.rowid
    UNION ALL
    SELECT listing_id, description_text IS NULL AS is_bare
    FROM stg_challenges
)

SELECT
    listing_id,
    hash((facts, first_seen_at, closed_at, close_reason))::VARCHAR AS state_hash,
    coalesce(read.is_bare, known.is_bare, true) AS is_bare
FROM touched
JOIN int_listing_states USING (listing_id)
LEFT JOIN known USING (listing_id)
LEFT JOIN read USING (listing_id)
