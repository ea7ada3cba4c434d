-- Panel, on stg_postings: Share of postings that say something, by platform and field.
SELECT
  platform,
  avg((description_text IS NOT NULL)::INTEGER) AS description,
  avg((location IS NOT NULL)::INTEGER) AS location,
  avg((address_country IS NOT NULL)::INTEGER) AS country,
  avg((workplace_type IS NOT NULL)::INTEGER) AS workplace,
  avg((employment_type IS NOT NULL)::INTEGER) AS employment,
  avg((coalesce(base_salary_min, base_salary_max) IS NOT NULL)::INTEGER) AS pay,
  avg((date_posted IS NOT NULL)::INTEGER) AS date_posted,
  avg((department IS NOT NULL)::INTEGER) AS department,
  count(*) AS postings
FROM stg_postings GROUP BY platform ORDER BY postings DESC, platform
