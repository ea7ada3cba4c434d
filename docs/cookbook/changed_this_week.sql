-- What changed in the last seven days about positions that are still open?
SELECT events.occurred_at, positions.title, positions.company, events.reason AS changed, positions.apply_url
FROM listing_events AS events
JOIN positions ON positions.position_id = events.listing_id
CROSS JOIN publication
WHERE events.listing_kind = 'position' AND events.event = 'changed'
  AND events.occurred_at > publication.published_at - INTERVAL 7 DAY
ORDER BY events.occurred_at DESC, positions.position_id
