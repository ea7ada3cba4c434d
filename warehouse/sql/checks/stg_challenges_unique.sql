-- Blocking, on stg_challenges: each listing_id once.
SELECT listing_id, count(*) AS row_count FROM stg_challenges GROUP BY listing_id HAVING count(*) > 1
