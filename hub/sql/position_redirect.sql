-- Grain: one id that was published and now leads to another.
SELECT position_id FROM position_redirects WHERE old_id = $id
