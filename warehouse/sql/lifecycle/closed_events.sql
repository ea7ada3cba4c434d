-- Grain: one posting closed in the round, dated at the first miss; run_id names the confirming run.
INSERT INTO int_listing_events BY NAME
SELECT
    'posting' AS listing_kind,
    listing_id,
    source_id,
    identifier,
    'closed' AS event,
    closed_at AS occurred_at,
    close_reason AS reason,
    to_json(evidence) AS evidence,
    run_id
FROM closing
WHERE listing_kind = 'posting'
