-- Grain: two roles, one of them new, that differ by a slip in one long word.
-- One slip leaves the first two or the last two letters of the word as they were.
WITH met AS (
    SELECT * FROM int_role_words SEMI JOIN new_role_words USING (rest_key)
),

known AS (
    SELECT *, false AS is_new FROM met
    UNION ALL BY NAME
    SELECT *, true AS is_new FROM new_role_words
),

-- the others meet nobody, and most are others
shared AS MATERIALIZED (
    SELECT rest_key FROM known GROUP BY rest_key HAVING count(*) > 1
),

meeting AS MATERIALIZED (
    SELECT * FROM known SEMI JOIN shared USING (rest_key)
),

near AS (
    SELECT one.role_key, other.role_key AS close_key, one.word, other.word AS mistyped, other.is_new
    FROM meeting AS one
    JOIN meeting AS other ON other.rest_key = one.rest_key AND left(other.word, 2) = left(one.word, 2)
    WHERE one.is_new
    UNION ALL
    SELECT one.role_key, other.role_key, one.word, other.word, other.is_new
    FROM meeting AS one
    JOIN meeting AS other ON other.rest_key = one.rest_key AND right(other.word, 2) = right(one.word, 2)
    WHERE one.is_new
)

SELECT DISTINCT role_key, close_key, word, mistyped
FROM near
WHERE (NOT is_new OR role_key < close_key) AND word <> mistyped AND damerau_levenshtein(word, mistyped) <= 1
