-- Grain: two affected records that may be one: they share a key, or titles a typo apart, in a place or with one of them
-- anywhere. Each meets the first of its holders; so all of them are connected.
CREATE OR REPLACE TEMP TABLE meetings AS
WITH held AS MATERIALIZED (
    SELECT keys.match_key, keys.place_key, affected.number
    FROM int_meeting_keys AS keys
    JOIN affected USING (listing_id)
),

firsts AS MATERIALIZED (
    SELECT match_key, min(number) AS number, count(*) AS holder_count, bool_or(place_key = 0) AS is_anywhere
    FROM held
    GROUP BY match_key
),

close AS MATERIALIZED (
    SELECT
        pair.title_key,
        pair.close_key,
        one.number AS one,
        other.number AS other,
        one.is_anywhere OR other.is_anywhere AS is_anywhere
    FROM int_close_titles AS pair
    JOIN firsts AS one ON one.match_key = pair.title_key
    JOIN firsts AS other ON other.match_key = pair.close_key
),

-- all holders meet: one of them, or of a title close to theirs, holds it anywhere
meeting_all AS MATERIALIZED (
    SELECT match_key FROM firsts WHERE is_anywhere AND holder_count > 1
    UNION
    SELECT title_key FROM close WHERE is_anywhere
    UNION
    SELECT close_key FROM close WHERE is_anywhere
),

towns AS MATERIALIZED (
    SELECT held.match_key, held.place_key, min(held.number) AS number, count(*) AS holder_count
    FROM held
    JOIN firsts ON firsts.match_key = held.match_key AND NOT firsts.is_anywhere
    WHERE firsts.holder_count > 1 OR held.match_key IN (SELECT title_key FROM close UNION ALL SELECT close_key FROM close)
    GROUP BY held.match_key, held.place_key
),

-- apart from the join below, which otherwise may begin with all towns of one name
close_towns AS MATERIALIZED (
    SELECT close.close_key, towns.place_key, towns.number
    FROM close
    JOIN towns ON towns.match_key = close.title_key
    WHERE NOT close.is_anywhere
)

SELECT firsts.number AS one, held.number AS other
FROM held
SEMI JOIN meeting_all USING (match_key)
JOIN firsts USING (match_key)
WHERE firsts.number <> held.number
UNION ALL
SELECT towns.number, held.number
FROM held
JOIN towns USING (match_key, place_key)
WHERE towns.holder_count > 1 AND towns.number <> held.number
UNION ALL
SELECT one, other
FROM close
WHERE is_anywhere
UNION ALL
SELECT close_towns.number, towns.number
FROM close_towns
JOIN towns ON towns.match_key = close_towns.close_key AND towns.place_key = close_towns.place_key
