-- Grain: one challenge on offer, of one hub or of all where none is named, newest first. Key: challenge_id.
SELECT
  challenge_id, name, organizer, kind, status, location, attendance_mode, start_date, end_date, application_deadline,
  prize_amount, prize_currency, prize_kind, first_seen_at
FROM challenges
WHERE status IN ('upcoming', 'open', 'evergreen')
  AND ($hub::VARCHAR IS NULL OR challenge_id IN (SELECT challenge_id FROM challenge_skills WHERE hub = $hub))
ORDER BY first_seen_at DESC, coalesce(application_deadline, end_date) NULLS LAST, challenge_id
LIMIT $most OFFSET $skipped
