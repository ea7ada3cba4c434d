"""The DuckDB warehouse: opening it, its SQL files, and moving rows in bulk. Rows travel as Arrow, never one by one."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from sqlalchemy import BigInteger, Boolean, Date, Double, Integer, Numeric
from sqlalchemy.types import ARRAY, DateTime, TypeEngine
from sqlmodel import SQLModel

from warehouse.errors import StorageBusy, StorageError, first_line
from warehouse.models import history, listings
from warehouse.tables import columns_of, create_table

#: the first storage version with zstd; every DuckDB from 1.2 on reads it
STORAGE_VERSION = "v1.2.0"
#: how DuckDB words that another process has the file open
_LOCKED = "Could not set lock"

_SQL = Path(__file__).parent / "sql"
_ARROW_TYPES: tuple[tuple[type[TypeEngine[Any]], pa.DataType], ...] = (
    (BigInteger, pa.int64()),
    (Integer, pa.int32()),
    (Boolean, pa.bool_()),
    (Double, pa.float64()),
    (Numeric, pa.decimal128(14, 2)),
    (DateTime, pa.timestamp("us", tz="UTC")),
    (Date, pa.date32()),
    (ARRAY, pa.list_(pa.string())),
)


def warehouse_models() -> list[type[SQLModel]]:
    """Every table model of the warehouse."""
    found = [*vars(listings).values(), *vars(history).values()]
    return [m for m in found if isinstance(m, type) and issubclass(m, SQLModel) and hasattr(m, "__table__")]


@contextmanager
def open_warehouse(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The warehouse, open for writing, with its tables made.

    Raises StorageBusy where another process holds it, StorageError where the file is damaged.
    """
    try:
        con = duckdb.connect(str(path), config={"storage_compatibility_version": STORAGE_VERSION})
    except duckdb.IOException as error:
        kind = StorageBusy if _LOCKED in str(error) else StorageError
        raise kind(
            f"Cannot open {path}: {first_line(error)}. If another run holds it, wait; if the file is damaged, "
            "delete it: the next run rebuilds it from the landing."
        ) from error
    try:
        con.execute("SET TimeZone = 'UTC'")
        for model in warehouse_models():
            con.execute(create_table(model))
        yield con
    finally:
        con.close()


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All or nothing: a step that is killed or fails leaves the tables as they were."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:  # an interrupt must roll back too; it is raised on
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


@cache
def sql(name: str) -> str:
    """The text of `warehouse/sql/<name>.sql`."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def arrow_schema(model: type[SQLModel]) -> pa.Schema:
    """A model's columns as Arrow types; JSON travels as text."""
    return pa.schema([(column.name, _arrow_type(column.type)) for column in columns_of(model)])


def _arrow_type(sql_type: TypeEngine[Any]) -> pa.DataType:
    return next(
        (arrow for kind, arrow in _ARROW_TYPES if isinstance(sql_type, kind)),
        pa.string(),
    )


def append_rows(
    con: duckdb.DuckDBPyConnection,
    model: type[SQLModel],
    rows: Sequence[dict[str, Any]],
) -> None:
    """Append rows, given as dicts with every column of the model."""
    if not rows:
        return
    con.register("_rows", pa.Table.from_pylist(list(rows), schema=arrow_schema(model)))
    con.execute(f"INSERT INTO {model.__tablename__} BY NAME SELECT * FROM _rows")  # noqa: S608 - a model's own name
    con.unregister("_rows")


def replace_rows(
    con: duckdb.DuckDBPyConnection,
    model: type[SQLModel],
    rows: Sequence[dict[str, Any]],
    key: str,
) -> None:
    """Append rows in place of those with the same key."""
    if not rows:
        return
    con.register("_keys", pa.table({"key": pa.array([row[key] for row in rows])}))
    con.execute(f"DELETE FROM {model.__tablename__} WHERE {key} IN (SELECT key FROM _keys)")  # noqa: S608
    con.unregister("_keys")
    append_rows(con, model, rows)


def fetch_dicts(con: duckdb.DuckDBPyConnection, query: str, parameters: Any = None) -> list[dict[str, Any]]:
    """A small result as dicts."""
    result = con.execute(query, parameters)
    names = [column[0] for column in result.description]
    return [dict(zip(names, row, strict=True)) for row in result.fetchall()]
