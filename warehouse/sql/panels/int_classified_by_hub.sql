-- Panel, on int_classified: Listings by their primary hub, open or closed.
SELECT coalesce(primary_hub, '(no hub)') AS hub, count(*) AS listings
FROM int_classified GROUP BY hub ORDER BY listings DESC, hub
