-- Which companies opened Product Management positions this month, and how many?
-- The month is the one of the publication, in UTC; a position that has closed again since is counted too.
WITH clock AS (
  SELECT date_trunc('month', published_at AT TIME ZONE 'UTC') AS month_start FROM publication
),
vacancies AS (
  SELECT company, company_slug, primary_hub, first_seen_at, true AS is_open FROM positions
  UNION ALL
  SELECT company, company_slug, primary_hub, first_seen_at, false AS is_open FROM closed_positions
)
SELECT
  any_value(company) AS company,
  count(*) AS opened_count,
  count_if(is_open) AS still_open_count
FROM vacancies, clock
WHERE primary_hub = 'product-management' AND first_seen_at AT TIME ZONE 'UTC' >= month_start
GROUP BY company_slug
ORDER BY opened_count DESC, company
