-- Grain: one posting behind one position, open or closed. Key: source_id, identifier.
SELECT members.*, members.published_id AS position_id, posting.url
FROM _members AS members
JOIN stg_postings AS posting USING (listing_id)
WHERE members.listing_kind = 'posting'
