"""The normalise step: landed payloads beyond the watermark become staging rows, sightings and rejects.

One transaction, so a killed run leaves no half-read crawl. An unchanged payload is not read again. When the code that
reads changes, what has landed is read again, newest payload of each listing first, without any site being asked.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from pipelines.normalise.ahead import Landed, Readers, read_ahead, started
from pipelines.normalise.board import BoardReader
from pipelines.normalise.jobs import Job
from pipelines.normalise.version import version_of
from spiders.platforms import platforms
from warehouse.database import append_rows, one_thread, replace_rows, replace_table, transaction
from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, LandedPayload, Landing, landed_platforms
from warehouse.models.history import StgClosure, StgCrawl, StgReject, StgSighting, StgWatermark
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

_FLUSH_ROWS = 5_000


@dataclass(slots=True)
class NormaliseReport:
    """What one normalise step did."""

    crawls: int = 0
    payloads: int = 0
    read: int = 0
    unchanged: int = 0
    rejected: int = 0
    landing_offsets: dict[str, int] = field(default_factory=dict)
    read_with: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Again:
    """What to read again although it has been read: these platforms, or what last landed on a day, or both together."""

    platforms: frozenset[str] = frozenset()
    day: date | None = None

    def wants(self, platform: str) -> bool:
        """Whether anything of a platform is to be read again."""
        return platform in self.platforms if self.platforms else self.day is not None

    def takes(self, crawl: BoardCrawl) -> bool:
        """Whether a crawl of such a platform is."""
        return self.day is None or crawl.crawled_at.astimezone(UTC).date() == self.day


def normalise(
    con: duckdb.DuckDBPyConnection,
    landing_root: Path,
    run: Run,
    again: Again = Again(),
    until: datetime | None = None,
) -> NormaliseReport:
    """Read what has landed since the last call, or of it what was crawled `until` then, and what is asked for `again`.

    A board whose landed payloads are missing or damaged is an error of that board: it is asked again in full.
    """
    report = NormaliseReport()
    landings = [landing for landing in landed_platforms(landing_root) if landing.platform in platforms()]
    unread = sum(_unread(con, landing, again) for landing in landings)
    with started(unread, run) as readers, one_thread(con), transaction(con):
        for landing in landings:
            step = _PlatformStep(con, landing, _reader(con, landing, run), readers, again, until)
            step.take(report)
    return report


@dataclass(frozen=True, slots=True)
class _PlatformStep:
    """The step for one platform: what was read before and must be read again, then what is new."""

    con: duckdb.DuckDBPyConnection
    landing: Landing
    reader: BoardReader
    readers: Readers
    again: Again
    until: datetime | None

    def take(self, report: NormaliseReport) -> None:
        """Read all there is, move the watermark, add to the report."""
        name, version = self.landing.platform, self.reader.version
        offset, read_with = _watermark(self.con, name)
        is_changed = read_with not in (None, version)
        if is_changed or self.again.wants(name):
            self._reread(offset, Again() if is_changed else self.again)
        offset = self._read_new(offset)
        _flush(self.con, self.reader, 0)
        watermark = StgWatermark(platform=name, index_offset=offset, reader_version=version)
        replace_rows(self.con, StgWatermark, [watermark.model_dump()], "platform")
        for counted, count in self.reader.counts.items():
            setattr(report, counted, getattr(report, counted) + count)
        report.landing_offsets[name] = offset
        report.read_with[name] = version

    def _reread(self, end: int, again: Again) -> None:
        """Read again what was read before a byte offset. An older payload of a listing met already is left."""
        reader = self.reader

        def plan(crawl: BoardCrawl, payloads: Sequence[LandedPayload]) -> list[Job]:
            return reader.plan_reread(crawl, payloads) if again.takes(crawl) else []

        for crawl, payloads in read_ahead(self.readers, _older(self.landing, end), plan, reader.take):
            reader.reread(crawl, payloads, is_taken=again.takes(crawl))
            _flush(self.con, reader, _FLUSH_ROWS)
        reader.forget_plans()

    def _read_new(self, offset: int) -> int:
        """Read what landed behind a byte offset; returns the offset behind the last crawl that was met."""
        landed = _landed(self.con, self.landing.platform)
        last = self.landing.ends_with(offset) if offset else None
        if last is None or (last.crawl_id, last.source_id) not in landed:
            offset = 0  # the index is not the one that was read: it was cut or put back
        behind = offset

        def met() -> Iterator[BoardCrawl]:
            """One by one: a damaged crawl appends to the index, to be met in its turn."""
            nonlocal behind
            for crawl, after in self.landing.crawls(offset):
                if self.until is not None and crawl.crawled_at > self.until:
                    return
                behind = after
                yield crawl

        sequence = _next_sequence(self.con)
        readable = _readable(self.landing, _not_landed(met(), landed))
        for crawl, payloads in read_ahead(self.readers, readable, self.reader.plan, self.reader.take):
            self.reader.read(crawl, sequence, payloads)
            sequence += 1
            _flush(self.con, self.reader, _FLUSH_ROWS)
        return behind


def _reader(con: duckdb.DuckDBPyConnection, landing: Landing, run: Run) -> BoardReader:
    platform = platforms()[landing.platform]
    return BoardReader(con, platform, version_of(platform), run)


def _not_landed(crawls: Iterable[BoardCrawl], landed: set[tuple[str, str]]) -> Iterator[BoardCrawl]:
    """The crawls that have not been read, each once."""
    for crawl in crawls:
        if (crawl.crawl_id, crawl.source_id) not in landed:
            landed.add((crawl.crawl_id, crawl.source_id))
            yield crawl


def _readable(landing: Landing, crawls: Iterable[BoardCrawl]) -> Iterator[Landed]:
    """Crawls with their payloads. One whose payloads are lost is left out, and what only says "as before" after it."""
    lost: set[str] = set()
    for crawl in crawls:
        if crawl.outcome is CrawlOutcome.UNCHANGED and crawl.source_id in lost:
            continue  # as what is lost had been: nobody knows how
        payloads = _payloads(landing, crawl)
        if payloads is None:
            lost.add(crawl.source_id)
            continue
        lost.discard(crawl.source_id)
        yield crawl, payloads


def _older(landing: Landing, end: int) -> Iterator[Landed]:
    """Crawls before a byte offset, newest first; of a board with damage, nothing older than that."""
    damaged: set[str] = set()
    for crawl in _newest_first(landing, end):
        payloads = None if crawl.source_id in damaged else _payloads(landing, crawl)
        if payloads is None:
            damaged.add(crawl.source_id)
        else:
            yield crawl, payloads


def _payloads(landing: Landing, crawl: BoardCrawl) -> list[LandedPayload] | None:
    """A crawl's payloads; None where they are damaged, and the landing then says so."""
    try:
        return list(landing.payloads(crawl))
    except StorageError as error:
        landing.set_aside(crawl, str(error))
        return None


