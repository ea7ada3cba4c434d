"""A file of JSON Lines deduplicated without holding it: lines are read where they lie, by their offsets."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import duckdb
import orjson
import pyarrow as pa

from pipelines.dedupe.chunks import Chunk, Keys, Map, keys_of, workers
from pipelines.dedupe.matching import Record, content_order
from pipelines.dedupe.rematch import rematch
from pipelines.jsonlines import read_object
from warehouse.database import sql
from warehouse.models.matching import IntCloseTitle, IntMatch, IntMatchKey, IntMatchTitle
from warehouse.tables import create_table

Reject = tuple[int, str, str]

FIELDS = ("source", "title", "company", "location", "description", "url", "posted", "requisition_id", "language")
_KEYED = ("title", "company", "location", "url", "requisition_id")
_TEXT = frozenset({str, type(None)})
STRETCH = 8 * 2**20
# A line is rarely shorter; decides only whether more than one process is started.
_SHORT_LINE = 200

_LINES = pa.schema([("listing_id", pa.string()), ("size", pa.int64()), ("id", pa.string())])
_REPEATS = pa.schema([("listing_id", pa.string()), ("number", pa.int64())])


@dataclass(slots=True)
class Stretch:
    """A part of the file from one line's start to another's."""

    path: Path
    start: int
    end: int


@dataclass(slots=True)
class Lines:
    """Single lines of the file; a line's offset is its listing id."""

    path: Path
    offsets: list[str]
    sizes: list[int]

    def read(self) -> tuple[list[str], list[Record]]:
        """The lines' records."""
        with self.path.open("rb") as file:
            number = file.fileno()
            places = zip(self.sizes, map(int, self.offsets), strict=True)
            return self.offsets, [_record(orjson.loads(os.pread(number, size, offset))) for size, offset in places]


@dataclass(slots=True)
class StretchRead:
    """What one stretch held: keys and ids of its records, its count of lines, and its bad lines by their number."""

    keys: Keys
    lines: pa.Table
    count: int
    rejects: list[Reject]


def read_stretch(stretch: Stretch) -> StretchRead:
    """The keys of a stretch's lines."""
    owners: list[str] = []
    sizes: list[int] = []
    ids: list[str] = []
    strings: list[Sequence[str | None]] = []
    rejects: list[Reject] = []
    count = 0
    with stretch.path.open("rb") as file:
        file.seek(stretch.start)
        after = stretch.start
        while (offset := after) < stretch.end:
            line = file.readline()
            after += len(line)
            count += 1
            if line.isspace():
                continue
            found = read_object(line, ("id",))
            if isinstance(found, str):
                rejects.append((count, found, line.decode("utf-8", "replace")))
                continue
            owners.append(str(offset))
            sizes.append(len(line))
            ids.append(str(found["id"]))
            strings.append(_strings(found, _KEYED))
    return StretchRead(keys_of(owners, strings), pa.table([owners, sizes, ids], schema=_LINES), count, rejects)


def deduplicate_lines(path: Path, sink: BinaryIO) -> Iterator[Reject]:
    """Writes a line of `{"id", "cluster_id", "is_canonical", "match_reason"}` for every usable one, in their order.

    Yields what could not be used: the line's number, why, and its text.
    """
    with duckdb.connect() as con, workers(path.stat().st_size // _SHORT_LINE) as run:
        for model in (IntMatch, IntMatchKey, IntMatchTitle, IntCloseTitle):
            con.execute(create_table(model))
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
        lines = [_LINES.empty_table()]
        before = 0
        for read in run(read_stretch, _stretches(self._path)):
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
        query = "SELECT list(listing_id), list(size) FROM lines GROUP BY id HAVING count(*) > 1"
        for offsets, sizes in self._con.execute(query).fetchall():
            found = zip(*Lines(self._path, offsets, sizes).read(), strict=True)
            ranked = sorted(found, key=lambda pair: (content_order(pair[1]), int(pair[0])))
            yield from ({"listing_id": owner, "number": number} for number, (owner, _) in enumerate(ranked) if number)


def _stretches(path: Path) -> Iterator[Stretch]:
    """The file in stretches that end where a line ends."""
    size, start = path.stat().st_size, 0
    with path.open("rb") as file:
        while start < size:
            file.seek(min(start + STRETCH, size))
            file.readline()
            yield Stretch(path, start, file.tell())
            start = file.tell()


def _record(row: dict[str, object]) -> Record:
    return Record(str(row["id"]), *cast("list[Any]", _strings(row, FIELDS)))


def _strings(row: dict[str, object], keys: tuple[str, ...]) -> list[str | None]:
    """The values as text, whatever they are."""
    values = [row.get(key) for key in keys]
    if not _TEXT.issuperset(map(type, values)):
        values = [None if value is None else str(value) for value in values]
    return cast("list[str | None]", values)
