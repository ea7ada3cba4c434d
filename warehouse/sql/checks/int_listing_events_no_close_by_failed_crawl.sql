-- Blocking, on int_listing_events: no posting was closed by the run of a crawl that did not answer in full.
-- A window's part is enough, since that closes by dates alone; so does a source that nobody asks any more.
SELECT event.listing_id, event.source_id, event.run_id
FROM int_listing_events AS event
LEFT JOIN stg_crawls AS crawl ON crawl.source_id = event.source_id AND crawl.run_id = event.run_id
WHERE event.event = 'closed' AND event.listing_kind = 'posting'
GROUP BY ALL
HAVING
    NOT coalesce(
        bool_or(
            crawl.outcome IN ('complete', 'unchanged', 'empty', 'not_found')
            OR (crawl.is_window AND crawl.outcome = 'partial')
        ),
        bool_and(event.reason IN ('expired', 'aged_out'))
    )
