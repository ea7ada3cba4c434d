-- Panel, on publication: What the published file holds.
SELECT table_name, split_part(comment, '.', 1) || '.' AS grain, estimated_size AS rows
FROM duckdb_tables() WHERE database_name = current_database() ORDER BY table_name
