-- Panel, on int_listing_events: What happened, and why, over the whole history.
SELECT listing_kind AS kind, event,
  if(event = 'changed', 'other content', coalesce(reason, '')) AS reason, count(*) AS events
FROM int_listing_events GROUP BY ALL ORDER BY events DESC, event
