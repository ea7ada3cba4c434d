-- Grain: this publication, one row.
SELECT * FROM publication
