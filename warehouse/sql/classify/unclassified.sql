-- Grain: one listing that, or whose rules, differ from what was last classified. Key: listing_id.
-- A text is told by its payload and the code that read it: to unpack every one takes longer than all else where little is
-- new. Another DuckDB may hash otherwise: everything is then classified again, once.
WITH held AS (
    SELECT
        listing_id,
        hash(($rules, 'posting', title, company, department, language, payload_hash, reader_version)) AS said_hash
    FROM stg_postings
    UNION ALL
    SELECT
        listing_id,
        hash(($rules, 'challenge', name, organizer, themes, skill_tags, language, payload_hash, reader_version))
    FROM stg_challenges
),

pending AS MATERIALIZED (
    SELECT listing_id, said_hash::VARCHAR AS content_hash
    FROM held
    LEFT JOIN int_classified AS known USING (listing_id)
    WHERE known.content_hash IS DISTINCT FROM said_hash::VARCHAR
),

listings AS (
    SELECT
        listing_id, 'posting' AS kind, title, company, location, description_text AS description, department,
        NULL::VARCHAR[] AS tags, language
    FROM stg_postings
    UNION ALL BY NAME
    SELECT
        listing_id, 'challenge' AS kind, name AS title, organizer AS company, location, description_text AS description,
        array_to_string(themes, ' | ') AS department, list_concat(coalesce(themes, []), coalesce(skill_tags, [])) AS tags, language
    FROM stg_challenges
)

SELECT listings.*, pending.content_hash
FROM listings
JOIN pending USING (listing_id)
