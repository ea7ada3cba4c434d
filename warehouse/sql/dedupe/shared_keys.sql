-- Grain: one key that several affected records share, or one pair of their titles a typo apart, with the records.
WITH held AS (
    SELECT match_key, listing_id
    FROM int_match_keys
    SEMI JOIN affected USING (listing_id)
),

holders AS (
    SELECT match_key, list(listing_id) AS listing_ids
    FROM held
    GROUP BY match_key
)

SELECT listing_ids FROM holders WHERE len(listing_ids) > 1
UNION ALL
SELECT [one.listing_ids[1], other.listing_ids[1]]
FROM int_close_titles AS pair
JOIN holders AS one ON one.match_key = pair.title_key
JOIN holders AS other ON other.match_key = pair.close_key
