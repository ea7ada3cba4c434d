-- Grain: one affected record that shares a key, or a pair of titles a typo apart, with an earlier one of its holders.
CREATE OR REPLACE TEMP TABLE meetings AS
WITH held AS MATERIALIZED (
    SELECT int_match_keys.match_key, affected.number
    FROM int_match_keys
    JOIN affected USING (listing_id)
),

firsts AS MATERIALIZED (
    SELECT match_key, min(number) AS number, count(*) AS holder_count
    FROM held
    GROUP BY match_key
)

SELECT firsts.number AS one, held.number AS other
FROM held
JOIN firsts ON firsts.match_key = held.match_key AND firsts.holder_count > 1
WHERE firsts.number <> held.number
UNION ALL
SELECT one.number, other.number
FROM int_close_titles AS pair
JOIN firsts AS one ON one.match_key = pair.title_key
JOIN firsts AS other ON other.match_key = pair.close_key
