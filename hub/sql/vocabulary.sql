-- Grain: one word that listings of a section have in any field, with about how many have it. Key: term.
SELECT term, sum(listing_count)::INTEGER AS listing_count
FROM search_terms
WHERE section = $section
GROUP BY term
