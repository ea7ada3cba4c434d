-- Grain: one thing that happened to a posting, position or challenge, oldest first. No key: a log.
-- It only grows: a file made from the last one has its beginning already.
SELECT *
FROM (FROM int_listing_events OFFSET (SELECT count(*) FROM published.listing_events))
ORDER BY occurred_at
