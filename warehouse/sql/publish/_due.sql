-- Grain: one position whose rows must be written, or taken out: the file that the new one is made from has them not, or
-- otherwise, or has one that is no position any more. All of them where a file is written whole. Key: position_id.
SELECT position_id
FROM _published_rows AS now
FULL JOIN int_published_rows AS known USING (position_id)
WHERE $is_whole OR now.row_hash IS DISTINCT FROM known.row_hash
