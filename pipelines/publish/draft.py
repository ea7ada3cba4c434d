"""The rows of a draft: all of them, or in a copy of the last publication those of positions that have changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import duckdb
from sqlmodel import SQLModel

from pipelines.publish import catalog
from pipelines.publish.hub_texts import HubTexts
from warehouse.models.published import TABLES
from warehouse.models.published_history import ListingEvent
from warehouse.models.published_positions import (
    ClosedPosition,
    Position,
    PositionLocation,
    PositionSalary,
    PositionSkill,
)
from warehouse.models.published_search import SearchPosition, SearchTerm

#: each row is made of one position and of nothing that passes with time: `_published_rows` tells whether it changed
BY_POSITION = (Position, PositionLocation, PositionSalary, PositionSkill, ClosedPosition)
#: they only grow
_LOGS = (ListingEvent,)
#: tables over all positions, too large to be written again where none has changed
_OVER_POSITIONS = (SearchPosition, SearchTerm)


def build(con: duckdb.DuckDBPyConnection, hubs: Sequence[HubTexts], values: Mapping[str, Any]) -> None:
    """Fill the empty attached catalog `published` from the warehouse.

    Raises PublicationRefused where a row lacks what the contract promises.
    """
    catalog.create_tables(con, TABLES)
    catalog.create_views(con, hubs)
    with catalog.filling(con):
        for table in TABLES:
            catalog.fill(con, table, values)


def renew(con: duckdb.DuckDBPyConnection, values: Mapping[str, Any]) -> None:
    """Make the attached catalog `published`, a copy of the last publication, the new one.

    The rows of positions that are not due stay, but for when they were last seen; other tables are written again.
    Raises PublicationRefused where a row lacks what the contract promises.
    """
    is_any_due = con.execute("SELECT EXISTS (FROM _due)").fetchall()[0][0]
    untouched = () if is_any_due else _OVER_POSITIONS
    kept = (*BY_POSITION, *_LOGS, *untouched)
    catalog.create_tables(con, [table for table in TABLES if table not in kept])
    with catalog.filling(con):
        for table in TABLES:
            if table in BY_POSITION:
                catalog.change(con, table, "taken_out")
            if table not in untouched:
                catalog.fill(con, table, values)
            if table is Position or table in untouched:
                _touch(con, table, values)


def _touch(con: duckdb.DuckDBPyConnection, table: type[SQLModel], values: Mapping[str, Any]) -> None:
    """What passes with time in rows that stay; before the tables that count them are filled."""
    if table is SearchTerm:
        catalog.change(con, table, "challenges_taken_out")
        catalog.fill(con, table, values, "section = 'challenges'")
    else:
        catalog.change(con, table, "last_seen")
