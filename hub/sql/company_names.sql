-- Grain: one company of those named. Key: company_slug.
SELECT company_slug, name FROM companies WHERE list_contains($slugs::JSON::VARCHAR[], company_slug)
