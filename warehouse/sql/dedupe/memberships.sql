-- Grain: one usable line of a file and its cluster, named by the smallest id in it, as `cluster_name` does. Key: the line's offset.
WITH named AS (
    SELECT lines.listing_id, lines.id, coalesce(repeats.number, 0) AS number
    FROM lines
    LEFT JOIN repeats USING (listing_id)
),

smallest AS (
    SELECT int_matches.cluster, min({'id': named.id, 'number': named.number}) AS one
    FROM named
    JOIN int_matches USING (listing_id)
    GROUP BY int_matches.cluster
)

SELECT
    named.id,
    left(sha256(smallest.one.id || chr(0) || smallest.one.number), 20) AS cluster_id,
    int_matches.is_canonical,
    int_matches.match_reason
FROM named
JOIN int_matches USING (listing_id)
JOIN smallest USING (cluster)
ORDER BY named.listing_id::BIGINT
