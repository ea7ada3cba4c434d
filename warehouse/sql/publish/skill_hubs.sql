-- Grain: one skill hub; a listing counts for each of its hubs. Key: hub.
WITH position_counts AS (
  SELECT skills.hub, count(*) AS position_count, count(DISTINCT positions.company_slug) AS hiring_company_count
  FROM published.position_skills AS skills
  JOIN published.positions AS positions USING (position_id)
  GROUP BY skills.hub
),
challenge_counts AS (
  SELECT skills.hub, count(*) AS challenge_count
  FROM published.challenge_skills AS skills
  JOIN published.challenges AS challenges USING (challenge_id)
  WHERE challenges.status IN ('upcoming', 'open', 'evergreen')
  GROUP BY skills.hub
)
SELECT
  hubs.hub,
  hubs.name,
  hubs.tagline,
  coalesce(position_count, 0) AS position_count,
  coalesce(challenge_count, 0) AS challenge_count,
  coalesce(hiring_company_count, 0) AS hiring_company_count,
  $as_of AS updated_at
FROM _hub_texts AS hubs
LEFT JOIN position_counts USING (hub)
LEFT JOIN challenge_counts USING (hub)
ORDER BY hubs.hub
