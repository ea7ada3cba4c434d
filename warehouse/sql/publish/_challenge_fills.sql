-- Survivorship. Grain: one challenge whose canonical record leaves something unsaid that others say. Key: challenge_id.
-- The canonical record's word always wins. What it leaves unsaid comes from the record first seen that says it; fields
-- that mean something only together come from one record: deadline, prize, description. An evergreen one has no dates.
WITH pairs AS (
  SELECT
    others.published_id AS challenge_id,
    (others.first_seen_at, others.listing_id) AS turn,
    other.*,
    canonical.application_deadline IS NULL AND NOT canonical.is_evergreen AS lacks_deadline,
    canonical.prize_amount IS NULL AND coalesce(canonical.prize_kind, 'none_stated') = 'none_stated' AS lacks_prize,
    canonical.description_text IS NULL AS lacks_description,
    canonical.is_evergreen AS is_without_dates
  FROM _members AS others
  JOIN stg_challenges AS other ON other.listing_id = others.listing_id
  JOIN _listings AS listings ON listings.published_id = others.published_id
  JOIN stg_challenges AS canonical ON canonical.listing_id = listings.listing_id
  WHERE others.listing_id <> listings.listing_id AND (others.closed_at IS NULL OR listings.closed_at IS NOT NULL)
)
SELECT
  challenge_id,
  arg_min(organizer, turn) FILTER (organizer IS NOT NULL) AS organizer,
  arg_min(attendance_mode, turn) FILTER (attendance_mode IS NOT NULL) AS attendance_mode,
  arg_min(location, turn) FILTER (location IS NOT NULL) AS location,
  arg_min(start_date, turn) FILTER (start_date IS NOT NULL AND NOT is_without_dates) AS start_date,
  arg_min(end_date, turn) FILTER (end_date IS NOT NULL AND NOT is_without_dates) AS end_date,
  arg_min({'on_day': application_deadline, 'at_hour': application_deadline_at}, turn)
    FILTER (lacks_deadline AND application_deadline IS NOT NULL) AS deadline,
  arg_min({'amount': prize_amount, 'currency': prize_currency, 'kind': prize_kind, 'words': prize_text}, turn)
    FILTER (lacks_prize AND (prize_amount IS NOT NULL OR coalesce(prize_kind, 'none_stated') <> 'none_stated')) AS prize,
  arg_min({'html': description_html, 'text': description_text, 'language': language}, turn)
    FILTER (lacks_description AND description_text IS NOT NULL) AS description
FROM pairs
GROUP BY challenge_id
