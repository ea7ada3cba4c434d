"""Building one published file under a temporary name: tables, rows, comments, views. Long text never leaves DuckDB."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
from sqlalchemy import Text
from sqlmodel import SQLModel

from pipelines.publish import statements
from pipelines.publish.hub_texts import HubTexts
from warehouse.countries import areas_of, country_names
from warehouse.database import STORAGE_VERSION, transaction
from warehouse.errors import PublicationRefused, first_line
from warehouse.models.published import TABLES
from warehouse.models.published_challenges import ChallengeSkill, PublishedChallenge
from warehouse.models.published_positions import Position, PositionSkill
from warehouse.tables import columns_of, comments, create_table
from warehouse.temp_tables import temp_table

#: No write-ahead log: an unfinished draft is thrown away, and logging would write every text twice. Small row groups:
#: one text is read faster.
_STORAGE = f"STORAGE_VERSION '{STORAGE_VERSION}', RECOVERY_MODE no_wal_writes, ROW_GROUP_SIZE 16384"

_TEXT, _TEXTS = pa.string(), pa.list_(pa.string())
_HUB_TEXTS = pa.schema(
    dict.fromkeys(("hub", "name", "tagline", "definition", "why_it_matters", "career_paths", "practice"), _TEXT)
    | dict.fromkeys(("questions", "answers", "levels"), _TEXTS)
)
_COUNTRIES = pa.schema({"country": _TEXT, "name": _TEXT, "areas": _TEXTS})

_SECTIONS: dict[str, tuple[type[SQLModel], type[SQLModel], str]] = {
    "positions": (Position, PositionSkill, "Open positions"),
    "challenges": (PublishedChallenge, ChallengeSkill, "Challenges that are upcoming, open or evergreen"),
}


def literal(text: str) -> str:
    """A text as an SQL literal, for the statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"


@contextmanager
def attached(con: duckdb.DuckDBPyConnection, file: Path, *, read_only: bool = False) -> Iterator[None]:
    """The file as catalog `published` beside the warehouse, for as long as the block lasts."""
    con.execute(f"ATTACH {literal(str(file))} AS published ({'READ_ONLY' if read_only else _STORAGE})")
    try:
        yield
    finally:
        con.execute("DETACH published")


def build(
    con: duckdb.DuckDBPyConnection,
    hubs: Sequence[HubTexts],
    values: Mapping[str, Any],
    careers_pages: Mapping[str, str],
    retired: Mapping[str, str],
) -> None:
    """Fill the attached catalog `published` from the warehouse, the rows in one transaction.

    Raises PublicationRefused where a row lacks what the contract promises.
    """
    _pairs(con, "_careers_pages", "url", careers_pages)
    _pairs(con, "_retired", "reason", retired)
    _prepare(con, hubs)
    with _inside(con, "published"), transaction(con):
        _create(con, hubs)
    try:
        with transaction(con):
            for table in TABLES:
                _free_order(con, is_free=_has_documents(table))
                _fill(con, table, values)
    finally:
        _free_order(con, is_free=False)
    con.execute("CHECKPOINT published")


def _has_documents(table: type[SQLModel]) -> bool:
    return any(isinstance(column.type, Text) for column in columns_of(table))


def _free_order(con: duckdb.DuckDBPyConnection, *, is_free: bool) -> None:
    """Whether rows may land in any order: then the threads that compress documents need not wait for each other."""
    con.execute(f"SET preserve_insertion_order = {str(not is_free).lower()}")


@contextmanager
def _inside(con: duckdb.DuckDBPyConnection, catalog: str) -> Iterator[None]:
    """What is made in the block lies in the catalog without naming it: a view that names it would break elsewhere."""
    home = con.execute("SELECT current_database()").fetchall()[0][0]
    con.execute(f"USE {catalog}")
    try:
        yield
    finally:
        con.execute(f'USE "{home}"')


def _prepare(con: duckdb.DuckDBPyConnection, hubs: Sequence[HubTexts]) -> None:
    """Temporary tables and views: what is handed over as values, and what several statements share."""
    names = country_names()
    areas = [areas_of(country) for country in names]
    temp_table(con, "_hub_texts", pa.Table.from_pylist([_row_of(hub) for hub in hubs], _HUB_TEXTS))
    temp_table(con, "_countries", pa.table([[*names], [*names.values()], areas], _COUNTRIES))
    for name, kind in statements.HELPERS.items():
        con.execute(f"CREATE TEMP {kind} {name} AS {statements.statement(name)}")


def _pairs(con: duckdb.DuckDBPyConnection, table: str, column: str, pairs: Mapping[str, str]) -> None:
    """A temporary table of one value a source_id."""
    schema = pa.schema({"source_id": _TEXT, column: _TEXT})
    temp_table(con, table, pa.table([[*pairs], [*pairs.values()]], schema))


def _row_of(hub: HubTexts) -> dict[str, Any]:
    """A hub's row of `_hub_texts`."""
    return asdict(hub) | {"questions": [asked for asked, _ in hub.faq], "answers": [answer for _, answer in hub.faq]}


def _create(con: duckdb.DuckDBPyConnection, hubs: Sequence[HubTexts]) -> None:
    """Empty tables with their comments, and the views of every hub."""
    for table in TABLES:
        con.execute(create_table(table))
        con.execute(";\n".join(comments(table)))
    for hub in hubs:
        for section in _SECTIONS:
            con.execute(";\n".join(_view(hub, section)))


def _view(hub: HubTexts, section: str) -> Iterable[str]:
    listing, skill, title = _SECTIONS[section]
    view = hub.view(section)
    template = statements.statement(f"views/{section}")
    yield template.replace("{view}", view).replace("{hub}", hub.hub)
    yield f"COMMENT ON VIEW {view} IS {literal(f'Grain: one row a listing. {title} of {hub.name}, best first.')}"
    described = listing.model_fields | {name: skill.model_fields[name] for name in ("score", "evidence")}
    for name, field in described.items():
        yield f"COMMENT ON COLUMN {view}.{name} IS {literal(field.description or '')}"


def _fill(con: duckdb.DuckDBPyConnection, table: type[SQLModel], values: Mapping[str, Any]) -> None:
    name = str(table.__tablename__)
    sql = statements.statement(name)
    columns = ", ".join(column.name for column in columns_of(table))
    try:
        con.execute(
            f"INSERT INTO published.{name} ({columns})\nSELECT {columns} FROM (\n{sql}\n)",
            statements.values_for(sql, values),
        )
    except duckdb.ConstraintException as error:
        raise PublicationRefused("non_null", first_line(error)) from error
