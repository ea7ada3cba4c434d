"""Reading the boards of one platform: decides per payload whether it is new, unchanged, repeated or a reject."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import accumulate

import duckdb
import orjson
import pyarrow as pa
from sqlmodel import SQLModel

from pipelines.normalise.jobs import Job, Outcomes, Reject, model_of, read_jobs, read_with
from pipelines.normalise.rows import Row
from spiders.platforms.base import Platform
from spiders.reader import identifier_of
from warehouse.errors import PayloadError
from warehouse.ids import listing_id
from warehouse.landing import BoardCrawl, LandedPayload
from warehouse.run import Run
from warehouse.vocabulary import CloseReason, CrawlOutcome, RejectReason

_EXCERPT = 500
#: rejects that say there is nothing to publish, against those that say it could not be read
NOT_A_LISTING = frozenset({RejectReason.NOT_LISTED, RejectReason.CLOSED, RejectReason.PROSPECT_POST, RejectReason.JUNK})


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A listing's row: its facts, and where it stands among the rows that were read with it."""

    facts: str
    rows: pa.Table
    index: int


class BoardReader:
    """Collects what the boards of one platform come to, until the step writes it."""

    def __init__(self, con: duckdb.DuckDBPyConnection, platform: Platform, version: str, run: Run) -> None:
        self.platform = platform
        self.version = version
        self.run = run
        self.model = model_of(platform)
        self._con = con
        self.known_rejects = _known_rejects(con, platform.name)
        self.last_counts = _last_counts(con, platform.name)
        self.newest = _newest(con, platform.name)
        self.rows: dict[str, ReadRow] = {}
        self.sightings: list[Row] = []
        self.closures: dict[tuple[int, str], Row] = {}
        self.crawls: list[Row] = []
        self.rejects: list[Row] = []
        self._reread: set[str] = set()
        self._planned: dict[str, tuple[str, str]] = {}
        self._ready: dict[tuple[str, str, str], ReadRow | Reject] = {}
        self.counts = dict.fromkeys(("crawls", "payloads", "read", "unchanged", "rejected"), 0)

    @cached_property
    def known(self) -> dict[str, tuple[str, str, str]]:
        """Payload hash, reader and facts of each listing; asked for only once a board has said something new."""
        return _known_listings(self._con, self.model, self.platform.name)

    def read(self, crawl: BoardCrawl, sequence: int, payloads: Sequence[LandedPayload]) -> None:
        """Take in one board crawl."""
        seen: dict[str, str] = {}
        rejected = 0
        for landed in payloads:
            self.counts["payloads"] += 1
            try:
                self._sight(crawl, sequence, landed, seen)
            except PayloadError as error:
                rejected += 1
                self._reject(crawl, landed, error)
                self._sight_unreadable(crawl, sequence, landed, error, seen)
        for identifier in crawl.gone:
            self._close(sequence, listing_id(crawl.source_id, identifier), CloseReason.PAGE_GONE)
        self.counts["crawls"] += 1
        self.counts["rejected"] += rejected
        listed = (len(seen), rejected)
        if crawl.outcome is CrawlOutcome.UNCHANGED:
            listed = self.last_counts.get(crawl.source_id, listed)
        self.last_counts[crawl.source_id] = listed
        if payloads:
            self.newest[crawl.source_id] = max(crawl.crawled_at, self.newest.get(crawl.source_id, crawl.crawled_at))
        self.crawls.append(_crawl_row(crawl, sequence, self.platform, *listed))

    def reread(self, crawl: BoardCrawl, payloads: Iterable[LandedPayload], *, is_taken: bool = True) -> None:
        """Read again what has been read before; the newest payload of a listing is met first, and only that counts."""
        for landed in payloads:
            identifier = identifier_of(self.platform, landed.payload)
            listing = listing_id(crawl.source_id, identifier) if identifier else None
            if listing is None or identifier is None or listing in self._reread:
                continue
            self._reread.add(listing)
            if not is_taken:
                continue
            try:
                facts = self._row(crawl, landed, listing)
            except PayloadError as error:
                self._reject(crawl, landed, error)
            else:
                self.sightings.append(_sighting(0, listing, identifier, facts))

    def _sight(self, crawl: BoardCrawl, sequence: int, landed: LandedPayload, seen: dict[str, str]) -> None:
        identifier = identifier_of(self.platform, landed.payload)
        if identifier is None:
            raise PayloadError(RejectReason.MISSING_FIELD, "no identifier")
        listing = listing_id(crawl.source_id, identifier)
        if listing in seen:
            if seen[listing] != landed.content_hash:
                raise PayloadError(RejectReason.DUPLICATE_IDENTIFIER, f"{identifier} came twice with other content")
            return
        known = self.known.get(listing)
        # what landed late, behind a crawl of a later clock, turns no listing back
        is_late = crawl.crawled_at < self.newest.get(crawl.source_id, crawl.crawled_at)
        if known and (is_late or known[:2] == (landed.content_hash, read_with(self.version, crawl))):
            facts = known[2]
            self.counts["unchanged"] += 1
        else:
            facts = self._row(crawl, landed, listing)
        seen[listing] = landed.content_hash
        self.sightings.append(_sighting(sequence, listing, identifier, facts))

    def _sight_unreadable(
        self, crawl: BoardCrawl, sequence: int, landed: LandedPayload, error: PayloadError, seen: dict[str, str]
    ) -> None:
        """A listing that was readable and now is not is still there, unless its source says otherwise."""
        identifier = identifier_of(self.platform, landed.payload)
        listing = listing_id(crawl.source_id, identifier or "")
        known = self.known.get(listing)
        if not identifier or not known or listing in seen:
            return
        if error.reason == RejectReason.CLOSED:
            self._close(sequence, listing, CloseReason.SOURCE_CLOSED, error.detail)
        elif error.reason not in NOT_A_LISTING:
            seen[listing] = landed.content_hash
            self.sightings.append(_sighting(sequence, listing, identifier, known[2]))

    def _close(self, sequence: int, listing: str, reason: CloseReason, stated: str | None = None) -> None:
        self.closures[sequence, listing] = {
            "crawl_seq": sequence,
            "listing_id": listing,
            "reason": reason.value,
            "stated": stated,
        }

    def plan(self, crawl: BoardCrawl, payloads: Iterable[LandedPayload]) -> list[Job]:
        """The payloads of a crawl that `read` will want rows of, so that they can be read ahead."""
        jobs = []
        seen = set()
        for landed, listing in self._listings(crawl, payloads):
            version = (landed.content_hash, read_with(self.version, crawl))
            known = self._planned.get(listing) or self.known.get(listing, ("", ""))[:2]
            if listing not in seen and known != version:
                jobs.append(Job(crawl, landed, listing, self.version))
                self._planned[listing] = version
            seen.add(listing)
        return jobs

    def plan_reread(self, crawl: BoardCrawl, payloads: Iterable[LandedPayload]) -> list[Job]:
        """The same for `reread`."""
        jobs = []
        for landed, listing in self._listings(crawl, payloads):
            if listing not in self._planned:
                jobs.append(Job(crawl, landed, listing, self.version))
                self._planned[listing] = (landed.content_hash, "")
        return jobs

    def take(self, jobs: Iterable[Job], outcomes: Outcomes) -> None:
        """Take in what was read ahead."""
        index = 0
        for job, said in zip(jobs, outcomes.said, strict=True):
            if isinstance(said, str):
                self._ready[_key(job)] = ReadRow(said, outcomes.rows, index)
                index += 1
            else:
                self._ready[_key(job)] = said

    def forget_plans(self) -> None:
        """Begin another pass: what was planned for the last one has been read."""
        self._planned.clear()

    def _listings(self, crawl: BoardCrawl, payloads: Iterable[LandedPayload]) -> Iterator[tuple[LandedPayload, str]]:
        for landed in payloads:
            if identifier := identifier_of(self.platform, landed.payload):
                yield landed, listing_id(crawl.source_id, identifier)

    def _row(self, crawl: BoardCrawl, landed: LandedPayload, listing: str) -> str:
        """Read one payload into its row; returns its facts."""
        job = Job(crawl, landed, listing, self.version)
        if _key(job) not in self._ready:
            self.take([job], read_jobs([job], self.run))
        outcome = self._ready.pop(_key(job))
        if isinstance(outcome, tuple):
            self._ready[_key(job)] = outcome  # what killed a worker must not be read here when it comes again
            raise PayloadError(*outcome)
        self.counts["read"] += 1
        self.rows[listing] = outcome
        self.known[listing] = (landed.content_hash, read_with(self.version, crawl), outcome.facts)
        return outcome.facts

    def _reject(self, crawl: BoardCrawl, landed: LandedPayload, error: PayloadError) -> None:
        key = (crawl.source_id, landed.content_hash, str(error.reason))
        if key in self.known_rejects:
            return
        self.known_rejects.add(key)
        self.rejects.append(
            {
                "source_id": crawl.source_id,
                "payload_hash": landed.content_hash,
                "identifier": identifier_of(self.platform, landed.payload),
                "reason": str(error.reason),
                "detail": error.detail,
                "payload_excerpt": orjson.dumps(landed.payload)[:_EXCERPT].decode("utf-8", "ignore"),
                "rejected_at": self.run.as_of,
            }
        )

    def table(self) -> pa.Table:
        """The rows that wait, in the order in which their listings were met."""
        tables = {id(row.rows): row.rows for row in self.rows.values()}
        starts = dict(zip(tables, accumulate((table.num_rows for table in tables.values()), initial=0), strict=False))
        whole = pa.concat_tables(tables.values())
        places = [starts[id(row.rows)] + row.index for row in self.rows.values()]
        return whole if places == list(range(whole.num_rows)) else whole.take(places)

    def held(self) -> int:
        """How many rows wait to be written."""
        return sum(map(len, self._waiting()))

    def clear(self) -> None:
        """Forget what has been written."""
        for rows in self._waiting():
            rows.clear()

    def _waiting(self) -> tuple[list[Row] | dict[str, ReadRow] | dict[tuple[int, str], Row], ...]:
        return self.rows, self.sightings, self.closures, self.crawls, self.rejects


