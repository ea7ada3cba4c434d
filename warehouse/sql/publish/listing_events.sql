-- Grain: one thing that happened to a posting, position or challenge, oldest first. No key: a log.
SELECT * FROM int_listing_events ORDER BY occurred_at
