-- Blocking, on stg_postings: each listing_id once.
SELECT listing_id, count(*) AS row_count FROM stg_postings GROUP BY listing_id HAVING count(*) > 1
