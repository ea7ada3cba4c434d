-- Grain: one company with an open position in a hub, most first. Key: company_slug.
WITH counted AS (
  SELECT company_slug, count(*) AS position_count
  FROM search_positions
  WHERE list_contains(hubs, $hub)
  GROUP BY company_slug
)
SELECT company_slug, companies.name, companies.careers_url, counted.position_count
FROM counted
JOIN companies USING (company_slug)
ORDER BY position_count DESC, companies.name, company_slug
LIMIT $most
