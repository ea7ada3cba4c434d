"""Is the new file fit to take the old one's place? Each check asks the file itself; the first that fails refuses it."""

import duckdb
from sqlmodel import SQLModel

from pipelines.publish import statements
from warehouse.errors import PublicationRefused
from warehouse.models.published import KEYLESS, TABLES
from warehouse.tables import columns_of, sql_type

_SHOWN = 3


def check(con: duckdb.DuckDBPyConnection) -> None:
    """Check the attached catalog `published` against the contract and the warehouse.

    Raises PublicationRefused, naming the check and the first rows it found.
    """
    _check_schema(con)
    for table in TABLES:
        if table not in KEYLESS:
            _check_key(con, table)
    for name, sql in statements.checks().items():
        _refuse(name, [str(row[0]) for row in con.execute(f"{sql} LIMIT {_SHOWN}").fetchall()])


def _refuse(check_name: str, problems: list[str]) -> None:
    if problems:
        raise PublicationRefused(check_name, "; ".join(problems))


def _check_schema(con: duckdb.DuckDBPyConnection) -> None:
    """The file's tables and columns are those of the models: names, order, types and nullability."""
    found = con.execute(
        "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() "
        "WHERE database_name = 'published' AND table_name IN (SELECT table_name FROM duckdb_tables() "
        "WHERE database_name = 'published') ORDER BY table_name, column_index"
    ).fetchall()
    expected = _expected_columns(con)
    strange = [f"{row[0]}.{row[1]} {row[2]}" for row in found if row not in expected]
    missing = [f"no {row[0]}.{row[1]} {row[2]}" for row in expected if row not in found]
    _refuse("schema", (strange + missing)[:_SHOWN])
    _refuse("schema", [] if found == expected else ["the columns stand in another order"])


def _expected_columns(con: duckdb.DuckDBPyConnection) -> list[tuple[str, str, str, bool]]:
    """The models' columns, by table, with their types as DuckDB spells them."""
    columns = [
        (str(table.__tablename__), column.name, sql_type(column), bool(column.nullable))
        for table in sorted(TABLES, key=lambda table: str(table.__tablename__))
        for column in columns_of(table)
    ]
    words = sorted({column[2] for column in columns})
    spelt = con.execute("SELECT " + ", ".join(f"typeof(NULL::{word})" for word in words)).fetchall()[0]
    spelling = dict(zip(words, spelt, strict=True))
    return [(table, name, spelling[word], is_nullable) for table, name, word, is_nullable in columns]


def _check_key(con: duckdb.DuckDBPyConnection, table: type[SQLModel]) -> None:
    key = ", ".join(column.name for column in columns_of(table) if column.primary_key)
    rows = f"published.{table.__tablename__} GROUP BY {key} HAVING count(*) > 1 LIMIT {_SHOWN}"
    doubles = con.execute(f"SELECT concat_ws(' ', {key}) FROM {rows}").fetchall()  # noqa: S608 - names of the models
    _refuse("unique_key", [f"{table.__tablename__} holds {row[0]} more than once" for row in doubles])
