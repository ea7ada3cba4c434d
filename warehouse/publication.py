"""Reading the published file: for the hub site, the command line and analysts. Writing it: `pipelines.publish`."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer

import duckdb

from warehouse.errors import NothingPublished, StorageError, first_line
from warehouse.sql_text import literal

#: the name readers know; a symlink to the newest publication
LINK = "rolecall.duckdb"

_ATTEMPTS = 5


def published_file(place: Path) -> Path:
    """The file that a published folder, its link or a file's own name stands for now.

    A path of its own for each publication: in one process DuckDB answers a second connect to the same path from the
    file it already has open. Raises NothingPublished where there is none yet.
    """
    link = place / LINK if place.is_dir() else place
    if not link.exists():
        raise NothingPublished(
            f"Nothing is published yet in {link.parent}: run `rolecall run --sample` for a first look, "
            "or `rolecall run` to crawl the registry."
        )
    return link.resolve()


@contextmanager
def beside_previous(file: Path, previous: Path | None) -> Iterator[duckdb.DuckDBPyConnection]:
    """A publication as catalog `published`, also reached by bare names, and the one before as `previous`.

    Where there is none before, the file stands beside itself: nothing has changed. One that cannot be read is empty.
    """
    with duckdb.connect() as con:
        con.execute("SET TimeZone = 'UTC'")
        con.execute(f"ATTACH {literal(str(file))} AS published (READ_ONLY)")
        try:
            con.execute(f"ATTACH {literal(str(previous or file))} AS previous (READ_ONLY)")
        except duckdb.Error:
            con.execute("ATTACH ':memory:' AS previous")
        con.execute("USE published")
        yield con


def open_published(place: Path) -> duckdb.DuckDBPyConnection:
    """A read-only connection to the newest publication, which stays that one however often a newer one is swapped in.

    Instants are shown in UTC. Raises StorageError where nothing is published yet or the file is damaged.
    """
    for _ in range(_ATTEMPTS):
        file = published_file(place)
        try:
            con = duckdb.connect(str(file), read_only=True)
        except duckdb.Error as error:
            if not file.exists():
                continue  # several publications came between resolving and opening: the link has moved on
            raise StorageError(
                f"Cannot read the published file {file}: publish again ({first_line(error)})."
            ) from error
        with suppress(duckdb.InvalidInputException):  # confined already by another reader in this process, in UTC too
            con.execute("SET TimeZone = 'UTC'")
        return con
    raise StorageError(f"Cannot open the published file in {place}: it is replaced faster than it can be opened.")


def confine(con: duckdb.DuckDBPyConnection, memory_mb: int | None = None) -> None:
    """From now on the connection reads its file alone: no other, no network, no extension, no setting."""
    con.execute("SET autoinstall_known_extensions = false")
    con.execute("SET autoload_known_extensions = false")
    con.execute("SET allow_community_extensions = false")
    con.execute("SET temp_directory = ''")
    if memory_mb is not None:
        con.execute(f"SET memory_limit = '{memory_mb:d}MB'")
    con.execute("SET enable_external_access = false")
    con.execute("SET lock_configuration = true")


@contextmanager
def interrupted_after(con: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    """A query inside the block that takes longer ends with duckdb.InterruptException."""
    timer = Timer(seconds, con.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
