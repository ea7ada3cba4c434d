-- Grain: one posting that is new or no longer says what it said when it was last matched. Key: listing_id.
-- Another DuckDB may hash otherwise: everything is then matched again, once.
CREATE OR REPLACE TEMP TABLE changed AS
WITH held AS (
    SELECT
        listing_id,
        hash(($version, source_id, title, company, location, apply_url, requisition_id, language, payload_hash,
            reader_version))::VARCHAR AS content_hash
    FROM stg_postings
    SEMI JOIN int_listing_states USING (listing_id)
)

SELECT held.listing_id, held.content_hash
FROM held
LEFT JOIN int_matches AS known USING (listing_id)
WHERE held.content_hash IS DISTINCT FROM known.content_hash
