-- Grain: one source record and the published listing it stands behind. Key: listing_id.
SELECT
  members.published_id, members.listing_kind, members.listing_id, members.is_canonical, members.match_reason,
  states.source_id, states.identifier, states.first_seen_at, states.last_seen_at, states.closed_at
FROM int_members AS members
JOIN int_listing_states AS states USING (listing_id)
