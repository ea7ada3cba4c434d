-- Grain: one listing never seen before. Key: listing_id.
INSERT INTO int_listing_states BY NAME
SELECT
    sighting.listing_id,
    crawl.listing_kind,
    crawl.source_id,
    sighting.identifier,
    sighting.facts,
    crawl.crawled_at AS first_seen_at,
    crawl.crawled_at AS last_seen_at,
    0 AS missed_count
FROM crawl_round AS crawl
JOIN stg_sightings AS sighting USING (crawl_seq)
ANTI JOIN int_listing_states AS state ON state.listing_id = sighting.listing_id