def _unread(con: duckdb.DuckDBPyConnection, landing: Landing, again: Again) -> int:
    """How many payloads this step will meet."""
    offset, read_with = _watermark(con, landing.platform)
    is_new_only = read_with in (None, version_of(platforms()[landing.platform])) and not again.wants(landing.platform)
    return sum(crawl.payload_count for crawl, _ in landing.crawls(offset if is_new_only else 0))


def _flush(con: duckdb.DuckDBPyConnection, reader: BoardReader, beyond: int) -> None:
    """Write what the reader holds once it is more than so many rows."""
    if reader.held() <= beyond:
        return
    if reader.rows:
        replace_table(con, reader.model, reader.table(), "listing_id")
    append_rows(con, StgSighting, reader.sightings)
    append_rows(con, StgClosure, list(reader.closures.values()))
    append_rows(con, StgCrawl, reader.crawls)
    append_rows(con, StgReject, reader.rejects)
    reader.clear()


def _newest_first(landing: Landing, end: int) -> list[BoardCrawl]:
    """The board crawls before a byte offset, newest first, so that each listing's newest payload is met first."""
    crawls = [crawl for crawl, after in landing.crawls() if after <= end]
    return sorted(crawls, key=lambda crawl: crawl.crawled_at, reverse=True)


def _watermark(con: duckdb.DuckDBPyConnection, platform: str) -> tuple[int, str | None]:
    query = "SELECT index_offset, reader_version FROM stg_watermarks WHERE platform = ?"
    return con.execute(query, [platform]).fetchone() or (0, None)


def _next_sequence(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("SELECT coalesce(max(crawl_seq), 0) + 1 FROM stg_crawls").fetchone()
    return int(row[0]) if row else 1


def _landed(con: duckdb.DuckDBPyConnection, platform: str) -> set[tuple[str, str]]:
    query = "SELECT crawl_id, source_id FROM stg_crawls WHERE platform = ?"
    return set(con.execute(query, [platform]).fetchall())
