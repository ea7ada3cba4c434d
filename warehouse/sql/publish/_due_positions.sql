-- Grain: one due position, open or closed: its canonical posting, with what others fill in. Key: position_id.
SELECT
  posting.* REPLACE (
    coalesce(posting.department, fills.department) AS department,
    if(texts.position_id IS NULL, posting.description_html, texts.description.html) AS description_html,
    if(texts.position_id IS NULL, posting.description_text, texts.description.text) AS description_text,
    if(texts.position_id IS NULL, posting.language, texts.description.language) AS language,
    if(fills.pay IS NULL, posting.salaries, fills.pay.salaries) AS salaries,
    if(fills.pay IS NULL, posting.base_salary_min, fills.pay.minimum) AS base_salary_min,
    if(fills.pay IS NULL, posting.base_salary_max, fills.pay.maximum) AS base_salary_max,
    if(fills.pay IS NULL, posting.base_salary_currency, fills.pay.currency) AS base_salary_currency,
    if(fills.pay IS NULL, posting.base_salary_unit, fills.pay.unit) AS base_salary_unit,
    coalesce(posting.date_posted, fills.date_posted) AS date_posted,
    coalesce(posting.valid_through, fills.valid_through) AS valid_through
  ),
  listings.published_id AS position_id,
  listings.level,
  listings.first_seen_at,
  listings.last_seen_at,
  listings.source_count,
  listings.primary_hub,
  listings.closed_at,
  listings.close_reason
FROM stg_postings AS posting
JOIN _listings AS listings ON listings.listing_id = posting.listing_id
SEMI JOIN _due ON _due.position_id = listings.published_id
LEFT JOIN _fills AS fills ON fills.position_id = listings.published_id
LEFT JOIN _fill_texts AS texts ON texts.position_id = listings.published_id
WHERE listings.listing_kind = 'posting'
