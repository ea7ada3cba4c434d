-- Grain: one open position of those numbered, with all but its texts. Key: listing_number.
WITH asked AS (
  SELECT listing_number, position_id
  FROM search_positions
  WHERE listing_number IN (SELECT unnest($numbers::JSON::INTEGER[]))
)
SELECT positions.* EXCLUDE (description_html, description_text), asked.listing_number
FROM asked
JOIN positions USING (position_id)
