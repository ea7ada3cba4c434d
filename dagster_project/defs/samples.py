"""Row counts and samples of warehouse tables, as Dagster metadata."""

from typing import Any

import dagster as dg
import duckdb

_ROWS = 5
_WIDTH = 48


def sample_of(con: duckdb.DuckDBPyConnection, table: str) -> dict[str, Any]:
    """A table's row count and its first rows, long values cut."""
    counted = con.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - an asset's own name
    result = con.execute(f"SELECT COLUMNS(*)::VARCHAR FROM {table} LIMIT {_ROWS}")  # noqa: S608
    names = [column[0] for column in result.description]
    records = [dg.TableRecord({n: _cut(v) for n, v in zip(names, row, strict=True)}) for row in result.fetchall()]
    metadata: dict[str, Any] = {"dagster/row_count": int(counted[0]) if counted else 0}
    if records:
        metadata["sample"] = dg.MetadataValue.table(records)
    return metadata


def _cut(value: str | None) -> str:
    text = value or ""
    return text if len(text) <= _WIDTH else text[: _WIDTH - 1] + "…"
