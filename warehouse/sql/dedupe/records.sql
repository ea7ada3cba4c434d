-- Grain: one posting of one source, open or closed, as the matcher reads it. Key: id.
CREATE OR REPLACE TEMP VIEW records AS
SELECT
    listing_id AS id,
    stg_postings.source_id AS source,
    title,
    company,
    location,
    description_text AS description,
    apply_url AS url,
    date_posted::VARCHAR AS posted,
    requisition_id,
    language,
    epoch(state.first_seen_at)::BIGINT AS first_seen,
    epoch(state.last_seen_at)::BIGINT AS last_seen
FROM stg_postings
JOIN int_listing_states AS state USING (listing_id)
