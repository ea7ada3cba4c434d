-- Grain: one challenge ever published. Key: challenge_id.
-- Dates decide the status; the source's own word counts only where they do not say: entry that a source calls open
-- before the event starts, and a challenge without dates.
WITH known AS (
  SELECT
    challenge.*,
    listings.published_id AS challenge_id,
    listings.first_seen_at,
    listings.last_seen_at,
    listings.closed_at,
    listings.source_count,
    listings.primary_hub,
    CASE
      WHEN challenge.application_deadline_at IS NOT NULL THEN challenge.application_deadline_at > $as_of
      ELSE challenge.application_deadline >= $today
    END AS is_entry_ahead,
    challenge.end_date >= $today AS is_end_ahead,
    CASE
      WHEN lower(challenge.source_status) IN ('open', 'live', 'started', 'ongoing', 'active') THEN 'open'
      WHEN lower(challenge.source_status) IN ('upcoming', 'starting_soon', 'forthcoming') THEN 'upcoming'
      WHEN lower(challenge.source_status) IN ('ended', 'closed', 'completed', 'finished', 'cancelled') THEN 'closed'
    END AS source_word
  FROM stg_challenges AS challenge
  JOIN _listings AS listings ON listings.listing_id = challenge.listing_id
  WHERE listings.listing_kind = 'challenge'
)
SELECT
  *,
  CASE
    WHEN closed_at IS NOT NULL THEN 'closed'
    WHEN is_evergreen THEN 'evergreen'
    WHEN NOT coalesce(is_entry_ahead, is_end_ahead, true) THEN 'closed'
    WHEN is_entry_ahead AND source_word = 'open' THEN 'open'
    WHEN start_date > $today THEN 'upcoming'
    WHEN coalesce(start_date, application_deadline, end_date) IS NULL THEN coalesce(source_word, 'open')
    ELSE 'open'
  END AS status
FROM known
