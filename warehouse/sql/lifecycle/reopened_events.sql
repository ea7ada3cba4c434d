-- Grain: one closed posting seen again.
INSERT INTO int_listing_events BY NAME
SELECT
    'posting' AS listing_kind,
    state.listing_id,
    crawl.source_id,
    state.identifier,
    'reopened' AS event,
    crawl.crawled_at AS occurred_at,
    'listed_again' AS reason,
    to_json([{'rule': 'listed again in crawl', 'matched': crawl.crawl_id, 'field': 'crawl_id'}]) AS evidence,
    crawl.run_id
FROM crawl_round AS crawl
JOIN stg_sightings AS sighting USING (crawl_seq)
JOIN int_listing_states AS state USING (listing_id)
WHERE
    crawl.listing_kind = 'posting'
    AND crawl.crawled_at >= state.closed_at
    AND crawl.crawled_at > state.last_seen_at
