-- Blocking, on int_listing_events: no posting was closed by the run of a crawl that did not answer in full.
SELECT event.listing_id, event.source_id, event.run_id
FROM int_listing_events AS event
WHERE
    event.event = 'closed'
    AND event.listing_kind = 'posting'
    AND NOT EXISTS (
        FROM stg_crawls AS crawl
        WHERE
            crawl.source_id = event.source_id
            AND crawl.run_id = event.run_id
            AND crawl.outcome IN ('complete', 'unchanged', 'empty', 'not_found')
    )
