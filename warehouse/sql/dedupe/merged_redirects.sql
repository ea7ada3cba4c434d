-- Grain: one id whose anchor now belongs to a listing with an older id. Key: old_id.
INSERT INTO int_redirects BY NAME
SELECT
    held.published_id AS old_id,
    members.published_id AS position_id,
    'merged' AS reason,
    $as_of AS occurred_at
FROM held
JOIN members ON members.listing_id = held.anchor_listing_id
WHERE held.published_id <> members.published_id
