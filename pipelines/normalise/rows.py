"""Payloads to normalised rows: the platform's reader, then the value rules. No database here."""

from collections.abc import Sequence
from typing import Any

from pipelines.normalise.challenges.reading import normalise_challenge
from pipelines.normalise.facts import CHALLENGE_FACT_FIELDS, facts_of
from pipelines.normalise.postings import normalise_postings
from spiders.platforms.base import Platform, Reading, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PostingReading
from warehouse.run import Run

Row = dict[str, Any]


def normalised_row(platform: Platform, source: Source, payload: Row, run: Run) -> Row:
    """One payload as a row of its staging table, without the columns that say how it landed.

    Raises PayloadError with the reason where no row can be made of it.
    """
    (row,) = normalised_rows(platform, [(source, payload)], run)
    if isinstance(row, PayloadError):
        raise row
    return row


def normalised_rows(platform: Platform, landed: Sequence[tuple[Source, Row]], run: Run) -> list[Row | PayloadError]:
    """The same of many payloads of one platform, in their order, with the error in place of a row that cannot be."""
    readings = [_reading(platform, *one) for one in landed]
    postings = [
        (reading, source)
        for reading, (source, _) in zip(readings, landed, strict=True)
        if isinstance(reading, PostingReading)
    ]
    rows = iter(normalise_postings(postings, today=run.as_of.date(), is_aggregator=platform.is_aggregator))
    return [
        next(rows) if isinstance(reading, PostingReading) else _other(reading, source, run)
        for reading, (source, _) in zip(readings, landed, strict=True)
    ]


def _reading(platform: Platform, source: Source, payload: Row) -> Reading | PayloadError:
    try:
        return read_payload(platform, source, payload)
    except PayloadError as error:
        return error


def _other(reading: ChallengeReading | PayloadError, source: Source, run: Run) -> Row | PayloadError:
    """A challenge's row, or the error that was met before."""
    if isinstance(reading, PayloadError):
        return reading
    try:
        values = normalise_challenge(reading, source, today=run.as_of.date())
    except PayloadError as error:
        return error
    return {**values, "facts": facts_of(values, CHALLENGE_FACT_FIELDS)}
