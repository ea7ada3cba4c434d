-- Grain: one thing that happened to a position or challenge since the last time.
INSERT INTO int_listing_events BY NAME
WITH compared AS (
    SELECT
        coalesce(now.published_id, held.published_id) AS listing_id,
        CASE coalesce(now.listing_kind, held.listing_kind) WHEN 'posting' THEN 'position' ELSE 'challenge' END
            AS listing_kind,
        held,
        now,
        [
            field FOR field IN list_sort(list_distinct(list_concat(json_keys(now.facts), json_keys(held.facts))))
            IF json_extract_string(now.facts, field) IS DISTINCT FROM json_extract_string(held.facts, field)
        ] AS fields
    FROM published_states AS now
    FULL JOIN held USING (published_id)
),

moved AS (
    SELECT members.published_id, min(int_members.published_id) AS was
    FROM members
    JOIN int_members USING (listing_id)
    JOIN published_states AS prior ON prior.published_id = int_members.published_id
    WHERE int_members.published_id <> members.published_id
    GROUP BY members.published_id
),

happened AS (
    SELECT compared.*, 'opened' AS event, now.first_seen_at AS occurred_at, 'first_seen' AS reason
    FROM compared
    ANTI JOIN moved ON moved.published_id = compared.listing_id
    WHERE held.published_id IS NULL
    UNION ALL BY NAME
    SELECT compared.*, 'split' AS event, $as_of AS occurred_at, 'apart_from:' || moved.was AS reason
    FROM compared
    JOIN moved ON moved.published_id = compared.listing_id
    WHERE held.published_id IS NULL
    UNION ALL BY NAME
    SELECT compared.*, 'merged' AS event, $as_of AS occurred_at, 'into:' || redirect.position_id AS reason
    FROM compared
    JOIN int_redirects AS redirect ON redirect.old_id = compared.listing_id
    WHERE compared.now.published_id IS NULL AND compared.held.published_id IS NOT NULL
    UNION ALL BY NAME
    SELECT compared.*, 'reopened' AS event, now.last_seen_at AS occurred_at, 'listed_again' AS reason
    FROM compared
    WHERE held.closed_at IS NOT NULL AND now.published_id IS NOT NULL AND now.closed_at IS NULL
    UNION ALL BY NAME
    SELECT compared.*, 'changed' AS event, now.last_seen_at AS occurred_at, array_to_string(fields, ', ') AS reason
    FROM compared
    WHERE
        held.published_id IS NOT NULL
        AND now.published_id IS NOT NULL
        AND now.closed_at IS NULL
        AND held.closed_at IS NULL
        AND len(fields) > 0
    UNION ALL BY NAME
    SELECT compared.*, 'closed' AS event, now.closed_at AS occurred_at, now.close_reason AS reason
    FROM compared
    WHERE now.closed_at IS NOT NULL AND (held.published_id IS NULL OR held.closed_at IS NULL)
)

SELECT
    listing_kind,
    listing_id,
    event,
    occurred_at,
    reason,
    to_json([{'rule': event, 'matched': coalesce(now.anchor_listing_id, held.anchor_listing_id), 'field': 'listing_id'}])
        AS evidence,
    $run_id AS run_id
FROM happened
