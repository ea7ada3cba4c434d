-- Grain: one challenge ever published. Key: challenge_id.
-- Dates decide the status; the source's own word counts only where they do not say: entry that a source calls open
-- before the event starts, a challenge without dates or end, and one that was called off.
WITH known AS (
  SELECT
    challenge.* REPLACE (
      coalesce(challenge.organizer, fills.organizer) AS organizer,
      coalesce(challenge.attendance_mode, fills.attendance_mode) AS attendance_mode,
      coalesce(challenge.location, fills.location) AS location,
      coalesce(challenge.start_date, fills.start_date) AS start_date,
      coalesce(challenge.end_date, fills.end_date) AS end_date,
      if(fills.deadline IS NULL, challenge.application_deadline, fills.deadline.on_day) AS application_deadline,
      if(fills.deadline IS NULL, challenge.application_deadline_at, fills.deadline.at_hour) AS application_deadline_at,
      if(fills.prize IS NULL, challenge.prize_amount, fills.prize.amount) AS prize_amount,
      if(fills.prize IS NULL, challenge.prize_currency, fills.prize.currency) AS prize_currency,
      if(fills.prize IS NULL, challenge.prize_kind, fills.prize.kind) AS prize_kind,
      if(fills.prize IS NULL, challenge.prize_text, fills.prize.words) AS prize_text,
      if(fills.description IS NULL, challenge.description_html, fills.description.html) AS description_html,
      if(fills.description IS NULL, challenge.description_text, fills.description.text) AS description_text,
      if(fills.description IS NULL, challenge.language, fills.description.language) AS language
    ),
    listings.published_id AS challenge_id,
    listings.first_seen_at,
    listings.last_seen_at,
    listings.closed_at,
    listings.source_count,
    listings.primary_hub,
    replace(replace(lower(challenge.source_status), ' ', '_'), '-', '_') AS word
  FROM stg_challenges AS challenge
  JOIN _listings AS listings ON listings.listing_id = challenge.listing_id
  LEFT JOIN _challenge_fills AS fills ON fills.challenge_id = listings.published_id
  WHERE listings.listing_kind = 'challenge'
),
read AS (
  SELECT
    *,
    CASE
      WHEN application_deadline_at IS NOT NULL THEN application_deadline_at > $as_of
      ELSE application_deadline >= $today
    END AS is_entry_ahead,
    end_date >= $today AS is_end_ahead,
    starts_with(word, 'cancel') OR word IN ('eventcancelled', 'deleted') AS is_called_off,
    CASE
      WHEN word IN ('open', 'live', 'started', 'ongoing', 'active', 'in_progress', 'running', 'coding', 'application_open')
        THEN 'open'
      WHEN word IN ('upcoming', 'starting_soon', 'forthcoming', 'before', 'scheduled', 'opening_soon') THEN 'upcoming'
      WHEN word IN (
        'ended', 'closed', 'completed', 'finished', 'past', 'archived', 'expired', 'over', 'inactive', 'review', 'judging',
        'pending_system_test', 'system_test', 'post_challenge'
      ) THEN 'closed'
    END AS source_word
  FROM known
)
SELECT
  *,
  CASE
    WHEN closed_at IS NOT NULL OR is_called_off THEN 'closed'
    WHEN is_evergreen AND source_word = 'closed' THEN 'closed'
    WHEN is_evergreen THEN 'evergreen'
    WHEN NOT coalesce(is_entry_ahead, is_end_ahead, true) THEN 'closed'
    WHEN is_entry_ahead AND source_word = 'open' THEN 'open'
    WHEN start_date > $today THEN 'upcoming'
    WHEN coalesce(start_date, application_deadline, end_date) IS NULL THEN coalesce(source_word, 'open')
    -- it has begun, and nothing says until when one can enter
    WHEN coalesce(application_deadline, end_date) IS NULL AND start_date < $today THEN coalesce(source_word, 'closed')
    ELSE 'open'
  END AS status
FROM read
