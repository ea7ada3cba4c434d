-- What the file now in place was made of, for the next one.
DELETE FROM int_published_rows WHERE position_id IN (SELECT position_id FROM _due);

INSERT INTO int_published_rows BY NAME
SELECT position_id, row_hash
FROM _published_rows
SEMI JOIN _due USING (position_id)
