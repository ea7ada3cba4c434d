-- Grain: one word in one field of listings of one section. Key: section, field, term.
-- What listings share is taken apart once: a company, a place, a title's parts between spaces, which no word crosses.
-- Long numbers are somebody's numbering, not words. A place is found by its country's name too.
WITH parts AS (
  SELECT unnest(string_split(title, ' ')) AS words, listing_number FROM published.search_positions
),
places AS (
  SELECT stated.location, stated.address_country, list(listing_number) AS numbers
  FROM published.position_locations AS stated
  JOIN published.search_positions USING (position_id)
  GROUP BY stated.location, stated.address_country
),
offered AS (
  SELECT
    unnest(['title', 'company', 'place', 'theme']) AS field,
    unnest([name, organizer, location, array_to_string(themes, ' ')]) AS words,
    listing_number
  FROM published.search_challenges
  JOIN published.challenges USING (challenge_id)
),
texts AS (
  SELECT 'positions' AS section, 'title' AS field, words, list(listing_number) AS numbers FROM parts GROUP BY words
  UNION ALL
  SELECT 'positions', 'company', company, list(listing_number) FROM published.search_positions GROUP BY company
  UNION ALL
  SELECT 'positions', 'place', concat_ws(' ', places.location, _countries.name), places.numbers
  FROM places
  LEFT JOIN _countries ON _countries.country = places.address_country
  UNION ALL
  SELECT 'challenges', field, words, list(listing_number) FROM offered WHERE words IS NOT NULL GROUP BY field, words
),
found AS (
  SELECT
    section,
    field,
    unnest(list_distinct(regexp_extract_all(lower(strip_accents(words)), '[\p{L}\p{N}]+[+#]*'))) AS term,
    numbers
  FROM texts
),
sorted AS (
  SELECT section, field, term, list_sort(flatten(list(numbers))) AS numbers
  FROM found
  WHERE NOT regexp_full_match(term, '[0-9]{5,}')
  GROUP BY section, field, term
)
SELECT
  section,
  field,
  term,
  -- a title may say a word twice
  list_filter(numbers, lambda number, place: place = 1 OR numbers[place - 1] <> number) AS listing_numbers,
  len(listing_numbers) AS listing_count
FROM sorted
ORDER BY section, field, term
