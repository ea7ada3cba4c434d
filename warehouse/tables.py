"""From models to DuckDB: column types, CREATE TABLE, comments. The SQL of a table is never written by hand twice."""

from collections.abc import Iterable
from functools import cache

from sqlalchemy import Column, Dialect, Text
from sqlmodel import SQLModel

from warehouse.sql_text import literal


@cache
def _dialect() -> Dialect:
    from sqlalchemy.dialects import postgresql  # of no use to a worker, which makes no table

    found: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    return found


def columns_of(model: type[SQLModel]) -> list[Column[object]]:
    """The columns of a table model, in the model's order."""
    table = model.__table__  # type: ignore[attr-defined]
    return [table.columns[name] for name in model.model_fields]


def sql_type(column: Column[object]) -> str:
    """A column's type in DuckDB's words."""
    return str(column.type.compile(dialect=_dialect()))


def _definition(column: Column[object]) -> str:
    null = "" if column.nullable else " NOT NULL"
    zstd = " USING COMPRESSION zstd" if isinstance(column.type, Text) else ""
    return f"{column.name} {sql_type(column)}{null}{zstd}"


def create_table(model: type[SQLModel], *, replace: bool = False) -> str:
    """CREATE TABLE for a model. Keys are checked by asset checks, not by an index, which would slow every load.

    Documents are kept in zstd: a third of the size of DuckDB's own choice. Storage versions before v1.2.0 ignore it.
    """
    verb = "CREATE OR REPLACE TABLE" if replace else "CREATE TABLE IF NOT EXISTS"
    lines = ",\n  ".join(_definition(column) for column in columns_of(model))
    return f"{verb} {model.__tablename__} (\n  {lines}\n)"


def comments(model: type[SQLModel]) -> Iterable[str]:
    """COMMENT statements for a table and each of its columns, from the model's docstring and descriptions."""
    yield f"COMMENT ON TABLE {model.__tablename__} IS {literal(' '.join((model.__doc__ or '').split()))}"
    for name, field in model.model_fields.items():
        yield f"COMMENT ON COLUMN {model.__tablename__}.{name} IS {literal(field.description or '')}"
