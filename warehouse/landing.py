"""The landing: raw payloads as they came, append-only, never edited.

A platform's folder holds segments (`<crawl_id>.jsonl.gz`: one gzip member a board, a payload a line) and `index.jsonl`
(one line a board crawl: how it ended, and where in which segment its payloads lie). A board is landed when its index
line is written, which is one append; a member without a line, or half a line, is the trace of a killed crawl and is
never read. Segments stay readable with `zcat`.
"""

import os
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from warehouse.errors import StorageError
from warehouse.ids import content_hash
from warehouse.vocabulary import CrawlOutcome, CrawlReason

_GZIP = 31  # zlib's window bits for a gzip header
_LEVEL = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCrawl:
    """One crawl of one board, as it ended. `crawled_at` is the clock of the run."""

    source_id: str
    platform: str
    board: str
    company: str
    crawl_id: str
    run_id: str
    crawled_at: datetime
    outcome: CrawlOutcome
    reason: CrawlReason | None = None
    detail: str | None = None
    payload_count: int = 0
    offset: int = 0
    length: int = 0


@dataclass(frozen=True, slots=True)
class LandedPayload:
    """One payload line."""

    source_id: str
    fetched_at: str
    content_hash: str
    payload: dict[str, Any]


class Landing:
    """The landing of one platform."""

    def __init__(self, root: Path, platform: str) -> None:
        self.platform = platform
        self.folder = root / platform
        self.index = self.folder / "index.jsonl"

    def land(
        self,
        crawl: BoardCrawl,
        payloads: Iterable[dict[str, Any]],
        volatile: frozenset[str],
    ) -> BoardCrawl:
        """Append a board's payloads, then its index line. Returns the crawl with its place filled in."""
        lines = [_payload_line(crawl, payload, volatile) for payload in payloads]
        member = zlib.compress(b"".join(lines), _LEVEL, wbits=_GZIP) if lines else b""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            offset = _append(self._segment(crawl.crawl_id), member) if member else 0
            placed = _placed(crawl, len(lines), offset, len(member))
            _append(self.index, orjson.dumps(asdict(placed)) + b"\n", after_newline=True)
        except OSError as error:
            raise StorageError(f"Cannot write to {self.folder} ({error.strerror}): free space or mend it.") from error
        return placed

    def crawls(self, offset: int = 0) -> Iterator[tuple[BoardCrawl, int]]:
        """Board crawls landed from a byte offset of the index on, each with the offset behind it."""
        if not self.index.exists():
            return
        with self.index.open("rb") as index:
            index.seek(offset)
            for line in index:
                if not line.endswith(b"\n"):
                    return
                offset += len(line)
                if (crawl := _crawl_of(line)) is not None:
                    yield crawl, offset

    def size(self) -> int:
        """Bytes of the index: a watermark below it means unread crawls."""
        return self.index.stat().st_size if self.index.exists() else 0

    def payloads(self, crawl: BoardCrawl) -> Iterator[LandedPayload]:
        """The payloads of one board crawl.

        Raises StorageError where the segment is missing or damaged.
        """
        if not crawl.payload_count:
            return
        segment = self._segment(crawl.crawl_id)
        try:
            with segment.open("rb") as file:
                file.seek(crawl.offset)
                lines = zlib.decompress(file.read(crawl.length), wbits=_GZIP)
        except (OSError, zlib.error) as error:
            raise StorageError(f"{segment} is missing or damaged ({error}): restore it or crawl again.") from error
        for line in lines.splitlines():
            yield LandedPayload(**orjson.loads(line))

    def last_crawls(self) -> dict[str, BoardCrawl]:
        """The newest crawl of each board, by the clock of the crawls."""
        newest: dict[str, BoardCrawl] = {}
        for crawl, _ in self.crawls():
            known = newest.get(crawl.source_id)
            if known is None or crawl.crawled_at >= known.crawled_at:
                newest[crawl.source_id] = crawl
        return newest

    def _segment(self, crawl_id: str) -> Path:
        return self.folder / f"{crawl_id}.jsonl.gz"


def landed_platforms(root: Path) -> list[Landing]:
    """Every platform that has landed something."""
    return [Landing(root, index.parent.name) for index in sorted(root.glob("*/index.jsonl"))]


def _payload_line(crawl: BoardCrawl, payload: dict[str, Any], volatile: frozenset[str]) -> bytes:
    landed = LandedPayload(
        crawl.source_id,
        crawl.crawled_at.isoformat(),
        content_hash(payload, volatile),
        payload,
    )
    return orjson.dumps(_fields(landed)) + b"\n"


def _fields(landed: LandedPayload) -> dict[str, Any]:
    return {name: getattr(landed, name) for name in LandedPayload.__dataclass_fields__}


def _placed(crawl: BoardCrawl, count: int, offset: int, length: int) -> BoardCrawl:
    return BoardCrawl(**{**asdict(crawl), "payload_count": count, "offset": offset, "length": length})


def _append(path: Path, data: bytes, *, after_newline: bool = False) -> int:
    """Append in one write, flushed to disk. A torn last line (a killed writer) is closed off first."""
    with path.open("ab") as file:
        offset = file.tell()
        if after_newline and offset and not _ends_in_newline(path):
            data = b"\n" + data
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    return offset


def _ends_in_newline(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _crawl_of(line: bytes) -> BoardCrawl | None:
    """A board crawl from its index line, or None for the torn line of a killed writer."""
    try:
        values = orjson.loads(line)
        values["crawled_at"] = datetime.fromisoformat(values["crawled_at"])
        values["outcome"] = CrawlOutcome(values["outcome"])
        values["reason"] = CrawlReason(values["reason"]) if values["reason"] else None
        return BoardCrawl(**values)
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
