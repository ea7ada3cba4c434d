-- Grain: one challenge, whatever its status.
SELECT * FROM challenges WHERE challenge_id = $id
