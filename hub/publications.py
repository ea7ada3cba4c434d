"""Which publication a request reads, and reading it: connections and SQL files. Which rows a page asks for: pages."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import duckdb

from warehouse.errors import OtherContract, StorageError
from warehouse.models.published import CONTRACT_VERSION, TABLES
from warehouse.publication import confine, open_published, published_file
from warehouse.tables import columns_of

Row = dict[str, Any]

_SQL = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class _Opened:
    """One publication, open: its file, what it says of itself, and the words it can be searched by, once asked for."""

    file: Path
    connection: duckdb.DuckDBPyConnection
    publication: Row
    vocabularies: dict[str, dict[str, int]] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


class Reading:
    """One publication, held for one request: all its answers agree, whatever is published meanwhile."""

    def __init__(self, opened: _Opened) -> None:
        self._opened = opened
        self._cursor = opened.connection.cursor()

    @property
    def publication(self) -> Row:
        """What the publication says of itself."""
        return self._opened.publication

    @property
    def file(self) -> Path:
        """The file it reads."""
        return self._opened.file

    def vocabulary(self, section: str) -> dict[str, int]:
        """Every word that listings of a section can be found by, with how many have it; read once a publication."""
        known = self._opened.vocabularies
        with self._opened.lock:  # right after a publication many ask at once: one reads, the others wait
            if section not in known:
                result = self._cursor.execute(statement("vocabulary"), {"section": section})
                known[section] = dict(result.fetchall())
        return known[section]

    def rows(self, name: str, **values: object) -> list[Row]:
        """The rows that `hub/sql/<name>.sql` selects; every `$value` it names is bound, never pasted."""
        return self.select(statement(name), values)

    def row(self, name: str, **values: object) -> Row | None:
        """The first of these rows, or None where there is none."""
        return next(iter(self.rows(name, **values)), None)

    def select(self, sql: str, values: Mapping[str, object]) -> list[Row]:
        """The rows of a query put together from this site's own fragments; every value is bound.

        A list is bound as one JSON text: DuckDB would look for pandas on disk anew for each of its values.
        """
        bound = {name: json.dumps(value) if isinstance(value, list) else value for name, value in values.items()}
        return _dicts(self._cursor.execute(sql, bound))

    def close(self) -> None:
        """Let go of the publication."""
        self._cursor.close()


class Publications:
    """The published folder, or a file, that the site serves: follows its link, opens each publication once."""

    def __init__(self, place: Path, threads: int | None = None) -> None:
        self._place = place
        self._threads = threads
        self._lock = Lock()
        self._opened: _Opened | None = None

    def newest(self) -> Reading:
        """A reading of the newest publication.

        Raises StorageError where nothing is published, or what is published cannot be read.
        """
        with self._lock:
            file = published_file(self._place)
            if self._opened is None or file != self._opened.file:
                # dropped, never closed: closing would take the cursors of requests under way with it
                self._opened = _opened(self._place, self._threads)
            return Reading(self._opened)

    def newest_file(self) -> Path | None:
        """The file that the next reading will be of; None where nothing is published."""
        try:
            return published_file(self._place)
        except StorageError:
            return None


def _opened(place: Path, threads: int | None) -> _Opened:
    con = open_published(place)
    with suppress(duckdb.InvalidInputException):  # locked: another reader in this process has settled the same file
        con.execute("SET GLOBAL TimeZone = 'UTC'")  # a cursor takes over global settings only
        if threads:
            con.execute("SET GLOBAL threads = $threads", {"threads": threads})
        con.execute("SET GLOBAL python_enable_replacements = false")  # a table is a table, never a variable of ours
        confine(con)
    try:
        rows = _dicts(con.execute(statement("publication")))
        columns = set(con.execute(statement("published_columns")).fetchall())
        [(file,)] = con.execute(statement("own_file")).fetchall()
    except duckdb.CatalogException as error:
        raise StorageError(f"{place} is no published file of Rolecall: name one with --db.") from error
    if [row["contract_version"] for row in rows] != [CONTRACT_VERSION]:
        raise OtherContract(f"{place} follows another contract than version {CONTRACT_VERSION}: publish again.")
    if missing := sorted(_promised() - columns):
        raise OtherContract(f"{place} is of an older Rolecall and has no {'.'.join(missing[0])}: publish again.")
    return _Opened(Path(file), con, rows[0])


@cache
def _promised() -> set[tuple[str, str]]:
    """Every column of the contract, with its table: a later Rolecall adds some."""
    return {(str(table.__tablename__), column.name) for table in TABLES for column in columns_of(table)}


def _dicts(result: duckdb.DuckDBPyConnection) -> list[Row]:
    columns = [column[0] for column in result.description or []]
    return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


@cache
def statement(name: str) -> str:
    """The text of `hub/sql/<name>.sql`."""
    return (_SQL / f"{name}.sql").read_text()
