-- Grain: one posting that the matcher must look at: new, saying something else than when it was last matched, or held no
-- longer by the warehouse (its content_hash is then null). Key: listing_id.
-- Another DuckDB may hash otherwise: everything is then matched again, once.
CREATE OR REPLACE TEMP TABLE noticed AS
WITH held AS (
    SELECT
        listing_id,
        hash(($version, stg_postings.source_id, title, company, location, apply_url, requisition_id, language,
            payload_hash, reader_version, state.first_seen_at))::VARCHAR AS content_hash
    FROM stg_postings
    JOIN int_listing_states AS state USING (listing_id)
)

SELECT listing_id, held.content_hash
FROM held
FULL JOIN int_matches AS known USING (listing_id)
WHERE held.content_hash IS DISTINCT FROM known.content_hash
