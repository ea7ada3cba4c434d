-- Grain: one open position of those numbered, with all but its texts. Key: listing_number.
SELECT *
FROM search_positions
WHERE listing_number IN (SELECT unnest($numbers::JSON::INTEGER[]))
