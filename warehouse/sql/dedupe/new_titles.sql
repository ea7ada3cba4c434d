-- Grain: one word of one title never met before, with the key of employer and remaining words. Key: title_key, word.
CREATE OR REPLACE TEMP TABLE new_titles AS
SELECT DISTINCT title_key, rest_key, word
FROM read_titles
ANTI JOIN int_match_titles USING (title_key)
