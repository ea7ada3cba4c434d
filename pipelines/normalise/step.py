"""The normalise step: landed payloads beyond the watermark become staging rows, sightings and rejects.

One transaction, so a killed run leaves no half-read crawl. An unchanged payload is not read again. When the code that
reads changes, what has landed is read again, newest payload of each listing first, without any site being asked.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb

from pipelines.normalise.board import BoardReader
from pipelines.normalise.version import version_of
from spiders.platforms import platforms
from warehouse.database import append_rows, replace_rows, transaction
from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, LandedPayload, Landing, landed_platforms
from warehouse.models.history import StgCrawl, StgReject, StgSighting, StgWatermark
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
    """What to read again although it has been read: these platforms, or what was crawled on a day, or both together."""

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
    """Read everything that has landed since the last call, or of it what was crawled `until` then; and what `again` asks.

    A board whose landed payloads are missing or damaged is an error of that board: it is asked again in full.
    """
    report = NormaliseReport()
    with transaction(con):
        for landing in landed_platforms(landing_root):
            if landing.platform in platforms():
                _normalise_platform(con, landing, run, report, again, until)
    return report


def _normalise_platform(
    con: duckdb.DuckDBPyConnection,
    landing: Landing,
    run: Run,
    report: NormaliseReport,
    again: Again,
    until: datetime | None,
) -> None:
    platform = platforms()[landing.platform]
    version = version_of(platform)
    offset, read_with = _watermark(con, landing.platform)
    reader = BoardReader(con, platform, version, run)
    is_changed = read_with not in (None, version)
    if is_changed or again.wants(landing.platform):
        _reread(con, landing, reader, offset, Again() if is_changed else again)
    offset = _read_new(con, landing, reader, offset, until)
    _flush(con, reader, 0)
    watermark = StgWatermark(platform=landing.platform, index_offset=offset, reader_version=version)
    replace_rows(con, StgWatermark, [watermark.model_dump()], "platform")
    for name, count in reader.counts.items():
        setattr(report, name, getattr(report, name) + count)
    report.landing_offsets[landing.platform] = offset
    report.read_with[landing.platform] = version


def _read_new(
    con: duckdb.DuckDBPyConnection, landing: Landing, reader: BoardReader, offset: int, until: datetime | None
) -> int:
    """Read what landed behind a byte offset; returns the offset behind the last crawl that was met."""
    sequence = _next_sequence(con)
    landed = _landed(con, landing.platform)
    last = landing.ends_with(offset) if offset else None
    if last is None or (last.crawl_id, last.source_id) not in landed:
        offset = 0  # the index is not the one that was read: it was cut or put back
    lost: set[str] = set()
    for crawl, after in landing.crawls(offset):
        if until is not None and crawl.crawled_at > until:
            break
        offset = after
        if (crawl.crawl_id, crawl.source_id) in landed:
            continue
        landed.add((crawl.crawl_id, crawl.source_id))
        if crawl.outcome is CrawlOutcome.UNCHANGED and crawl.source_id in lost:
            continue  # as what is lost had been: nobody knows how
        payloads = _payloads(landing, crawl)
        if payloads is None:
            lost.add(crawl.source_id)
            continue
        lost.discard(crawl.source_id)
        reader.read(crawl, sequence, payloads)
        sequence += 1
        _flush(con, reader, _FLUSH_ROWS)
    return offset


def _reread(con: duckdb.DuckDBPyConnection, landing: Landing, reader: BoardReader, end: int, again: Again) -> None:
    """Read again what was read before a byte offset; of a board with damage, nothing older than that.

    An older day's payload of a listing that has landed since is met, and left.
    """
    damaged: set[str] = set()
    for crawl in _newest_first(landing, end):
        if crawl.source_id in damaged:
            continue
        payloads = _payloads(landing, crawl)
        if payloads is None:
            damaged.add(crawl.source_id)
            continue
        reader.reread(crawl, payloads, is_taken=again.takes(crawl))
        _flush(con, reader, _FLUSH_ROWS)


def _payloads(landing: Landing, crawl: BoardCrawl) -> list[LandedPayload] | None:
    """A crawl's payloads; None where they are damaged, and the landing then says so."""
    try:
        return list(landing.payloads(crawl))
    except StorageError as error:
        landing.set_aside(crawl, str(error))
        return None


def _flush(con: duckdb.DuckDBPyConnection, reader: BoardReader, beyond: int) -> None:
    """Write what the reader holds once it is more than so many rows."""
    if len(reader.sightings) + len(reader.rows) + len(reader.crawls) + len(reader.rejects) <= beyond:
        return
    replace_rows(con, reader.model, list(reader.rows.values()), "listing_id")
    append_rows(con, StgSighting, reader.sightings)
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
