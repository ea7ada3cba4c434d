-- Grain: one source ever asked, judged by its crawls so far. Key: source_id.
-- failing: the last attempt brought no answer, or none ever answered in full. suspect: it answered, but not so that an
-- absence could be believed: with something else than its list (null, a web page, a wall), in part, with nothing where
-- there was something, or with a drop the lifecycle holds back. retired: no registry names it any more, or its line says
-- so: nobody will ask it again, whatever it last answered. A reason is a word of a closed list, then what was seen.
WITH crawls AS (
  SELECT
    *,
    row_number() OVER (PARTITION BY source_id ORDER BY crawled_at, crawl_seq) AS turn,
    outcome IN ('complete', 'unchanged', 'empty') AS is_success,
    if(outcome IN ('complete', 'empty'), listing_count, NULL) AS full_count,
    if(outcome IN ('complete', 'empty'), reject_count, NULL) AS full_reject_count
  FROM stg_crawls
),
so_far AS (
  SELECT
    *,
    bool_or(is_success) OVER past AS has_succeeded,
    max(crawled_at) FILTER (is_success) OVER (PARTITION BY source_id) AS success_at,
    last_value(full_count IGNORE NULLS) OVER past AS posting_count,
    last_value(full_reject_count IGNORE NULLS) OVER past AS known_reject_count,
    max(listing_count) OVER past AS most_listed
  FROM crawls
  WINDOW past AS (PARTITION BY source_id ORDER BY turn)
),
judged AS (
  SELECT
    *,
    CASE
      WHEN has_succeeded AND reason IN ('not_json', 'wrong_shape', 'challenge_page') THEN 'suspect'
      WHEN NOT has_succeeded OR outcome IN ('blocked', 'error', 'not_found') THEN 'failing'
      WHEN outcome = 'partial' OR (posting_count = 0 AND (most_listed > 0 OR known_reject_count > 0)) THEN 'suspect'
      ELSE 'healthy'
    END AS state,
    CASE
      WHEN NOT is_success THEN concat_ws(': ', coalesce(reason, outcome), detail)
      WHEN most_listed > 0 THEN 'no_listings: it once listed ' || most_listed
      ELSE 'no_listings: all ' || known_reject_count || ' payloads were rejected'
    END AS state_reason
  FROM so_far
),
turning_points AS (
  SELECT *, state IS DISTINCT FROM lag(state) OVER (PARTITION BY source_id ORDER BY turn) AS is_turn FROM judged
),
last_word AS (
  SELECT
    source_id,
    arg_max(platform, turn) AS platform,
    arg_max(state, turn) AS state,
    arg_max(crawled_at, turn) AS last_attempt_at,
    max(crawled_at) FILTER (is_success) AS last_success_at,
    arg_max(posting_count, turn) AS posting_count,
    arg_max(known_reject_count, turn) AS reject_count,
    -- a run that was killed and the one that continued it have one clock: they are one attempt
    count(DISTINCT crawled_at) FILTER (success_at IS NULL OR crawled_at > success_at) AS consecutive_failures,
    arg_max(state_reason, turn) AS reason,
    arg_max(crawled_at, turn) FILTER (is_turn) AS since_at
  FROM turning_points
  GROUP BY source_id
)
SELECT
  last_word.* REPLACE (
    CASE
      WHEN retired.source_id IS NOT NULL THEN 'retired'
      WHEN state = 'healthy' AND held.source_id IS NOT NULL THEN 'suspect'
      ELSE state
    END AS state,
    CASE
      WHEN retired.source_id IS NOT NULL THEN retired.reason
      WHEN state <> 'healthy' THEN last_word.reason
      WHEN held.source_id IS NOT NULL
        THEN 'dropped: ' || held.suspect_count || ' listings after ' || held.complete_count || ', not yet seen twice'
    END AS reason,
    CASE
      WHEN retired.source_id IS NOT NULL THEN last_attempt_at
      WHEN state = 'healthy' AND held.source_id IS NOT NULL THEN held.suspect_at
      ELSE since_at
    END AS since_at
  )
FROM last_word
LEFT JOIN int_source_states AS held ON held.source_id = last_word.source_id AND held.suspect_crawl_id IS NOT NULL
LEFT JOIN _retired AS retired ON retired.source_id = last_word.source_id
