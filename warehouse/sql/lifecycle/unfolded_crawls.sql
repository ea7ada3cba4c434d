-- Grain: one crawl the lifecycle has not taken in. Key: crawl_seq.
SELECT crawl_seq, crawl_id, source_id, platform, crawled_at, outcome, listing_count, is_window, listing_kind
FROM stg_crawls
WHERE NOT is_folded
