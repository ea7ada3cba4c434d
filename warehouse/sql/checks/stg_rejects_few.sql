-- Warning, on stg_rejects: no source had more than a fifth of its last full answer rejected.
WITH last_answers AS (
  SELECT source_id, arg_max(listing_count, crawl_seq) AS listing_count, max(crawled_at) AS crawled_at
  FROM stg_crawls
  WHERE outcome = 'complete'
  GROUP BY source_id
)
SELECT
  source_id,
  count(*) AS reject_count,
  any_value(listing_count) AS listing_count,
  mode(reason) AS most_common_reason
FROM last_answers
JOIN stg_rejects USING (source_id)
WHERE rejected_at >= crawled_at AND reason NOT IN ('prospect_post', 'not_listed', 'junk')
GROUP BY source_id
HAVING count(*) > 1 AND count(*) > (any_value(listing_count) + count(*)) / 5
ORDER BY reject_count DESC
