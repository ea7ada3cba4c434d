-- Grain: one title never met before that goes on after a comma, say, with the key of the title before it. Key: title_key.
CREATE OR REPLACE TEMP TABLE new_heads AS
SELECT DISTINCT title_key, head_key
FROM read_heads
ANTI JOIN int_title_heads USING (title_key)
