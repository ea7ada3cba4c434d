-- Grain: one posting last seen so long before a neighbour was first seen that they were matched apart. Key: listing_id.
INSERT INTO int_match_gaps BY NAME
WITH placed AS (
    SELECT int_matches.listing_id, int_matches.neighbourhood, state.first_seen_at, state.last_seen_at
    FROM int_matches
    SEMI JOIN affected USING (listing_id)
    JOIN int_listing_states AS state USING (listing_id)
),

newest AS (
    SELECT neighbourhood, max(first_seen_at) AS first_seen_at
    FROM placed
    GROUP BY neighbourhood
    HAVING count(*) > 1
)

SELECT placed.listing_id, placed.last_seen_at
FROM placed
JOIN newest USING (neighbourhood)
WHERE newest.first_seen_at - placed.last_seen_at > to_seconds($reposted_within)
