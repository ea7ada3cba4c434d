-- Grain: one source's record behind one challenge. Key: source_id, identifier.
SELECT members.*, members.published_id AS challenge_id, challenge.url
FROM _members AS members
JOIN stg_challenges AS challenge USING (listing_id)
WHERE members.listing_kind = 'challenge'
