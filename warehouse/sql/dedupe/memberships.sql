-- Grain: one usable line of a file and its cluster, named by the smallest id in it, as `cluster_name` does. Key: place.
WITH named AS MATERIALIZED (
    SELECT
        lines.rowid AS place,
        lines.id,
        coalesce(repeats.number, 0) AS number,
        int_matches.cluster,
        int_matches.is_canonical,
        int_matches.match_reason
    FROM lines
    JOIN int_matches USING (listing_id)
    LEFT JOIN repeats USING (listing_id)
),

smallest AS (
    SELECT cluster, min({'id': id, 'number': number}) AS one
    FROM named
    GROUP BY cluster
),

names AS (
    SELECT cluster, left(sha256(one.id || chr(0) || one.number), 20) AS cluster_id
    FROM smallest
)

SELECT named.id, names.cluster_id, named.is_canonical, named.match_reason
FROM named
JOIN names USING (cluster)
ORDER BY named.place
