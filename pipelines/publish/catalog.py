"""The published file as a catalog beside the warehouse: attaching it, its tables, comments, views and rows.

Long text never leaves DuckDB. Which tables are written, and when: `draft`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import Text
from sqlmodel import SQLModel

from pipelines.publish import statements
from pipelines.publish.hub_texts import HubTexts
from warehouse.database import STORAGE_VERSION, transaction
from warehouse.errors import PublicationRefused, first_line
from warehouse.models.published_challenges import ChallengeSkill, PublishedChallenge
from warehouse.models.published_positions import Position, PositionSkill
from warehouse.sql_text import literal
from warehouse.tables import columns_of, comments, create_table

#: No write-ahead log: an unfinished draft is thrown away, and logging would write every text twice. Small row groups:
#: one text is read faster.
_STORAGE = f"STORAGE_VERSION '{STORAGE_VERSION}', RECOVERY_MODE no_wal_writes, ROW_GROUP_SIZE 16384"

_SECTIONS: dict[str, tuple[type[SQLModel], type[SQLModel], str]] = {
    "positions": (Position, PositionSkill, "Open positions"),
    "challenges": (PublishedChallenge, ChallengeSkill, "Challenges that are upcoming, open or evergreen"),
}


@contextmanager
def attached(con: duckdb.DuckDBPyConnection, file: Path, *, read_only: bool = False) -> Iterator[None]:
    """The file as catalog `published` beside the warehouse, for as long as the block lasts."""
    con.execute(f"ATTACH {literal(str(file))} AS published ({'READ_ONLY' if read_only else _STORAGE})")
    try:
        yield
    finally:
        con.execute("DETACH published")


def create_tables(con: duckdb.DuckDBPyConnection, tables: Iterable[type[SQLModel]]) -> None:
    """Empty tables with their comments, in place of those of their names."""
    with _inside(con), transaction(con):
        for table in tables:
            con.execute(create_table(table, replace=True))
            con.execute(";\n".join(comments(table)))


def create_views(con: duckdb.DuckDBPyConnection, hubs: Sequence[HubTexts]) -> None:
    """The views of every hub."""
    with _inside(con), transaction(con):
        for hub in hubs:
            for section in _SECTIONS:
                con.execute(";\n".join(_view(hub, section)))


@contextmanager
def filling(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """One transaction around the rows of all tables, on disk behind it."""
    try:
        with transaction(con):
            yield
    finally:
        con.execute("SET preserve_insertion_order = true")
    con.execute("CHECKPOINT published")


def fill(con: duckdb.DuckDBPyConnection, table: type[SQLModel], values: Mapping[str, Any], only: str = "true") -> None:
    """The rows that a table's statement finds, and of them those of a condition.

    Raises PublicationRefused where a row lacks what the contract promises.
    """
    name = str(table.__tablename__)
    sql = statements.statement(name)
    columns = ", ".join(column.name for column in columns_of(table))
    # rows in any order: then the threads that compress documents need not wait for each other
    con.execute(f"SET preserve_insertion_order = {str(not _has_documents(table)).lower()}")
    try:
        con.execute(
            f"INSERT INTO published.{name} ({columns})\nSELECT {columns} FROM (\n{sql}\n) WHERE {only}",
            statements.values_for(sql, values),
        )
    except duckdb.ConstraintException as error:
        raise PublicationRefused("non_null", first_line(error)) from error


def change(con: duckdb.DuckDBPyConnection, table: type[SQLModel], how: str) -> None:
    """What one of the statements in `kept` does to the rows of a table."""
    con.execute(statements.statement(f"kept/{how}").replace("{table}", str(table.__tablename__)))


def _has_documents(table: type[SQLModel]) -> bool:
    return any(isinstance(column.type, Text) for column in columns_of(table))


@contextmanager
def _inside(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """What is made in the block lies in the file without naming it: a view that names it would break elsewhere."""
    home = con.execute("SELECT current_database()").fetchall()[0][0]
    con.execute("USE published")
    try:
        yield
    finally:
        con.execute(f'USE "{home}"')


def _view(hub: HubTexts, section: str) -> Iterable[str]:
    listing, skill, title = _SECTIONS[section]
    view = hub.view(section)
    template = statements.statement(f"views/{section}")
    yield template.replace("{view}", view).replace("{hub}", hub.hub)
    yield f"COMMENT ON VIEW {view} IS {literal(f'Grain: one row a listing. {title} of {hub.name}, best first.')}"
    described = listing.model_fields | {name: skill.model_fields[name] for name in ("score", "evidence")}
    for name, field in described.items():
        yield f"COMMENT ON COLUMN {view}.{name} IS {literal(field.description or '')}"
