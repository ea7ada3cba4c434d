-- Every open position is listed by an open posting.
SELECT 'position ' || positions.position_id || ' (' || positions.title || ') has no open posting'
FROM published.positions AS positions
ANTI JOIN (SELECT position_id FROM published.position_sources WHERE closed_at IS NULL) AS listed USING (position_id)
