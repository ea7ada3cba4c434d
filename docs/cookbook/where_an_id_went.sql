-- I kept position ids from an earlier publication: where do those lead that are not there any more?
SELECT
  redirects.old_id,
  redirects.reason,
  redirects.occurred_at,
  redirects.position_id,
  coalesce(open.title, closed.title) AS title,
  if(open.position_id IS NULL, 'closed', 'open') AS state
FROM position_redirects AS redirects
LEFT JOIN positions AS open USING (position_id)
LEFT JOIN closed_positions AS closed USING (position_id)
ORDER BY redirects.occurred_at DESC, redirects.old_id
