"""Lines of a file as records, read where they lie by whichever process works on them. How they match is not here."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import orjson
import pyarrow as pa

from pipelines.dedupe.chunks import Keys, keys_of
from pipelines.dedupe.matching import Record
from pipelines.jsonlines import read_object

Reject = tuple[int, str, str]

FIELDS = ("source", "title", "company", "location", "description", "url", "posted", "requisition_id", "language")
_KEYED = ("title", "company", "location", "url", "requisition_id")
_TEXT = frozenset({str, type(None)})
STRETCH = 8 * 2**20
LINES = pa.schema([("listing_id", pa.string()), ("size", pa.int64()), ("id", pa.string())])


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
    offsets: list[int] = []
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
            offsets.append(offset)
            sizes.append(len(line))
            ids.append(str(found["id"]))
            strings.append(_strings(found, _KEYED))
    owners = pa.array(offsets, pa.int64()).cast(pa.string())
    return StretchRead(keys_of(owners, strings), pa.table([owners, sizes, ids], schema=LINES), count, rejects)


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
    return Record(str(row["id"]), *cast("list[Any]", _strings(row, FIELDS)))


def _strings(row: dict[str, object], keys: tuple[str, ...]) -> list[str | None]:
    """The values as text, whatever they are."""
    values = [row.get(key) for key in keys]
    if not _TEXT.issuperset(map(type, values)):
        values = [None if value is None else str(value) for value in values]
    return cast("list[str | None]", values)
