"""`rolecall classify` a block of lines at a time. What a listing means belongs to pipelines/classify."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from dagster_project.cli.jsonlines import read_objects, write_object
from pipelines.classify.listing import Listing
from pipelines.classify.workers import shipped_classifier
from pipelines.jsonlines import as_texts
from warehouse.vocabulary import ListingKind

BLOCK = 512 * 1024
_KINDS = tuple(ListingKind)
_NO_TEXT = frozenset({list, dict})
_FIELDS = ("id", "title", "company", "location", "description", "department", "language")


class Place(NamedTuple):
    """Where whole lines stand in a file."""

    path: str
    start: int
    size: int


@dataclass(slots=True)
class Block:
    """Whole lines of a file, or where they stand in it; `before` counts the lines in front of them."""

    lines: bytes | Place
    before: int

    def read(self) -> bytes:
        """The lines."""
        if isinstance(self.lines, bytes):
            return self.lines
        with Path(self.lines.path).open("rb") as file:
            file.seek(self.lines.start)
            return file.read(self.lines.size)


@dataclass(slots=True)
class Done:
    """What became of a block; the rejects are number, reason and text of a line."""

    lines: bytes = b""
    rejects: list[tuple[int, str, str]] = field(default_factory=list)


class _Kept:
    """Rejects of a block, numbered by the lines of the file."""

    def __init__(self, before: int) -> None:
        self.before, self.items = before, list[tuple[int, str, str]]()

    def add(self, line: int, reason: str, text: str) -> None:
        self.items.append((self.before + line, reason, text))


def blocks(file: BinaryIO, size: int = BLOCK) -> Iterator[Block]:
    """A file in blocks of about the same size; of one on disk only their places, which cost less to hand on."""
    name = getattr(file, "name", None)
    path = name if isinstance(name, str) and Path(name).is_file() else None
    buffer, start, before = bytearray(size), file.tell() if path else 0, 0
    while count := cast(BufferedReader, file).readinto(buffer):
        rest = file.readline()
        lines = Place(path, start, count + len(rest)) if path else bytes(buffer[:count]) + rest
        yield Block(lines, before)
        before += buffer.count(b"\n", 0, count) + rest.count(b"\n")
        start += count + len(rest)


def classify_block(block: Block) -> Done:
    """Classify the listings of a block; runs in a worker process."""
    kept, out = _Kept(block.before), BytesIO()
    rows = read_objects(BytesIO(block.read()), kept, ("id",), _problem)
    for found in shipped_classifier().classify(map(_listing, rows)):
        write_object(out, found)
    return Done(out.getvalue(), kept.items)


def _problem(row: dict[str, object]) -> str | None:
    """What makes a row no listing, or nothing."""
    for key in _FIELDS:
        if type(row.get(key)) in _NO_TEXT:
            return f"{key} is no text"
    tags, kind = row.get("tags"), row.get("kind")
    if tags and not isinstance(tags, list):
        return "tags is no list"
    if kind is not None and kind not in _KINDS:
        return f"kind is none of {', '.join(_KINDS)}"
    return None


def _listing(row: dict[str, object]) -> Listing:
    texts = as_texts([row.get(key) for key in _FIELDS])
    id_, title, company, location, description, department, language = texts
    tags = row.get("tags")
    named = [str(tag) for tag in tags if tag is not None] if isinstance(tags, list) else []
    kind = str(row.get("kind") or ListingKind.POSTING.value)
    return Listing(id_, title, company, location, description, department, named, language, kind)
