-- Grain: one listing whose text or whose rules differ from what was last classified. Key: listing_id.
WITH listings AS (
    SELECT
        listing_id, 'posting' AS kind, title, company, location, description_text AS description, department,
        NULL::VARCHAR[] AS tags, language
    FROM stg_postings
    UNION ALL BY NAME
    SELECT
        listing_id, 'challenge' AS kind, name AS title, organizer AS company, location, description_text AS description,
        array_to_string(themes, ' | ') AS department, list_concat(coalesce(themes, []), coalesce(skill_tags, [])) AS tags, language
    FROM stg_challenges
),

hashed AS (
    SELECT *, md5(concat_ws(chr(31), $rules, kind, title, company, description, department, tags, language)) AS content_hash
    FROM listings
)

SELECT hashed.*
FROM hashed
LEFT JOIN int_classified AS known USING (listing_id)
WHERE known.content_hash IS DISTINCT FROM hashed.content_hash
