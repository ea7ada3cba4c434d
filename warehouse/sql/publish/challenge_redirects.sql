-- Grain: one challenge id that was published and now leads to another. Key: old_id.
SELECT redirects.* EXCLUDE (position_id), redirects.position_id AS challenge_id
FROM int_redirects AS redirects
SEMI JOIN int_published_states AS states
  ON states.published_id = redirects.position_id AND states.listing_kind = 'challenge'
