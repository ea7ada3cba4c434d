"""The DuckDB warehouse: opening it, its SQL files, and moving rows in bulk. Rows travel as Arrow, never one by one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from sqlmodel import SQLModel

from warehouse.arrow import arrow_schema
from warehouse.errors import StorageBusy, StorageError, first_line
from warehouse.models import history, listings, matching, publishing
from warehouse.tables import create_table

#: the first storage version with zstd; every DuckDB from 1.2 on reads it
STORAGE_VERSION = "v1.2.0"
#: how DuckDB words that another process has the file open
_LOCKED = "Could not set lock"

_CONFIG: dict[str, Any] = {"storage_compatibility_version": STORAGE_VERSION}
#: a damaged file shows itself as any of these, by where the damage is
_STORAGE_TROUBLE = (duckdb.IOException, duckdb.FatalException, duckdb.InternalException, duckdb.SerializationException)
_NO_SPACE = ("No space left", "not enough space", "File too large", "Disk quota")

# Tables of earlier versions that only held what can be worked out again, and such columns.
_RETIRED = ("int_match_keys", "int_match_titles", "int_title_heads")
_RETIRED_COLUMNS = (("int_published_states", "last_seen_at"),)


def warehouse_models() -> list[type[SQLModel]]:
    """Every table model of the warehouse."""
    found = [value for module in (listings, history, matching, publishing) for value in vars(module).values()]
    return [m for m in found if isinstance(m, type) and issubclass(m, SQLModel) and hasattr(m, "__table__")]


@contextmanager
def open_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, open for writing, with its tables made.

    Raises StorageBusy where another process holds it, StorageError where the disk is full or the file is damaged.
    """
    with _storage_errors(path), duckdb.connect(str(path), config=_CONFIG) as con:
        con.execute("SET TimeZone = 'UTC'")
        for model in warehouse_models():
            con.execute(create_table(model))
        for name in _RETIRED:
            con.execute(f"DROP TABLE IF EXISTS {name}")
        for table, column in _RETIRED_COLUMNS:
            con.execute(f"ALTER TABLE {table} DROP COLUMN IF EXISTS {column}")
        yield con


@contextmanager
def _storage_errors(path: Path) -> Iterator[None]:
    """What DuckDB says of a file that it cannot read or write, as a StorageError that says what to do."""
    try:
        yield
    except duckdb.Error as error:
        what = first_line(error)
        if any(mark in str(error) for mark in _NO_SPACE):
            raise StorageError(f"Cannot write {path} ({what}): free space, then run again.") from error
        if not isinstance(error, _STORAGE_TROUBLE):
            raise
        if _LOCKED in what:
            raise StorageBusy(f"Cannot open {path} ({what}): another run holds it; wait for it or stop it.") from error
        raise StorageError(
            f"Cannot use {path} ({what}): if the file is damaged, delete it and {path.name}.wal; the next run rebuilds "
            "it from the landing."
        ) from error


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: a step that is killed or fails leaves the tables as they were."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:  # an interrupt must roll back too; it is raised on
        with suppress(duckdb.Error):  # a database that broke down has nothing left to roll back
            con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


@contextmanager
def one_thread(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """DuckDB with one thread, while a few thousand rows come at a time: with more it takes twice the processor time."""
    threads = con.execute("SELECT current_setting('threads')").fetchall()[0][0]
    con.execute("SET threads = 1")
    try:
        yield
    finally:
        with suppress(duckdb.Error):  # a database that broke down takes no setting
            con.execute(f"SET threads = {threads}")


def append_rows(
    con: duckdb.DuckDBPyConnection,
    model: type[SQLModel],
    rows: Sequence[dict[str, Any]],
) -> None:
    """Append rows, given as dicts with every column of the model."""
    if rows:
        append_table(con, model, pa.Table.from_pylist(list(rows), schema=arrow_schema(model)))


def append_table(con: duckdb.DuckDBPyConnection, model: type[SQLModel], table: pa.Table) -> None:
    """Append a table with the columns of the model."""
    con.register("_rows", table)
    con.execute(f"INSERT INTO {model.__tablename__} BY NAME SELECT * FROM _rows")  # noqa: S608 - a model's own name
    con.unregister("_rows")


def replace_rows(
    con: duckdb.DuckDBPyConnection,
    model: type[SQLModel],
    rows: Sequence[dict[str, Any]],
    key: str,
) -> None:
    """Append rows in place of those with the same key."""
    if rows:
        replace_table(con, model, pa.Table.from_pylist(list(rows), schema=arrow_schema(model)), key)


def replace_table(con: duckdb.DuckDBPyConnection, model: type[SQLModel], table: pa.Table, key: str) -> None:
    """Append a table in place of the rows with the same key."""
    con.register("_keys", table.select([key]))
    con.execute(f"DELETE FROM {model.__tablename__} WHERE {key} IN (SELECT {key} FROM _keys)")  # noqa: S608
    con.unregister("_keys")
    append_table(con, model, table)


def fetch_dicts(con: duckdb.DuckDBPyConnection, query: str, parameters: Any = None) -> list[dict[str, Any]]:
    """A small result as dicts."""
    result = con.execute(query, parameters)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
