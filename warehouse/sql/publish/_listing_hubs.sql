-- Grain: one source record and one hub it was classified into. Key: listing_id, hub.
SELECT listing_id, found.hub, found.score, coalesce(found.hub = primary_hub, false) AS is_primary, found.evidence
FROM (
  SELECT
    listing_id,
    primary_hub,
    unnest(from_json(hubs, '[{"hub": "VARCHAR", "score": "DOUBLE", "evidence": "JSON"}]')) AS found
  FROM int_classified
)
