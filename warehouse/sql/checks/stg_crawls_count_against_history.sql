-- Warning, on stg_crawls: a source lists about as much as usual: half to three times its own median.
WITH full_answers AS (
  SELECT
    source_id,
    listing_count,
    crawled_at,
    row_number() OVER (PARTITION BY source_id ORDER BY crawled_at DESC, crawl_seq DESC) AS turn
  FROM stg_crawls
  WHERE outcome IN ('complete', 'unchanged', 'empty')
),
judged AS (
  SELECT
    source_id,
    max(listing_count) FILTER (turn = 1) AS listing_count,
    median(listing_count) FILTER (turn BETWEEN 2 AND 11) AS usual_count,
    max(crawled_at) AS crawled_at
  FROM full_answers
  GROUP BY source_id
)
SELECT source_id, listing_count, usual_count, crawled_at
FROM judged
WHERE usual_count >= 5 AND (listing_count < usual_count / 2 OR listing_count > usual_count * 3)
ORDER BY usual_count DESC
