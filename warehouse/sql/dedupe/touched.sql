-- Grain: one listing whose position or challenge must be put together again: it was matched again, its state is not
-- what it was, or it shares a published listing with such a one. Challenges always are: they are few. Key: listing_id.
CREATE OR REPLACE TEMP TABLE touched AS
WITH seeds AS (
    SELECT state.listing_id
    FROM int_listing_states AS state
    LEFT JOIN int_member_states AS known USING (listing_id)
    WHERE
        known.state_hash IS DISTINCT FROM
        hash((facts, first_seen_at, closed_at, close_reason))::VARCHAR
    UNION
    SELECT listing_id FROM affected
    UNION
    SELECT listing_id FROM gone
    UNION
    SELECT listing_id FROM int_listing_states WHERE listing_kind = 'challenge'
    UNION
    SELECT listing_id FROM int_members WHERE listing_kind = 'challenge'
),

stale AS (
    SELECT DISTINCT published_id
    FROM int_members
    SEMI JOIN seeds USING (listing_id)
)

SELECT listing_id
FROM int_members
SEMI JOIN stale USING (published_id)
UNION
SELECT listing_id FROM seeds
