-- Grain: one position, open or closed, and a hash of all that its rows are made of. Key: position_id.
-- A text is told by its payload, the code that read it and when: to unpack it takes longer than all else. Left out is when
-- an open position was last seen: it changes every day, and is written for itself.
WITH said AS (
  SELECT listing_id, hash(*COLUMNS(* EXCLUDE (description_html, description_text))) AS said_hash
  FROM stg_postings
)
SELECT
  listings.published_id AS position_id,
  hash(
    canonical.said_hash, listings.listing_id, listings.first_seen_at, listings.closed_at, listings.close_reason,
    if(listings.closed_at IS NULL, NULL, listings.last_seen_at), listings.source_count, listings.level,
    listings.primary_hub, classified.hubs, fills.department, fills.pay, fills.date_posted, fills.valid_through,
    fills.described_by, describing.said_hash
  )::VARCHAR AS row_hash
FROM _listings AS listings
JOIN said AS canonical ON canonical.listing_id = listings.listing_id
LEFT JOIN int_classified AS classified ON classified.listing_id = listings.listing_id
LEFT JOIN _fills AS fills ON fills.position_id = listings.published_id
LEFT JOIN said AS describing ON describing.listing_id = fills.described_by
WHERE listings.listing_kind = 'posting'
