"""The landing: raw payloads as they came (but for the order of their keys), append-only, never edited.

A platform's folder holds segments (`<crawl_id>.jsonl.zst`: one zstd frame a board, a payload a line) and `index.jsonl`
(one line a board crawl: how it ended, and where in which segment its payloads lie). A board is landed when its index
line is written, which is one append; a frame without a line, or half a line, is the trace of a killed crawl and is
never read. Segments are read by `zstdcat` and by DuckDB's `read_json`. A board that answers as before is recorded as
unchanged, and its payloads are not landed again. Older segments become packs (`warehouse.landing_packs`).
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

import orjson
from filelock import FileLock

from warehouse.errors import StorageError
from warehouse.ids import canonical_json, content_hash, opaque_id
from warehouse.landing_packs import Packs, compressed, decompressed
from warehouse.vocabulary import CrawlOutcome, CrawlReason

#: what an index line of a damaged crawl is named after
_DAMAGED = "-damaged"
#: listings named as gone in one line; of a board where more are, the others are merely absent
MOST_GONE = 500
#: no line of an index is longer
_LONGEST_LINE = 256 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardCrawl:
    """One crawl of one board, as it ended. `crawled_at` is the clock of the run.

    `digest` stands for all payloads of a full answer; `etag` and `last_modified` are what the host gave with it, where
    one request is the whole board. `is_window`: what it does not hold may be there all the same. `gone`: identifiers of
    listings on its list whose own pages said that they are over.
    """

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
    digest: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    is_window: bool = False
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LandedPayload:
    """One payload line, and what it holds. Another process gets it as it lies: parsing is faster than unpickling."""

    source_id: str
    fetched_at: str
    content_hash: str
    payload: dict[str, Any]
    line: bytes = field(repr=False, compare=False)

    @classmethod
    def of(cls, line: bytes) -> Self:
        """What a line holds."""
        return cls(**orjson.loads(line), line=line)

    def __reduce__(self) -> tuple[Any, ...]:
        return LandedPayload.of, (self.line,)


@dataclass(slots=True)
class BoardHistory:
    """What is known of a board before a crawl: its newest crawl, and the newest whose payloads lie in the landing."""

    last: BoardCrawl
    landed: BoardCrawl | None = None

    def comparable(self, company: str) -> BoardCrawl | None:
        """The crawl a new answer may be compared with: the last, if it answered in full for the same company.

        None, too, where what it stands for is lost.
        """
        is_full = self.last.outcome in {CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED} and self.landed is not None
        return self.last if is_full and self.last.company == company else None


class Landing:
    """The landing of one platform."""

    def __init__(self, root: Path, platform: str) -> None:
        self.platform = platform
        self.folder = root / platform
        self.index = self.folder / "index.jsonl"
        self.packs = Packs(self.folder)

    def land(
        self,
        crawl: BoardCrawl,
        payloads: Iterable[dict[str, Any]],
        volatile: frozenset[str],
        *,
        before: BoardCrawl | None = None,
        fetched_at: Mapping[str, str] | None = None,
    ) -> BoardCrawl:
        """Append a board's payloads, then its index line. Returns the crawl as it was landed.

        Complete and equal to the crawl `before`, it becomes unchanged and lands no payload. `fetched_at` holds, by
        content hash, when a payload that is carried over was really fetched.
        """
        hashed = [_payload_line(crawl, payload, volatile, fetched_at or {}) for payload in payloads]
        lines = [line for _, line in hashed]
        digest = opaque_id(*sorted(found for found, _ in hashed))
        if crawl.outcome is CrawlOutcome.COMPLETE and before is not None and before.digest == digest:
            crawl, lines = replace(crawl, outcome=CrawlOutcome.UNCHANGED), []
        elif crawl.outcome is CrawlOutcome.UNCHANGED and before is not None:
            digest = before.digest or digest
        return self._write(replace(crawl, digest=digest), lines)

    def _write(self, crawl: BoardCrawl, lines: list[bytes]) -> BoardCrawl:
        frame = compressed(b"".join(lines)) if lines else b""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with self.locked():
                offset = _append(self._segment(crawl.crawl_id), frame) if frame else 0
                placed = replace(crawl, payload_count=len(lines), offset=offset, length=len(frame))
                _append(self.index, orjson.dumps(placed, option=orjson.OPT_APPEND_NEWLINE), after_newline=True)
        except OSError as error:
            raise StorageError(f"Cannot write to {self.folder} ({error.strerror}): free space or mend it.") from error
        return placed

    def locked(self) -> FileLock:
        """Held while a board is appended and while segments are packed: a frame and its index line belong together."""
        return FileLock(self.folder / "landing.lock")

    def set_aside(self, crawl: BoardCrawl, detail: str) -> None:
        """Record that a crawl's payloads are lost, so that nothing is compared with them: the board is asked in full.

        Where they are the board's newest, as its last word; else at the clock of that crawl.
        """
        history = self.histories()[crawl.source_id]
        is_newest = history.landed is not None and history.landed.crawl_id == crawl.crawl_id
        lost = replace(
            crawl,
            crawl_id=crawl.crawl_id + _DAMAGED,
            crawled_at=history.last.crawled_at if is_newest else crawl.crawled_at,
            outcome=CrawlOutcome.ERROR,
            reason=CrawlReason.LANDING_DAMAGED,
            detail=detail[:300],
            digest=None,
            etag=None,
            last_modified=None,
            gone=(),
        )
        self._write(lost, [])

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
                if (crawl := crawl_of(line)) is not None:
                    yield crawl, offset

    def size(self) -> int:
        """Bytes of the index: a watermark below it means unread crawls."""
        return self.index.stat().st_size if self.index.exists() else 0

    def ends_with(self, offset: int) -> BoardCrawl | None:
        """The board crawl whose line ends at a byte offset of the index; None where no line does."""
        if offset > self.size():
            return None
        with self.index.open("rb") as index:
            index.seek(max(0, offset - _LONGEST_LINE))
            before = index.read(min(offset, _LONGEST_LINE))
        return crawl_of(before[before.rfind(b"\n", 0, -1) + 1 :]) if before.endswith(b"\n") else None

    def payloads(self, crawl: BoardCrawl) -> Iterator[LandedPayload]:
        """The payloads of one board crawl.

        Raises StorageError where the segment is missing or damaged.
        """
        if crawl.payload_count:
            for line in self.lines(crawl):
                yield LandedPayload.of(line)

    def lines(self, crawl: BoardCrawl) -> list[bytes]:
        """A board crawl's payload lines as they lie, in a pack or in a segment of its own. Raises StorageError."""
        place = (crawl.source_id, crawl.crawl_id, crawl.offset)
        packed = self.packs.lines(*place)
        if packed is not None:
            return packed
        try:
            return decompressed(self._segment(crawl.crawl_id), crawl.offset, crawl.length).splitlines()
        except StorageError:
            packed = self.packs.lines(*place)  # packed in between
            if packed is None:
                raise
            return packed

    def histories(self) -> dict[str, BoardHistory]:
        """What is known of each board, by the clock of its crawls."""
        known: dict[str, BoardHistory] = {}
        for crawl, _ in sorted(self.crawls(), key=lambda pair: pair[0].crawled_at):
            history = known.setdefault(crawl.source_id, BoardHistory(crawl))
            history.last = crawl
            if crawl.payload_count:
                history.landed = crawl
            elif history.landed is not None and crawl.crawl_id == history.landed.crawl_id + _DAMAGED:
                history.landed = None
        return known

    def _segment(self, crawl_id: str) -> Path:
        return self.folder / f"{crawl_id}.jsonl.zst"


