-- Grain: one cluster and the published id it carries. Key: cluster.
-- An id stays with the cluster that holds its anchor; of several the oldest survives; a cluster without one gets an id
-- made from its own anchor, its first-seen record.
CREATE OR REPLACE TEMP TABLE assigned AS
WITH members AS (
    SELECT clustered.cluster, clustered.listing_kind, clustered.listing_id, state.first_seen_at
    FROM clustered
    JOIN int_listing_states AS state USING (listing_id)
),

anchors AS (
    SELECT cluster, any_value(listing_kind) AS listing_kind, arg_min(listing_id, (first_seen_at, listing_id)) AS anchor
    FROM members
    GROUP BY cluster
),

survivors AS (
    SELECT members.cluster, arg_min(held.published_id, (held.first_seen_at, held.published_id)) AS published_id
    FROM members
    JOIN held ON held.anchor_listing_id = members.listing_id
    GROUP BY members.cluster
)

SELECT
    anchors.cluster,
    coalesce(survivors.published_id, left(md5(anchors.listing_kind || chr(31) || anchors.anchor), 20)) AS published_id,
    coalesce(held.anchor_listing_id, anchors.anchor) AS anchor_listing_id
FROM anchors
LEFT JOIN survivors USING (cluster)
LEFT JOIN held ON held.published_id = survivors.published_id
