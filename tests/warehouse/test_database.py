"""Opening the warehouse: its tables are made, and those of earlier versions go."""

from pathlib import Path

from warehouse.database import open_warehouse
from warehouse.models.history import IntPublishedState


def test_what_only_an_earlier_version_used_goes(tmp_path: Path) -> None:
    path = tmp_path / "warehouse.duckdb"
    with open_warehouse(path) as con:
        con.execute("CREATE TABLE int_match_keys AS SELECT 'greenhouse:acme:1' AS listing_id")
        con.execute("CREATE TABLE notes AS SELECT 'mine' AS note")
        con.execute("ALTER TABLE int_published_states ADD COLUMN last_seen_at TIMESTAMPTZ")
    with open_warehouse(path) as con:
        tables = {name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()}
        columns = {row[0] for row in con.execute("DESCRIBE int_published_states").fetchall()}
    assert "int_match_keys" not in tables
    assert {"int_meeting_keys", "notes"} <= tables
    assert columns == set(IntPublishedState.model_fields)
