"""Payloads to valid rows, or to the reason why there is none. Which process reads which is not here."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import pyarrow as pa
from pydantic import ValidationError
from sqlmodel import SQLModel

from pipelines.normalise.rows import Row, normalised_rows
from spiders.platforms import platform_named
from spiders.platforms.base import Platform, Source
from spiders.reader import identifier_of
from warehouse.arrow import arrow_schema
from warehouse.errors import PayloadError
from warehouse.ids import opaque_id
from warehouse.landing import BoardCrawl, LandedPayload
from warehouse.models.listings import Challenge, Posting, StgChallenge, StgPosting
from warehouse.run import Run
from warehouse.vocabulary import ListingKind, RejectReason

#: the reason and the detail of a reject
Reject = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What payloads came to: the facts of a row or a reject for each, and the rows in the columns of their table."""

    said: list[str | Reject]
    rows: pa.Table

    def __add__(self, more: "Outcomes") -> "Outcomes":
        return Outcomes(self.said + more.said, pa.concat_tables([self.rows, more.rows]))


@dataclass(frozen=True, slots=True)
class Job:
    """One payload to be read, with all that its row depends on."""

    crawl: BoardCrawl
    landed: LandedPayload
    listing: str
    version: str


def read_with(version: str, crawl: BoardCrawl) -> str:
    """What a row was read with: the registry's spelling of the company is part of it."""
    return opaque_id(version, crawl.company)


def model_of(platform: Platform) -> type[SQLModel]:
    """The table that a platform's payloads become rows of."""
    return StgPosting if platform.kind is ListingKind.POSTING else StgChallenge


def read_jobs(jobs: Sequence[Job], run: Run) -> Outcomes:
    """Payloads of one platform as valid rows, each or why it is none; many at once take less time than one by one.

    What no rule foresaw is a reject too, with the error's name.
    """
    try:
        return _outcomes(jobs, run)
    except Exception as error:  # a fault of ours in one payload must not cost the others their run
        if len(jobs) == 1:
            return unreadable(jobs[0], f"reader failed: {type(error).__name__}: {error}"[:300])
    return reduce(add, (read_jobs([job], run) for job in jobs))


def unreadable(job: Job, detail: str) -> Outcomes:
    """What a payload comes to over which its reader fails."""
    schema = arrow_schema(model_of(platform_named(job.crawl.platform)))
    return Outcomes([(RejectReason.INVALID_VALUE.value, detail)], schema.empty_table())


def _outcomes(jobs: Sequence[Job], run: Run) -> Outcomes:
    platform = platform_named(jobs[0].crawl.platform)
    sources = [Source(job.crawl.company, job.crawl.platform, job.crawl.board) for job in jobs]
    payloads = [job.landed.payload for job in jobs]
    rows = normalised_rows(platform, list(zip(sources, payloads, strict=True)), run)
    read = [_valid(platform, job, values, run) for job, values in zip(jobs, rows, strict=True)]
    valid = [row for row in read if isinstance(row, dict)]
    said = [str(row["facts"]) if isinstance(row, dict) else row for row in read]
    return Outcomes(said, pa.Table.from_pylist(valid, schema=arrow_schema(model_of(platform))))


def _valid(platform: Platform, job: Job, values: Row | PayloadError, run: Run) -> Row | Reject:
    """The row with how it landed, as the contract wants it."""
    if isinstance(values, PayloadError):
        return str(values.reason), values.detail
    landed = {
        "listing_id": job.listing,
        "source_id": job.crawl.source_id,
        "platform": job.crawl.platform,
        "identifier": identifier_of(platform, job.landed.payload),
        "payload_hash": job.landed.content_hash,
        "reader_version": read_with(job.version, job.crawl),
        "read_at": run.as_of,
    }
    contract = Posting if platform.kind is ListingKind.POSTING else Challenge
    try:
        return vars(contract.model_validate(values | landed))  # no model in it to dump: the fields, in its order
    except ValidationError as error:
        first = error.errors()[0]
        return RejectReason.INVALID_VALUE.value, f"{first['loc'][0]}: {first['msg']}"
