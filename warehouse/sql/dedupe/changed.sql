-- Grain: one posting that is new or no longer says what it said when it was last matched. Key: listing_id.
CREATE OR REPLACE TEMP TABLE changed AS
WITH held AS (
    SELECT
        listing_id,
        md5(concat_ws(chr(31), $version, source_id, title, company, location, apply_url, requisition_id, language,
            payload_hash, reader_version)) AS content_hash
    FROM stg_postings
    SEMI JOIN int_listing_states USING (listing_id)
)

SELECT held.listing_id, held.content_hash
FROM held
LEFT JOIN int_matches AS known USING (listing_id)
WHERE held.content_hash IS DISTINCT FROM known.content_hash
