-- Grain: one open listing of a source that nobody asks any more, whose stated expiry is past or that was last seen 30
-- days ago. Dated by what the source last said, not by the run that notices. Key: listing_id.
CREATE OR REPLACE TEMP TABLE closing AS
WITH unasked AS (
    SELECT
        state.*,
        retired.reason AS retired_by,
        posting.valid_through,
        coalesce(posting.valid_through < $as_of::DATE, false) AS is_expired,
        state.last_seen_at < $as_of::TIMESTAMPTZ - INTERVAL 30 DAY
            -- what can still be entered by its dates ends by them
            AND NOT coalesce(greatest(challenge.application_deadline, challenge.end_date) >= $as_of::DATE, false)
            AS is_aged
    FROM _retired AS retired
    JOIN int_listing_states AS state USING (source_id)
    LEFT JOIN stg_postings AS posting USING (listing_id)
    LEFT JOIN stg_challenges AS challenge USING (listing_id)
    WHERE state.closed_at IS NULL
)
SELECT
    listing_id,
    listing_kind,
    source_id,
    identifier,
    $run_id AS run_id,
    if(
        is_expired,
        greatest(last_seen_at, valid_through::TIMESTAMPTZ + INTERVAL 1 DAY),
        last_seen_at + INTERVAL 30 DAY
    ) AS closed_at,
    if(is_expired, 'expired', 'aged_out') AS close_reason,
    [
        {'rule': 'its source is no longer asked', 'matched': retired_by, 'field': 'source_id'},
        if(
            is_expired,
            {'rule': 'stated expiry is past', 'matched': valid_through::VARCHAR, 'field': 'valid_through'},
            {'rule': 'not seen for 30 days', 'matched': last_seen_at::VARCHAR, 'field': 'last_seen_at'}
        )
    ] AS evidence
FROM unasked
WHERE is_expired OR is_aged