def landed_platforms(root: Path) -> list[Landing]:
    """Every platform that has landed something."""
    return [Landing(root, index.parent.name) for index in sorted(root.glob("*/index.jsonl"))]


def _payload_line(
    crawl: BoardCrawl, payload: dict[str, Any], volatile: frozenset[str], fetched_at: Mapping[str, str]
) -> tuple[str, bytes]:
    """A payload's content hash, and its line."""
    whole = canonical_json(payload)
    found = content_hash(whole if volatile.isdisjoint(payload) else canonical_json(payload, volatile))
    line = {
        "source_id": crawl.source_id,
        "fetched_at": fetched_at.get(found, crawl.crawled_at.isoformat()),
        "content_hash": found,
        "payload": orjson.Fragment(whole),
    }
    return found, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)


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


def crawl_of(line: bytes) -> BoardCrawl | None:
    """A board crawl from its index line, or None for one that is torn (a killed writer) or damaged."""
    try:
        values = orjson.loads(line)
        values["crawled_at"] = datetime.fromisoformat(values["crawled_at"])
        values["outcome"] = CrawlOutcome(values["outcome"])
        values["reason"] = CrawlReason(values["reason"]) if values["reason"] else None
        values["gone"] = tuple(values.get("gone", ()))
        return BoardCrawl(**values)
    except (ValueError, KeyError, TypeError):
        return None
