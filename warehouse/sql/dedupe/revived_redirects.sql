-- An id that is published again leads nowhere else.
DELETE FROM int_redirects WHERE old_id IN (SELECT published_id FROM published_states)
