-- Grain: one company with an open position in a hub, most first. Key: company_slug.
SELECT companies.company_slug, companies.name, companies.careers_url, count(*) AS position_count
FROM position_skills AS skills
JOIN positions USING (position_id)
JOIN companies USING (company_slug)
WHERE skills.hub = $hub
GROUP BY ALL
ORDER BY position_count DESC, companies.name, companies.company_slug
LIMIT $most
