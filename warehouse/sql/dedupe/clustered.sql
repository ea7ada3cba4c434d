-- Grain: one touched posting and the cluster it was matched into. Key: listing_id.
CREATE OR REPLACE TEMP TABLE clustered AS
SELECT listing_id, 'posting' AS listing_kind, cluster, match_reason
FROM int_matches
SEMI JOIN touched USING (listing_id)
