-- Grain: one posting never seen before.
INSERT INTO int_listing_events BY NAME
SELECT
    'posting' AS listing_kind,
    sighting.listing_id,
    crawl.source_id,
    sighting.identifier,
    'opened' AS event,
    crawl.crawled_at AS occurred_at,
    'first_seen' AS reason,
    to_json([{'rule': 'first seen in crawl', 'matched': crawl.crawl_id, 'field': 'crawl_id'}]) AS evidence,
    crawl.run_id
FROM crawl_round AS crawl
JOIN stg_sightings AS sighting USING (crawl_seq)
ANTI JOIN int_listing_states AS state ON state.listing_id = sighting.listing_id
WHERE crawl.listing_kind = 'posting'
