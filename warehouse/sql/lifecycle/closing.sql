-- Grain: one open listing whose closing the round establishes, with when and why. Key: listing_id.
CREATE OR REPLACE TEMP TABLE closing AS
SELECT
    state.listing_id,
    state.listing_kind,
    state.source_id,
    state.identifier,
    crawl.run_id,
    crawl.crawl_id,
    CASE
        WHEN crawl.is_gone THEN crawl.gone_since_at
        WHEN called.reason IS NOT NULL THEN coalesce(state.missed_since_at, crawl.crawled_at)
        WHEN crawl.is_window THEN crawl.crawled_at
        ELSE state.missed_since_at
    END AS closed_at,
    CASE
        WHEN crawl.is_gone THEN 'board_gone'
        WHEN called.reason IS NOT NULL THEN called.reason
        WHEN crawl.is_window AND NOT coalesce(posting.valid_through < crawl.crawled_at::DATE, false) THEN 'aged_out'
        WHEN crawl.is_window THEN 'expired'
        WHEN state.missed_count >= $close_after THEN crawl.reason
        ELSE 'expired'
    END AS close_reason,
    CASE
        WHEN crawl.is_gone
            THEN [{'rule': 'board answered not found', 'matched': crawl.crawl_id, 'field': 'crawl_id'}]
        WHEN called.reason = 'page_gone'
            THEN [{'rule': 'its page answered not found', 'matched': crawl.crawl_id, 'field': 'crawl_id'}]
        WHEN called.reason = 'source_closed'
            THEN [
                {'rule': 'called closed in crawl', 'matched': crawl.crawl_id, 'field': 'crawl_id'},
                {'rule': 'in the words of its source', 'matched': called.stated, 'field': 'payload'}
            ]
        WHEN crawl.is_window AND NOT coalesce(posting.valid_through < crawl.crawled_at::DATE, false)
            THEN [{'rule': 'not among the newest for 30 days', 'matched': crawl.crawl_id, 'field': 'last_seen_at'}]
        WHEN crawl.is_window
            THEN [
                {'rule': 'stated expiry is past', 'matched': posting.valid_through::VARCHAR, 'field': 'valid_through'}
            ]
        WHEN state.missed_count >= $close_after
            THEN [
                {'rule': 'first complete crawl without it', 'matched': state.missed_crawl_id, 'field': 'crawl_id'},
                {
                    'rule': 'absent from ' || state.missed_count || ' complete crawls in a row',
                    'matched': crawl.crawl_id,
                    'field': 'crawl_id'
                }
            ]
        ELSE [
            {'rule': 'first complete crawl without it', 'matched': state.missed_crawl_id, 'field': 'crawl_id'},
            {'rule': 'stated expiry is past', 'matched': posting.valid_through::VARCHAR, 'field': 'valid_through'}
        ]
    END AS evidence
FROM crawl_round AS crawl
JOIN int_listing_states AS state USING (source_id)
LEFT JOIN called_closed AS called ON called.listing_id = state.listing_id
LEFT JOIN stg_postings AS posting ON posting.listing_id = state.listing_id
LEFT JOIN stg_challenges AS challenge ON challenge.listing_id = state.listing_id
WHERE
    state.closed_at IS NULL
    AND (
        (crawl.counts AND state.missed_count >= $close_after)
        OR (crawl.counts AND state.missed_count > 0 AND posting.valid_through < crawl.crawled_at::DATE)
        OR (crawl.is_gone AND crawl.outcome = 'not_found')
        OR (called.reason IS NOT NULL AND state.last_seen_at < crawl.crawled_at)
        -- a board that shows only its newest is no evidence of absence: its listings expire or age out
        OR (
            crawl.is_window
            AND crawl.outcome IN ('complete', 'partial')
            AND state.last_seen_at < crawl.crawled_at
            AND (
                posting.valid_through < crawl.crawled_at::DATE
                OR (
                    state.last_seen_at < crawl.crawled_at - INTERVAL 30 DAY
                    -- practice that slid out of sight is still there, and so is what can be entered by its dates
                    AND NOT coalesce(
                        challenge.is_evergreen
                        OR greatest(challenge.application_deadline, challenge.end_date) >= crawl.crawled_at::DATE,
                        false
                    )
                )
            )
        )
    )
