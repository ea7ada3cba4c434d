-- Blocking, on int_published_states: every published listing has exactly one canonical record.
SELECT state.published_id, count(*) FILTER (members.is_canonical) AS canonical_count
FROM int_published_states AS state
LEFT JOIN int_members AS members USING (published_id)
GROUP BY state.published_id
HAVING count(*) FILTER (members.is_canonical) <> 1
