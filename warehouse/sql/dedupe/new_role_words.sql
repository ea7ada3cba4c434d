-- Grain: one long word of one role never met before, with the key of the remaining words. Key: role_key, word.
CREATE OR REPLACE TEMP TABLE new_role_words AS
SELECT DISTINCT role_key, rest_key, word
FROM read_role_words
ANTI JOIN int_role_words USING (role_key)
