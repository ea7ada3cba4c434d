-- No vacancy is open and closed at once.
SELECT 'position ' || position_id || ' is both open and closed'
FROM published.positions
SEMI JOIN published.closed_positions USING (position_id)
