"""The tables of a home as text, without what differs from run to run: run ids, and which publication it is."""

import re
from pathlib import Path

import duckdb

from warehouse.layout import Home
from warehouse.publication import published_file

_RUN = re.compile(r"run-[0-9a-f]{8}")
_PUBLISHED_APART = {"publication_id", "published_at", "run_id"}
#: how often a board was asked in vain is no fact about listings: a run that was killed and its successor both asked
_MEMORY = [
    "stg_postings",
    "stg_challenges",
    "stg_rejects",
    "int_listing_states",
    "int_source_states",
    "int_listing_events",
    "int_classified",
    "int_members",
    "int_published_states",
    "int_redirects",
]


def published(home: Path) -> dict[str, list[str]]:
    """Every published table, row by row."""
    with duckdb.connect(str(published_file(Home(home).published)), read_only=True) as con:
        names = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        return {name: rows(con, name) for (name,) in names}


def remembered(home: Path) -> dict[str, list[str]]:
    """Every table of the warehouse that says something of listings."""
    with duckdb.connect(str(Home(home).warehouse)) as con:
        return {name: rows(con, name) for name in _MEMORY}


def rows(con: duckdb.DuckDBPyConnection, table: str) -> list[str]:
    """One table, sorted."""
    con.execute("SET TimeZone = 'UTC'")
    columns = [name for (name,) in con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()]
    kept = ", ".join(f'"{name}"' for name in columns if name not in _PUBLISHED_APART)
    return sorted(_RUN.sub("run", repr(row)) for row in con.execute(f"SELECT {kept} FROM {table}").fetchall())


def differences(found: dict[str, list[str]], expected: dict[str, list[str]]) -> list[str]:
    """What is lost, and what is there too much, table by table."""
    told = []
    for table in expected.keys() | found.keys():
        lost = set(expected.get(table, [])) - set(found.get(table, []))
        extra = set(found.get(table, [])) - set(expected.get(table, []))
        if lost or extra or len(expected.get(table, [])) != len(found.get(table, [])):
            some = " | ".join(
                [*(f"lost {row:.600}" for row in sorted(lost)[:2]), *(f"new {row:.600}" for row in sorted(extra)[:2])]
            )
            told.append(f"{table}: {len(lost)} rows lost, {len(extra)} too many: {some}")
    return told
