-- Grain: one due position whose description another posting gives. Key: position_id.
-- Fetched by the rows' own numbers, so that only the blocks that hold one are unpacked.
WITH described AS MATERIALIZED (
  SELECT fills.position_id, posting.rowid AS place
  FROM _fills AS fills
  SEMI JOIN _due USING (position_id)
  JOIN stg_postings AS posting ON posting.listing_id = fills.described_by
)
SELECT
  described.position_id,
  {'html': posting.description_html, 'text': posting.description_text, 'language': posting.language} AS description
FROM described
JOIN stg_postings AS posting ON posting.rowid = described.place
