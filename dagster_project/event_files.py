"""Dagster's SQLite files while a run of this process writes its events into them.

Dagster connects anew for every event. A connection that is the last one writes its log back into the file as it closes,
and both wait for the disk: that takes longer than the steps do. So one connection a file stays open beside it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Engine


@contextmanager
def held_open() -> Iterator[None]:
    """Inside the block events wait for no disk: a kill loses none, a power failure the last ones, never the file."""
    held: dict[str, sqlite3.Connection] = {}

    def hold(connection: Any, _: object) -> None:
        if not isinstance(connection, sqlite3.Connection):
            return
        connection.execute("PRAGMA synchronous = NORMAL").close()
        for _number, _name, file in connection.execute("PRAGMA database_list").fetchall():
            if file and file not in held:
                held[file] = sqlite3.connect(file, check_same_thread=False)
            if file:  # each time: only a connection that has read since the file has a log keeps that open
                held[file].execute("SELECT count(*) FROM sqlite_master").fetchall()

    event.listen(Engine, "connect", hold)
    try:
        yield
    finally:
        event.remove(Engine, "connect", hold)
        for connection in held.values():
            connection.close()
