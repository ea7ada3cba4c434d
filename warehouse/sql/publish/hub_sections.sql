-- Grain: one section of one hub's page, with its texts. Key: hub, section.
WITH sections AS (
  SELECT
    *,
    'positions' AS section,
    position_count AS listing_count,
    'New ' || name || ' positions are added regularly.' AS empty_message,
    concat(
      format('{:,}', position_count), if(position_count = 1, ' open position', ' open positions'), ' at ',
      format('{:,}', hiring_company_count), if(hiring_company_count = 1, ' company.', ' companies.')
    ) AS populated_message,
    'Browse all openings' AS browse_label,
    '/openings' AS path
  FROM published.skill_hubs
  UNION ALL
  SELECT
    *,
    'challenges',
    challenge_count,
    name || ' challenges are coming soon.',
    concat(format('{:,}', challenge_count), if(challenge_count = 1, ' challenge', ' challenges'), ' to take part in.'),
    'Browse all challenges',
    '/challenges'
  FROM published.skill_hubs
)
SELECT
  hub,
  section,
  if(listing_count > 0, 'populated', 'empty') AS state,
  listing_count,
  if(listing_count > 0, concat(name, ' ', section), concat('No ', name, ' ', section, ' yet')) AS heading,
  if(listing_count > 0, populated_message, empty_message) AS message,
  browse_label,
  if(listing_count > 0, path || '?hub=' || hub, path) AS browse_path,
  updated_at
FROM sections
ORDER BY hub, section DESC
