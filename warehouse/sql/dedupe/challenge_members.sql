-- Grain: one challenge of one source. The same id on two lists of one platform is one challenge.
SELECT
    listing_id,
    'challenge' AS listing_kind,
    min(listing_id) OVER same AS cluster,
    CASE WHEN listing_id = min(listing_id) OVER same THEN 'canonical' ELSE 'directory' END AS match_reason
FROM stg_challenges
SEMI JOIN int_listing_states USING (listing_id)
WINDOW same AS (PARTITION BY platform, identifier)
