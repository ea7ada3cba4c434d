-- Grain: one word in one field of listings of one section. Key: section, field, term.
-- Titles differ, so each is taken apart; a company or place that many listings share is taken apart once.
-- Long numbers are somebody's numbering, not words. A place is found by its country's name too.
WITH places AS (
  SELECT position_id, string_agg(concat_ws(' ', location, _countries.name), ' ' ORDER BY location) AS words
  FROM published.position_locations
  LEFT JOIN _countries ON _countries.country = position_locations.address_country
  GROUP BY position_id
),
shared AS (
  SELECT 'positions' AS section, 'company' AS field, company AS words, listing_number FROM published.search_positions
  UNION ALL
  SELECT 'positions', 'place', places.words, listing_number
  FROM published.search_positions
  JOIN places USING (position_id)
  UNION ALL
  SELECT 'challenges', unnest(['title', 'company', 'place', 'theme']),
    unnest([name, organizer, location, array_to_string(themes, ' ')]), listing_number
  FROM published.search_challenges
  JOIN published.challenges USING (challenge_id)
),
texts AS (
  SELECT
    words,
    list_distinct(regexp_extract_all(lower(strip_accents(words)), '[\p{L}\p{N}]+[+#]*')) AS terms
  FROM (SELECT DISTINCT words FROM shared WHERE words IS NOT NULL)
),
found AS (
  SELECT
    'positions' AS section,
    'title' AS field,
    unnest(list_distinct(regexp_extract_all(lower(strip_accents(title)), '[\p{L}\p{N}]+[+#]*'))) AS term,
    listing_number
  FROM published.search_positions
  UNION ALL
  SELECT section, field, unnest(terms), listing_number FROM shared JOIN texts USING (words)
)
SELECT
  section,
  field,
  term,
  count(*) AS listing_count,
  list_sort(list(listing_number)) AS listing_numbers
FROM found
GROUP BY section, field, term
HAVING NOT regexp_full_match(term, '[0-9]{5,}')
ORDER BY section, field, term
