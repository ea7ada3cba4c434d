-- Blocking, on int_classified: every listing that was read is classified, if only as belonging to no hub.
SELECT listing_id
FROM (SELECT listing_id FROM stg_postings UNION ALL SELECT listing_id FROM stg_challenges)
ANTI JOIN int_classified USING (listing_id)
