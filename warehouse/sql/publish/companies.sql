-- Grain: one employer with a position, open or closed, named as its newest position names it. Key: company_slug.
WITH known AS (
  SELECT position_id, company_slug, company, company_domain, first_seen_at, last_seen_at, true AS is_open
  FROM published.positions
  UNION ALL
  SELECT position_id, company_slug, company, company_domain, first_seen_at, last_seen_at, false
  FROM published.closed_positions
),
hub_counts AS (
  SELECT positions.company_slug, skills.hub, count(*)::INTEGER AS position_count
  FROM published.positions AS positions
  JOIN published.position_skills AS skills USING (position_id)
  GROUP BY positions.company_slug, skills.hub
),
by_hub AS (
  SELECT company_slug, map(list(hub ORDER BY hub), list(position_count ORDER BY hub)) AS position_counts
  FROM hub_counts
  GROUP BY company_slug
),
pages AS (
  SELECT known.company_slug, arg_max(careers.url, (known.is_open, known.last_seen_at, careers.url)) AS careers_url
  FROM known
  JOIN published.position_sources AS sources USING (position_id)
  JOIN _careers_pages AS careers ON careers.source_id = sources.source_id
  GROUP BY known.company_slug
)
SELECT
  company_slug,
  arg_max(known.company, (known.is_open, known.last_seen_at, known.position_id)) AS name,
  arg_max(known.company_domain, (known.is_open, known.last_seen_at, known.position_id)) AS domain,
  count(*) FILTER (known.is_open) AS open_position_count,
  coalesce(any_value(by_hub.position_counts), map()::MAP(VARCHAR, INTEGER)) AS open_position_count_by_hub,
  min(known.first_seen_at) AS first_seen_at,
  max(known.last_seen_at) AS last_seen_at,
  any_value(pages.careers_url) AS careers_url
FROM known
LEFT JOIN by_hub USING (company_slug)
LEFT JOIN pages USING (company_slug)
GROUP BY company_slug
