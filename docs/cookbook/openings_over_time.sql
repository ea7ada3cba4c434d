-- How many Product Management positions were open at the end of each of the last six months, by level and country?
-- The last row of a month under way is as of the publication. Counting starts with the first crawl. A position that
-- closed and came back is left out between; postings found to be the same vacancy count as one from the start.
WITH asked AS (
  SELECT 'product-management' AS hub, 6 AS month_count
),
clock AS (
  SELECT published_at AT TIME ZONE 'UTC' AS now FROM publication
),
vacancies AS (
  SELECT position_id, level, address_country, primary_hub FROM positions
  UNION ALL
  SELECT position_id, level, address_country, primary_hub FROM closed_positions
),
turns AS (
  SELECT
    listing_id AS position_id,
    event IN ('opened', 'reopened', 'split') AS is_open,
    occurred_at AT TIME ZONE 'UTC' AS from_at,
    lead(occurred_at AT TIME ZONE 'UTC') OVER (
      PARTITION BY listing_id
      ORDER BY occurred_at, list_position(['opened', 'split', 'closed', 'merged', 'reopened'], event)
    ) AS until_at
  FROM listing_events
  WHERE listing_kind = 'position' AND event <> 'changed'
),
months AS (
  SELECT
    date_trunc('month', now) - to_months(number::INTEGER) AS month,
    least(month + INTERVAL 1 MONTH, now) AS month_end
  FROM clock, asked, range(asked.month_count) AS numbers (number)
)
SELECT
  strftime(months.month, '%Y-%m') AS month,
  vacancies.level,
  coalesce(countries.name, 'not stated') AS country,
  count(*) AS open_count
FROM months
JOIN turns ON turns.is_open AND turns.from_at <= months.month_end
  AND (turns.until_at IS NULL OR turns.until_at > months.month_end)
JOIN vacancies USING (position_id)
JOIN asked ON asked.hub = vacancies.primary_hub
LEFT JOIN countries ON countries.country = vacancies.address_country
GROUP BY ALL
ORDER BY month, open_count DESC, vacancies.level, country
