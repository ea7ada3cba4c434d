"""The normalise step: landed payloads beyond the watermark become staging rows, sightings and rejects.

One transaction, so a killed run leaves no half-read crawl. An unchanged payload is not read again. When the code that
reads changes, what has landed is read again, newest payload of each listing first, without any site being asked.
"""

from dataclasses import dataclass, field
from datetime import UTC, date
from pathlib import Path

import duckdb

from pipelines.normalise.board import BoardReader
from pipelines.normalise.version import version_of
from spiders.platforms import platforms
from warehouse.database import append_rows, replace_rows, transaction
from warehouse.landing import BoardCrawl, Landing, landed_platforms
from warehouse.models.history import StgCrawl, StgReject, StgSighting, StgWatermark
from warehouse.run import Run

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
) -> NormaliseReport:
    """Read everything that has landed since the last call, and again what is asked for.

    Raises StorageError where a landing segment is missing or damaged; nothing is then changed.
    """
    report = NormaliseReport()
    with transaction(con):
        for landing in landed_platforms(landing_root):
            if landing.platform in platforms():
                _normalise_platform(con, landing, run, again, report)
    return report


def _normalise_platform(
    con: duckdb.DuckDBPyConnection, landing: Landing, run: Run, again: Again, report: NormaliseReport
) -> None:
    platform = platforms()[landing.platform]
    version = version_of(platform)
    offset, read_with = _watermark(con, landing.platform)
    reader = BoardReader(con, platform, version, run)
    is_changed = read_with not in (None, version)
    if is_changed or again.wants(landing.platform):
        for crawl in _newest_first(landing, offset):
            # an older day's payload of a listing that has landed since is met, and left
            reader.reread(crawl, landing.payloads(crawl), is_taken=is_changed or again.takes(crawl))
            _flush(con, reader, _FLUSH_ROWS)
    sequence = _next_sequence(con)
    landed = _landed(con, landing.platform)
    for crawl, after in landing.crawls(offset):
        offset = after
        if (crawl.crawl_id, crawl.source_id) in landed:
            continue
        landed.add((crawl.crawl_id, crawl.source_id))
        reader.read(crawl, sequence, landing.payloads(crawl))
        sequence += 1
        _flush(con, reader, _FLUSH_ROWS)
    _flush(con, reader, 0)
    watermark = StgWatermark(platform=landing.platform, index_offset=offset, reader_version=version)
    replace_rows(con, StgWatermark, [watermark.model_dump()], "platform")
    for name, count in reader.counts.items():
        setattr(report, name, getattr(report, name) + count)
    report.landing_offsets[landing.platform] = offset
    report.read_with[landing.platform] = version


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