def _key(job: Job) -> tuple[str, str, str]:
    return job.listing, job.landed.content_hash, job.crawl.company


def _known_listings(
    con: duckdb.DuckDBPyConnection, model: type[SQLModel], platform: str
) -> dict[str, tuple[str, str, str]]:
    columns = "listing_id, payload_hash, reader_version, facts"
    query = f"SELECT {columns} FROM {model.__tablename__} WHERE platform = ?"  # noqa: S608 - a model's own name
    return {row[0]: row[1:] for row in con.execute(query, [platform]).fetchall()}


def _known_rejects(con: duckdb.DuckDBPyConnection, platform: str) -> set[tuple[str, str, str]]:
    query = "SELECT source_id, payload_hash, reason FROM stg_rejects WHERE starts_with(source_id, ? || ':')"
    return set(con.execute(query, [platform]).fetchall())


def _newest(con: duckdb.DuckDBPyConnection, platform: str) -> dict[str, datetime]:
    """The latest clock of which each board's listings have been read."""
    query = "SELECT source_id, max(crawled_at) FROM stg_crawls WHERE platform = ? AND payload_count > 0 GROUP BY ALL"
    return dict(con.execute(query, [platform]).fetchall())


def _last_counts(con: duckdb.DuckDBPyConnection, platform: str) -> dict[str, tuple[int, int]]:
    """Listings and rejects of each board's last full answer, which an unchanged one repeats."""
    query = """
        SELECT source_id, arg_max(listing_count, crawl_seq), arg_max(reject_count, crawl_seq)
        FROM stg_crawls WHERE platform = ? AND outcome IN ('complete', 'unchanged') GROUP BY source_id
    """
    return {row[0]: (row[1], row[2]) for row in con.execute(query, [platform]).fetchall()}


def _sighting(sequence: int, listing: str, identifier: str, facts: str) -> Row:
    return {"crawl_seq": sequence, "listing_id": listing, "identifier": identifier, "facts": facts}


def _crawl_row(crawl: BoardCrawl, sequence: int, platform: Platform, seen: int, rejected: int) -> Row:
    return {
        "crawl_seq": sequence,
        "crawl_id": crawl.crawl_id,
        "run_id": crawl.run_id,
        "source_id": crawl.source_id,
        "platform": crawl.platform,
        "listing_kind": platform.kind.value,
        "is_window": platform.is_window or crawl.is_window,
        "crawled_at": crawl.crawled_at,
        "outcome": crawl.outcome.value,
        "reason": crawl.reason.value if crawl.reason else None,
        "detail": crawl.detail,
        "payload_count": crawl.payload_count,
        "listing_count": seen,
        "reject_count": rejected,
        "is_folded": False,
    }
