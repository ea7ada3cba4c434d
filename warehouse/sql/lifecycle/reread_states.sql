-- Listings read again by newer code: their facts are taken over silently, since nothing changed at the source.
UPDATE int_listing_states
SET facts = reread.facts
FROM stg_sightings AS reread
WHERE reread.crawl_seq = 0 AND reread.listing_id = int_listing_states.listing_id
