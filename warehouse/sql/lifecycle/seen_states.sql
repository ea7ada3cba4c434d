-- Known listings seen in the round: seen now, missed no more, unless the crawl that missed them has a later clock and only
-- landed sooner.
UPDATE int_listing_states
SET
    last_seen_at = greatest(last_seen_at, seen.crawled_at),
    facts = seen.facts,
    missed_count = if(missed_since_at > seen.crawled_at, missed_count, 0),
    missed_since_at = if(missed_since_at > seen.crawled_at, missed_since_at, NULL),
    missed_crawl_id = if(missed_since_at > seen.crawled_at, missed_crawl_id, NULL),
    closed_at = if(closed_at > seen.crawled_at, closed_at, NULL),
    close_reason = if(closed_at > seen.crawled_at, close_reason, NULL)
FROM (
    SELECT sighting.listing_id, sighting.facts, crawl.crawled_at
    FROM crawl_round AS crawl
    JOIN stg_sightings AS sighting USING (crawl_seq)
) AS seen
WHERE seen.listing_id = int_listing_states.listing_id AND seen.crawled_at >= int_listing_states.last_seen_at
