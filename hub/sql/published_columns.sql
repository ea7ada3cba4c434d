-- Grain: one column of one published table. Key: table_name, column_name.
SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal
