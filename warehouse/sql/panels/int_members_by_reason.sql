-- Panel, on int_members: Why source records belong to their position or challenge.
SELECT listing_kind AS kind, match_reason, count(*) AS records
FROM int_members GROUP BY ALL ORDER BY records DESC, match_reason
