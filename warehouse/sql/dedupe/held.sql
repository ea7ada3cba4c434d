-- Grain: one published listing as it last stood whose records are touched. Key: published_id.
CREATE OR REPLACE TEMP TABLE held AS
WITH stale AS (
    SELECT DISTINCT published_id
    FROM int_members
    SEMI JOIN touched USING (listing_id)
)

SELECT *
FROM int_published_states
SEMI JOIN stale USING (published_id)
