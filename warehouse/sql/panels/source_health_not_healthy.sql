-- Panel, on source_health: Sources that need a look, the longest first.
SELECT source_id, state, reason, strftime(since_at, '%Y-%m-%d') AS since,
  coalesce(strftime(last_success_at, '%Y-%m-%d %H:%M'), 'never') AS last_success
FROM source_health WHERE state <> 'healthy' ORDER BY since_at, source_id
