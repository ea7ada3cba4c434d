"""Reading the published file: for the hub site, the command line and analysts. Writing it: `pipelines.publish`."""

from pathlib import Path

import duckdb

from warehouse.errors import NothingPublished, StorageError, first_line

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
        con.execute("SET TimeZone = 'UTC'")
        return con
    raise StorageError(f"Cannot open the published file in {place}: it is replaced faster than it can be opened.")
