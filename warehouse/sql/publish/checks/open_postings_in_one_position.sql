-- Every open posting stands behind exactly one open position.
SELECT 'posting ' || states.source_id || ' ' || states.identifier || ' is in ' || count(positions.position_id) || ' open positions'
FROM int_listing_states AS states
LEFT JOIN int_members AS members USING (listing_id)
LEFT JOIN published.positions AS positions ON positions.position_id = members.published_id
WHERE states.listing_kind = 'posting' AND states.closed_at IS NULL
GROUP BY states.listing_id, states.source_id, states.identifier
HAVING count(positions.position_id) <> 1
