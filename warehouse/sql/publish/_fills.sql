-- Survivorship. Grain: one position whose canonical posting leaves something unsaid that others say. Key: position_id.
-- The canonical posting's word always wins. What it leaves unsaid comes from the open posting first seen that says it,
-- by this table of rules; fields that mean something only together come from one posting.
--   department      alone
--   description     HTML, plain text and language together
--   pay             all ranges, and amounts, currency and unit of the first, together
--   date_posted     the earliest
--   valid_through   the latest
-- Texts are fetched last, for the few positions that need them: carried along they would fill the memory.
WITH pairs AS (
  SELECT
    others.published_id AS position_id,
    others.listing_id,
    (others.first_seen_at, others.listing_id) AS turn,
    other.department,
    other.base_salary_min,
    other.base_salary_max,
    other.base_salary_currency,
    other.base_salary_unit,
    other.salaries,
    other.date_posted,
    other.valid_through,
    other.description_text IS NOT NULL AS has_description,
    canonical.department IS NULL AS lacks_department,
    canonical.description_text IS NULL AS lacks_description,
    coalesce(canonical.base_salary_min, canonical.base_salary_max) IS NULL AS lacks_pay,
    canonical.date_posted IS NULL AS lacks_date_posted,
    canonical.valid_through IS NULL AS lacks_valid_through
  FROM _members AS others
  JOIN _listings AS listings ON listings.published_id = others.published_id
  JOIN stg_postings AS other ON other.listing_id = others.listing_id
  JOIN stg_postings AS canonical ON canonical.listing_id = listings.listing_id
  WHERE others.closed_at IS NULL AND others.listing_id <> listings.listing_id
),
filled AS (
  SELECT
    position_id,
    arg_min(department, turn) FILTER (lacks_department) AS department,
    arg_min(listing_id, turn) FILTER (lacks_description AND has_description) AS described_by,
    arg_min(
      {
        'minimum': base_salary_min, 'maximum': base_salary_max, 'currency': base_salary_currency,
        'unit': base_salary_unit, 'salaries': salaries
      },
      turn
    ) FILTER (lacks_pay AND coalesce(base_salary_min, base_salary_max) IS NOT NULL) AS pay,
    min(date_posted) FILTER (lacks_date_posted) AS date_posted,
    max(valid_through) FILTER (lacks_valid_through) AS valid_through
  FROM pairs
  GROUP BY position_id
)
SELECT
  filled.* EXCLUDE (described_by),
  if(
    described_by IS NULL,
    NULL,
    {'html': posting.description_html, 'text': posting.description_text, 'language': posting.language}
  ) AS description
FROM filled
LEFT JOIN stg_postings AS posting ON posting.listing_id = filled.described_by
WHERE
  filled.department IS NOT NULL OR described_by IS NOT NULL OR pay IS NOT NULL OR filled.date_posted IS NOT NULL
  OR filled.valid_through IS NOT NULL
