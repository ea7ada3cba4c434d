-- Grain: the file that is open: its link may lead elsewhere by now.
SELECT path FROM duckdb_databases() WHERE database_name = current_database()
