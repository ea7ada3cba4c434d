-- Grain: one title with one that is less of it, a pair never met before: what stands before a comma, say, or the title
-- under a shorter name of the employer. Key: title_key, head_key.
CREATE OR REPLACE TEMP TABLE new_heads AS
SELECT DISTINCT title_key, head_key
FROM read_heads
ANTI JOIN int_shorter_titles USING (title_key, head_key)
