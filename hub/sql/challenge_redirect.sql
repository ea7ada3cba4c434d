-- Grain: one id that was published and now leads to another.
SELECT challenge_id FROM challenge_redirects WHERE old_id = $id
