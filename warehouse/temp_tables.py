"""Temporary tables of rows at hand. Apart from `database`: a file is deduplicated without loading the models."""

import duckdb
import pyarrow as pa


def temp_table(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A temporary table of these rows in place of one of that name.

    As Arrow: a list handed over as a parameter costs DuckDB a quarter of a millisecond a value.
    """
    con.register("_rows", rows)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM _rows")
    con.unregister("_rows")
