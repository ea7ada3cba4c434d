-- Open listings that a counting crawl of their board did not bring: missed once, or twice where it confirms a suspect one.
UPDATE int_listing_states
SET
    missed_count = missed_count + 1 + (crawl.prior_at IS NOT NULL AND last_seen_at < crawl.prior_at)::INTEGER,
    missed_since_at = coalesce(
        missed_since_at, CASE WHEN last_seen_at < crawl.prior_at THEN crawl.prior_at END, crawl.crawled_at
    ),
    missed_crawl_id = coalesce(
        missed_crawl_id, CASE WHEN last_seen_at < crawl.prior_at THEN crawl.prior_crawl_id END, crawl.crawl_id
    )
FROM crawl_round AS crawl
WHERE
    crawl.counts
    AND crawl.source_id = int_listing_states.source_id
    AND int_listing_states.closed_at IS NULL
    AND NOT EXISTS (
        FROM stg_sightings AS sighting
        WHERE sighting.crawl_seq = crawl.crawl_seq AND sighting.listing_id = int_listing_states.listing_id
    )
