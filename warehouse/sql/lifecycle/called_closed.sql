-- Grain: one listing that a believed crawl of the round says is closed, and does not list all the same. Key: listing_id.
CREATE OR REPLACE TEMP TABLE called_closed AS
SELECT closure.listing_id, closure.reason, closure.stated
FROM crawl_round AS crawl
JOIN stg_closures AS closure USING (crawl_seq)
ANTI JOIN stg_sightings AS sighting ON sighting.crawl_seq = crawl.crawl_seq AND sighting.listing_id = closure.listing_id
WHERE crawl.is_believed
