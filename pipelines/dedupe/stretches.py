"""Lines of a file as records, read where they lie by whichever process works on them. How they match is not here."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import orjson
import pyarrow as pa

from pipelines.dedupe.chunks import Keys, keys_of
from pipelines.dedupe.matching import Record
from pipelines.jsonlines import as_texts, read_object

Reject = tuple[int, str, str]

FIELDS = ("source", "title", "company", "location", "description", "url", "posted", "requisition_id", "language")
STRETCH = 8 * 2**20
LINES = pa.schema([("listing_id", pa.string()), ("size", pa.int64()), ("id", pa.string())])


@dataclass(slots=True)
class Stretch:
    """A part of the file from one line's start to another's."""

    path: Path
    start: int
    end: int

    def lines(self) -> Iterable[bytes]:
        """Its lines, each with its end."""
        with self.path.open("rb") as file:
            file.seek(self.start)
            return BytesIO(file.read(self.end - self.start))


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
            read = [os.pread(number, size, offset) for size, offset in places]
        return self.offsets, list(map(_record, map(orjson.loads, read)))


@dataclass(slots=True)
class StretchRead:
    """What one stretch held: keys and ids of its records, its count of lines, and its bad lines by their number."""

    keys: Keys
    lines: pa.Table
    count: int
    rejects: list[Reject]


def read_stretch(stretch: Stretch) -> StretchRead:
    """The keys of a stretch's lines."""
    offsets: list[int] = []
    sizes: list[int] = []
    ids: list[str] = []
    keyed: list[tuple[object, ...]] = []
    rejects: list[Reject] = []
    count, after = 0, stretch.start
    for line in stretch.lines():
        offset, after, count = after, after + len(line), count + 1
        if line.isspace():
            continue
        found = read_object(line, ("id",))
        if isinstance(found, str):
            rejects.append((count, found, line.decode("utf-8", "replace")))
            continue
        offsets.append(offset)
        sizes.append(len(line))
        ids.append(str(found["id"]))
        value = found.get
        keyed.append((value("title"), value("company"), value("location"), value("url"), value("requisition_id")))
    owners = pa.array(offsets, pa.int64()).cast(pa.string())
    keys = keys_of(owners, [as_texts(column) for column in zip(*keyed, strict=True)] or [()] * 5)
    return StretchRead(keys, pa.table([owners, sizes, ids], schema=LINES), count, rejects)


def stretches(path: Path) -> Iterator[Stretch]:
    """The file in stretches that end where a line ends."""
    size, start = path.stat().st_size, 0
    with path.open("rb") as file:
        while start < size:
            file.seek(min(start + STRETCH, size))
            file.readline()
            yield Stretch(path, start, file.tell())
            start = file.tell()


def _record(row: dict[str, object]) -> Record:
    return Record(str(row["id"]), *as_texts([row.get(key) for key in FIELDS]))
