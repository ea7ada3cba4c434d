-- Grain: one company.
SELECT * FROM companies WHERE company_slug = $slug
