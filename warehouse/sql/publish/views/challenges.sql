-- Grain: one challenge of one hub that can be entered now, soon or any time, best first. {view} and {hub} are filled in.
CREATE VIEW {view} AS
SELECT challenges.*, challenge_skills.score, challenge_skills.evidence
FROM challenges
JOIN challenge_skills ON challenge_skills.challenge_id = challenges.challenge_id
WHERE challenge_skills.hub = '{hub}' AND challenges.status IN ('upcoming', 'open', 'evergreen')
ORDER BY
  challenge_skills.score DESC,
  coalesce(challenges.application_deadline, challenges.end_date) NULLS LAST,
  challenges.first_seen_at DESC,
  challenges.challenge_id
