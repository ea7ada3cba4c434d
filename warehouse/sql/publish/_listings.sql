-- Grain: one published listing, without its long texts: its canonical record, its state and its hub. Key: published_id.
-- A closed listing counts the sources that ever listed it, an open one those that do.
WITH sources AS (
  SELECT
    published_id,
    count(*) FILTER (is_open) AS open_source_count,
    count(*) AS known_source_count,
    max(last_seen_at) AS last_seen_at
  FROM (
    SELECT published_id, source_id, bool_or(closed_at IS NULL) AS is_open, max(last_seen_at) AS last_seen_at
    FROM _members
    GROUP BY published_id, source_id
  )
  GROUP BY published_id
)
SELECT
  states.published_id,
  states.listing_kind,
  canonical.listing_id,
  states.first_seen_at,
  sources.last_seen_at,
  states.closed_at,
  states.close_reason,
  coalesce(nullif(sources.open_source_count, 0), sources.known_source_count) AS source_count,
  coalesce(classified.level, 'none') AS level,
  classified.primary_hub
FROM int_published_states AS states
JOIN _members AS canonical ON canonical.published_id = states.published_id AND canonical.is_canonical
JOIN sources ON sources.published_id = states.published_id
LEFT JOIN int_classified AS classified ON classified.listing_id = canonical.listing_id
