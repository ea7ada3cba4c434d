-- Grain: one posting that is new or no longer says what it said when it was last matched. Key: listing_id.
-- So is one seen again that was last seen long before a neighbour came: the two may now be one.
-- Another DuckDB may hash otherwise: everything is then matched again, once.
CREATE OR REPLACE TEMP TABLE changed AS
WITH held AS (
    SELECT
        listing_id,
        hash(($version, stg_postings.source_id, title, company, location, apply_url, requisition_id, language,
            payload_hash, reader_version, state.first_seen_at))::VARCHAR AS content_hash
    FROM stg_postings
    JOIN int_listing_states AS state USING (listing_id)
)

SELECT held.listing_id, held.content_hash
FROM held
LEFT JOIN int_matches AS known USING (listing_id)
WHERE held.content_hash IS DISTINCT FROM known.content_hash
UNION
SELECT held.listing_id, held.content_hash
FROM held
JOIN int_match_gaps AS gap USING (listing_id)
JOIN int_listing_states AS state USING (listing_id)
WHERE state.last_seen_at <> gap.last_seen_at
