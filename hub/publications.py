"""Which publication a request reads, and reading it: connections and SQL files. Which rows a page asks for: pages."""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from warehouse.errors import StorageError
from warehouse.models.published import CONTRACT_VERSION
from warehouse.publication import confine, open_published, published_file

Row = dict[str, Any]

_SQL = Path(__file__).parent / "sql"


class Reading:
    """One publication, held for one request: all its answers agree, whatever is published meanwhile."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        self._cursor = cursor

    def rows(self, name: str, **values: object) -> list[Row]:
        """The rows that `hub/sql/<name>.sql` selects; every `$value` it names is bound, never pasted."""
        result = self._cursor.execute(_statement(name), values)
        columns = [column[0] for column in result.description or []]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]

    def row(self, name: str, **values: object) -> Row | None:
        """The first of these rows, or None where there is none."""
        return next(iter(self.rows(name, **values)), None)

    def close(self) -> None:
        """Let go of the publication."""
        self._cursor.close()


class Publications:
    """The published folder, or a file, that the site serves: follows its link, opens each publication once."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._lock = Lock()
        self._file: Path | None = None
        self._connection: duckdb.DuckDBPyConnection | None = None

    def newest(self) -> Reading:
        """A reading of the newest publication.

        Raises StorageError where nothing is published, or what is published cannot be read.
        """
        with self._lock:
            file = published_file(self._place)
            if self._connection is None or file != self._file:
                # dropped, never closed: closing would take the cursors of requests under way with it
                self._connection = _opened(self._place)
                self._file = file
            return Reading(self._connection.cursor())


def _opened(place: Path) -> duckdb.DuckDBPyConnection:
    con = open_published(place)
    con.execute("SET GLOBAL TimeZone = 'UTC'")  # a cursor takes over global settings only
    confine(con)
    try:
        version = con.execute("SELECT contract_version FROM publication").fetchall()
    except duckdb.CatalogException as error:
        raise StorageError(f"{place} is no published file of Rolecall: name one with --db.") from error
    if version != [(CONTRACT_VERSION,)]:
        raise StorageError(f"{place} follows another contract than version {CONTRACT_VERSION}: publish again.")
    return con


@cache
def _statement(name: str) -> str:
    return (_SQL / f"{name}.sql").read_text()
