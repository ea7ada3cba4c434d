-- Blocking, on int_members: every posting and challenge ever seen belongs to exactly one published listing.
SELECT state.listing_id, count(members.published_id) AS published_count
FROM int_listing_states AS state
LEFT JOIN int_members AS members USING (listing_id)
GROUP BY state.listing_id
HAVING count(members.published_id) <> 1
