-- Grain: one affected record as now matched; one that shares no block with another stands alone. Key: listing_id.
CREATE OR REPLACE TEMP TABLE rematched AS
SELECT
    affected.listing_id,
    coalesce(changed.content_hash, known.content_hash) AS content_hash,
    coalesce(blocks.neighbourhood, affected.listing_id) AS neighbourhood,
    coalesce(matched.cluster, affected.listing_id) AS cluster,
    coalesce(matched.is_canonical, true) AS is_canonical,
    coalesce(matched.match_reason, 'canonical') AS match_reason
FROM affected
LEFT JOIN changed USING (listing_id)
LEFT JOIN int_matches AS known USING (listing_id)
LEFT JOIN blocks USING (listing_id)
LEFT JOIN matched USING (listing_id)
