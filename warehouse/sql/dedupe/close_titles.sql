-- Grain: two titles of one employer, one of them new, that are a typo apart, or of which one goes on where the other ends.
-- A title's key is its role's key xor its employer's number, so the employer's title in a close role has a known key.
INSERT INTO int_close_titles BY NAME
WITH proposed AS (
    SELECT new_titles.title_key, xor(xor(new_titles.title_key, close.role_key), close.close_key) AS close_key
    FROM new_titles
    JOIN int_close_roles AS close USING (role_key)
    UNION ALL
    SELECT title_key, head_key FROM new_heads
    UNION ALL
    SELECT new_titles.title_key, longer.title_key
    FROM new_titles
    JOIN int_shorter_titles AS longer ON longer.head_key = new_titles.title_key
),

pairs AS (
    SELECT DISTINCT
        least(proposed.title_key, proposed.close_key) AS title_key,
        greatest(proposed.title_key, proposed.close_key) AS close_key
    FROM proposed
    SEMI JOIN int_titles ON int_titles.title_key = proposed.close_key
)

SELECT pairs.*
FROM pairs
ANTI JOIN int_close_titles USING (title_key, close_key)
