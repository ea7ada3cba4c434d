-- Grain: one open posting seen with other facts than last time. The evidence names the fields.
INSERT INTO int_listing_events BY NAME
WITH changed AS (
    SELECT
        state.listing_id,
        state.source_id,
        state.identifier,
        crawl.crawled_at,
        crawl.run_id,
        crawl.crawl_id,
        [
            field FOR field IN list_sort(list_distinct(list_concat(json_keys(sighting.facts), json_keys(state.facts))))
            IF json_extract_string(sighting.facts, field) IS DISTINCT FROM json_extract_string(state.facts, field)
        ] AS fields
    FROM crawl_round AS crawl
    JOIN stg_sightings AS sighting USING (crawl_seq)
    JOIN int_listing_states AS state USING (listing_id)
    WHERE crawl.listing_kind = 'posting' AND state.closed_at IS NULL
        AND sighting.facts <> state.facts AND crawl.crawled_at >= state.last_seen_at
)
SELECT
    'posting' AS listing_kind,
    listing_id,
    source_id,
    identifier,
    'changed' AS event,
    crawled_at AS occurred_at,
    array_to_string(fields, ', ') AS reason,
    to_json([{'rule': 'other content than in the crawl before', 'matched': crawl_id, 'field': field} FOR field IN fields])
        AS evidence,
    run_id
FROM changed
WHERE len(fields) > 0
