-- Grain: one title never met before. Key: title_key.
CREATE OR REPLACE TEMP TABLE new_titles AS
SELECT DISTINCT title_key, role_key
FROM read_titles
ANTI JOIN int_titles USING (title_key)
