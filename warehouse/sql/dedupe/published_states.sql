-- Grain: one published listing with touched records as they now stand. Key: published_id. Closed when its last open record closed.
CREATE OR REPLACE TEMP TABLE published_states AS
WITH anchors AS (
    SELECT published_id, any_value(anchor_listing_id) AS anchor_listing_id
    FROM assigned
    GROUP BY published_id
)

SELECT
    members.published_id,
    any_value(members.listing_kind) AS listing_kind,
    any_value(anchors.anchor_listing_id) AS anchor_listing_id,
    any_value(state.facts) FILTER (members.is_canonical) AS facts,
    min(state.first_seen_at) AS first_seen_at,
    max(state.last_seen_at) AS last_seen_at,
    CASE WHEN bool_and(state.closed_at IS NOT NULL) THEN max(state.closed_at) END AS closed_at,
    CASE WHEN bool_and(state.closed_at IS NOT NULL) THEN arg_max(state.close_reason, state.closed_at) END AS close_reason
FROM members
JOIN anchors USING (published_id)
JOIN int_listing_states AS state USING (listing_id)
GROUP BY members.published_id
