-- Grain: one challenge on offer, numbered newest first. Key: listing_number.
WITH hubs AS (
  SELECT challenge_id, list(hub ORDER BY hub) AS hubs FROM published.challenge_skills GROUP BY challenge_id
),
offered AS (
  SELECT *, coalesce(application_deadline, end_date) AS closes_on FROM published.challenges WHERE status <> 'closed'
)
SELECT
  row_number() OVER (ORDER BY first_seen_at DESC, closes_on NULLS LAST, challenge_id) AS listing_number,
  challenge_id, hubs.hubs, kind, status, attendance_mode, closes_on, prize_amount, prize_currency, prize_kind
FROM offered
LEFT JOIN hubs USING (challenge_id)
ORDER BY listing_number
