-- Grain: one listing that has every word asked for. `bit` marks the word a term stands for; several may stand for one.
-- title_words counts the words that its title has: the more, the better it fits. Key: listing_number.
CREATE OR REPLACE TEMP TABLE {found} AS
WITH asked AS (
  SELECT unnest($terms::JSON::VARCHAR[]) AS term, unnest($bits::JSON::INTEGER[]) AS bit, unnest($only::JSON::VARCHAR[]) AS only_field
),
hits AS (
  SELECT
    unnest(terms.listing_numbers) AS listing_number,
    asked.bit,
    if(terms.field = 'title', asked.bit, 0) AS title_bit
  FROM search_terms AS terms
  JOIN asked USING (term)
  WHERE terms.section = $section AND terms.field = coalesce(asked.only_field, terms.field)
)
SELECT listing_number, bit_count(bit_or(title_bit)) AS title_words
FROM hits
GROUP BY listing_number
HAVING bit_or(bit) = $every_bit
