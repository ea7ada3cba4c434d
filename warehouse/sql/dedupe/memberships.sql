-- Grain: one usable line of a file and its cluster, named by the smallest id in it, as `cluster_name` does. Key: place.
-- Most lines are alone: only what is shared is grouped.
WITH named AS MATERIALIZED (
    SELECT
        lines.rowid AS place,
        lines.id,
        coalesce(repeats.number, 0) AS number,
        int_matches.listing_id,
        int_matches.cluster,
        int_matches.is_canonical,
        int_matches.match_reason
    FROM lines
    JOIN int_matches USING (listing_id)
    LEFT JOIN repeats USING (listing_id)
),

shared AS (
    SELECT cluster FROM named WHERE listing_id <> cluster
),

smallest AS (
    SELECT cluster, min({'id': id, 'number': number}) AS one
    FROM named
    SEMI JOIN shared USING (cluster)
    GROUP BY cluster
)

SELECT
    named.id,
    left(sha256(coalesce(one.id, named.id) || chr(0) || coalesce(one.number, named.number)), 20) AS cluster_id,
    named.is_canonical,
    named.match_reason
FROM named
LEFT JOIN smallest USING (cluster)
ORDER BY named.place
