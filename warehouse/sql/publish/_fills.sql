-- Survivorship. Grain: one position whose canonical posting leaves something unsaid that others say. Key: position_id.
-- The canonical posting's word always wins. What it leaves unsaid comes from the open posting first seen that says it,
-- by this table of rules; fields that mean something only together come from one posting.
--   department      alone
--   description     HTML, plain text and language together
--   pay             all ranges, and amounts, currency and unit of the first, together
--   date_posted     the earliest
--   valid_through   the latest
-- A description is only named here, by the posting that has it; `_fill_texts` fetches it. Whether there is one is known
-- from deduplication; where it is not, only those rows are unpacked.
WITH others AS MATERIALIZED (
  SELECT
    members.published_id AS position_id,
    members.listing_id,
    listings.listing_id AS canonical_id,
    (members.first_seen_at, members.listing_id) AS turn
  FROM _members AS members
  JOIN _listings AS listings ON listings.published_id = members.published_id
  WHERE members.closed_at IS NULL AND members.listing_id <> listings.listing_id
),
asked AS (
  SELECT listing_id FROM others
  UNION
  SELECT canonical_id FROM others
),
unknown AS MATERIALIZED (
  SELECT posting.rowid AS place
  FROM stg_postings AS posting
  SEMI JOIN asked USING (listing_id)
  ANTI JOIN int_member_states USING (listing_id)
),
texts AS MATERIALIZED (
  SELECT listing_id, is_bare FROM int_member_states SEMI JOIN asked USING (listing_id)
  UNION ALL
  SELECT listing_id, description_text IS NULL AS is_bare
  FROM stg_postings
  JOIN unknown ON unknown.place = stg_postings.rowid
),
pairs AS (
  SELECT
    others.position_id,
    others.listing_id,
    others.turn,
    other.department,
    other.base_salary_min,
    other.base_salary_max,
    other.base_salary_currency,
    other.base_salary_unit,
    other.salaries,
    other.date_posted,
    other.valid_through,
    NOT other_text.is_bare AS has_description,
    canonical.department IS NULL AS lacks_department,
    canonical_text.is_bare AS lacks_description,
    coalesce(canonical.base_salary_min, canonical.base_salary_max) IS NULL AS lacks_pay,
    canonical.date_posted IS NULL AS lacks_date_posted,
    canonical.valid_through IS NULL AS lacks_valid_through
  FROM others
  JOIN stg_postings AS other ON other.listing_id = others.listing_id
  JOIN stg_postings AS canonical ON canonical.listing_id = others.canonical_id
  JOIN texts AS other_text ON other_text.listing_id = others.listing_id
  JOIN texts AS canonical_text ON canonical_text.listing_id = others.canonical_id
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
SELECT *
FROM filled
WHERE
  department IS NOT NULL OR described_by IS NOT NULL OR pay IS NOT NULL OR date_posted IS NOT NULL OR valid_through IS NOT NULL
