"""A file of JSON Lines deduplicated without holding it: lines are read where they lie, by their offsets."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import duckdb
import pyarrow as pa

from pipelines.dedupe.chunks import Chunk, Keys, Map, workers
from pipelines.dedupe.matching import content_order
from pipelines.dedupe.rematch import rematch
from pipelines.dedupe.stretches import LINES, Lines, Reject, read_stretch, stretches
from warehouse.sql_text import sql

# A line is rarely shorter; decides only whether more than one process is started.
_SHORT_LINE = 200
_REPEATS = pa.schema([("listing_id", pa.string()), ("number", pa.int64())])


def deduplicate_lines(path: Path, sink: BinaryIO) -> Iterator[Reject]:
    """Writes a line of `{"id", "cluster_id", "is_canonical", "match_reason"}` for every usable one, in their order.

    Yields what could not be used: the line's number, why, and its text.
    """
    with duckdb.connect() as con, workers(path.stat().st_size // _SHORT_LINE) as run:
        con.execute(sql("dedupe/tables_of_a_file"))
        listings = FileListings(con, path)
        yield from listings.scan(run)
        rematch(con, listings, run)
        listings.write(sink)


class FileListings:
    """The usable lines of a file as records to match."""

    def __init__(self, con: duckdb.DuckDBPyConnection, path: Path) -> None:
        self._con = con
        self._path = path
        self._keys: list[Keys] = []

    def scan(self, run: Map) -> Iterator[Reject]:
        """Reads every line once; yields the bad ones."""
        lines = [LINES.empty_table()]
        before = 0
        for read in run(read_stretch, stretches(self._path)):
            self._keys.append(read.keys)
            lines.append(read.lines)
            yield from ((before + number, reason, text) for number, reason, text in read.rejects)
            before += read.count
        self._con.register("_rows", pa.concat_tables(lines))
        self._con.execute("CREATE TABLE lines AS FROM _rows")
        self._con.unregister("_rows")
        self._con.execute("CREATE TABLE changed AS SELECT listing_id, '' AS content_hash FROM lines")
        self._con.execute("CREATE TABLE gone (listing_id VARCHAR)")

    def keys(self, run: Map) -> Iterator[Keys]:
        """The keys that the scan read."""
        while self._keys:
            yield self._keys.pop()

    def batches(self) -> Iterator[Chunk]:
        """Whole neighbourhoods."""
        query = """
            SELECT list(listing_id ORDER BY listing_id::BIGINT), list(size ORDER BY listing_id::BIGINT)
            FROM blocks JOIN lines USING (listing_id) GROUP BY batch ORDER BY batch
        """
        for offsets, sizes in self._con.execute(query).fetchall():
            yield Lines(self._path, offsets, sizes)

    def write(self, sink: BinaryIO) -> None:
        """A membership a line, in the lines' order."""
        self._con.register("_rows", pa.Table.from_pylist(list(self._repeats()), schema=_REPEATS))
        self._con.execute("CREATE TABLE repeats AS FROM _rows")
        self._con.unregister("_rows")
        with tempfile.TemporaryDirectory(prefix="rolecall-") as folder:
            made = Path(folder) / "memberships.jsonl"
            self._con.execute(f"COPY ({sql('dedupe/memberships')}) TO '{made}' (FORMAT json)")
            with made.open("rb") as file:
                shutil.copyfileobj(file, sink)

    def _repeats(self) -> Iterator[dict[str, object]]:
        """The lines whose id occurs more than once, counted by content: all but each id's first."""
        repeated = "SELECT id FROM lines GROUP BY id HAVING count(*) > 1"
        query = f"SELECT list(listing_id), list(size) FROM lines WHERE id IN ({repeated}) GROUP BY id"  # noqa: S608
        for offsets, sizes in self._con.execute(query).fetchall():
            found = zip(*Lines(self._path, offsets, sizes).read(), strict=True)
            ranked = sorted(found, key=lambda pair: (content_order(pair[1]), int(pair[0])))
            yield from ({"listing_id": owner, "number": number} for number, (owner, _) in enumerate(ranked) if number)
