"""Opening the warehouse: its tables are made, and those of earlier versions go."""

from pathlib import Path

import duckdb

from warehouse.database import open_warehouse


def test_a_table_that_only_an_earlier_version_used_goes(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute("CREATE TABLE int_match_keys AS SELECT 'greenhouse:acme:1' AS listing_id")
        con.execute("CREATE TABLE notes AS SELECT 'mine' AS note")
    with open_warehouse(path) as con:
        tables = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
    assert "int_match_keys" not in tables
    assert {"int_meeting_keys", "notes"} <= tables
