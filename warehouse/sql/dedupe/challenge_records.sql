-- Grain: one challenge of one source, open or closed, as the matcher reads it. Key: id.
SELECT
    listing_id AS id,
    platform,
    identifier,
    name,
    url,
    organizer,
    start_date AS starts,
    end_date AS ends,
    application_deadline AS deadline,
    location
FROM stg_challenges
SEMI JOIN int_listing_states USING (listing_id)
ORDER BY listing_id
