-- Grain: one open position of one hub, best first. {view} and {hub} are filled in for each hub.
CREATE VIEW {view} AS
SELECT positions.*, position_skills.score, position_skills.evidence
FROM positions
JOIN position_skills ON position_skills.position_id = positions.position_id
WHERE position_skills.hub = '{hub}'
ORDER BY
  position_skills.score DESC,
  positions.date_posted DESC NULLS LAST,
  positions.first_seen_at DESC,
  positions.position_id
