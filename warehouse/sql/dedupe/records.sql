-- Grain: one posting of one source, open or closed, as the matcher reads it. Key: id.
CREATE OR REPLACE TEMP VIEW records AS
SELECT
    listing_id AS id,
    source_id AS source,
    title,
    company,
    location,
    description_text AS description,
    apply_url AS url,
    date_posted::VARCHAR AS posted,
    requisition_id,
    language
FROM stg_postings
SEMI JOIN int_listing_states USING (listing_id)
