-- Grain: one listing of a board that answered as in its last counted crawl, seen again.
INSERT INTO stg_sightings BY NAME
SELECT unchanged.crawl_seq, state.listing_id, state.identifier, state.facts
FROM _unchanged AS unchanged
JOIN int_listing_states AS state USING (source_id)
WHERE state.last_seen_at >= unchanged.counted_at
