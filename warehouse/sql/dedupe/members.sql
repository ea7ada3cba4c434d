-- Grain: one touched source record and the published listing it belongs to. Key: listing_id.
-- The canonical record names the published row: an open one before a closed one, one with a text before one without,
-- then the first seen. The matcher's reason moves with it, so that each other record keeps one.
CREATE OR REPLACE TEMP TABLE members AS
WITH ranked AS (
    SELECT
        clustered.listing_id,
        clustered.listing_kind,
        assigned.published_id,
        clustered.match_reason,
        row_number() OVER (
            PARTITION BY assigned.published_id
            ORDER BY
                state.closed_at IS NOT NULL,
                settled.is_bare,
                state.first_seen_at,
                clustered.listing_id
        ) = 1 AS is_canonical,
        max(nullif(clustered.match_reason, 'canonical')) OVER (PARTITION BY assigned.published_id) AS group_reason
    FROM clustered
    JOIN assigned USING (cluster)
    JOIN int_listing_states AS state USING (listing_id)
    JOIN settled USING (listing_id)
)

SELECT
    listing_id,
    listing_kind,
    published_id,
    is_canonical,
    CASE
        WHEN is_canonical THEN 'canonical'
        WHEN match_reason = 'canonical' THEN group_reason
        ELSE match_reason
    END AS match_reason
FROM ranked
