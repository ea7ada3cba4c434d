-- Grain: one record to be matched where none was before. Key: listing_id.
CREATE OR REPLACE TEMP TABLE affected AS
SELECT listing_id, row_number() OVER (ORDER BY listing_id) - 1 AS number
FROM changed
