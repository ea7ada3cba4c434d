-- Grain: two titles of one employer, one of them new, that differ by a slip in one long word.
-- One slip leaves the first two or the last two letters of the word as they were.
WITH known AS (
    SELECT *, false AS is_new FROM int_match_titles
    UNION ALL BY NAME
    SELECT *, true AS is_new FROM new_titles
),

near AS (
    SELECT one.title_key, other.title_key AS close_key, one.word, other.word AS mistyped, other.is_new
    FROM new_titles AS one
    JOIN known AS other ON other.rest_key = one.rest_key AND left(other.word, 2) = left(one.word, 2)
    UNION ALL
    SELECT one.title_key, other.title_key, one.word, other.word, other.is_new
    FROM new_titles AS one
    JOIN known AS other ON other.rest_key = one.rest_key AND right(other.word, 2) = right(one.word, 2)
)

SELECT DISTINCT title_key, close_key, word, mistyped
FROM near
WHERE (NOT is_new OR title_key < close_key) AND word <> mistyped AND damerau_levenshtein(word, mistyped) <= 1
