-- Grain: one matched posting that the warehouse no longer holds. Key: listing_id.
CREATE OR REPLACE TEMP TABLE gone AS
SELECT listing_id
FROM noticed
WHERE content_hash IS NULL
