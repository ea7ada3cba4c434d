-- A redirect to an id that was itself merged leads on to the survivor.
UPDATE int_redirects
SET position_id = further.position_id
FROM int_redirects AS further
WHERE further.old_id = int_redirects.position_id
