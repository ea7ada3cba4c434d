-- A listing is seen as long as one of its records is: each day moves this for nearly all of them, and nothing else.
UPDATE int_published_states
SET last_seen_at = seen.last_seen_at
FROM (
    SELECT published_id, max(state.last_seen_at) AS last_seen_at
    FROM int_members
    JOIN int_listing_states AS state USING (listing_id)
    GROUP BY published_id
) AS seen
WHERE seen.published_id = int_published_states.published_id AND seen.last_seen_at <> int_published_states.last_seen_at
