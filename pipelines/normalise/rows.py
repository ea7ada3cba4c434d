"""One payload to one normalised row: the platform's reader, then the value rules. No database here."""

from typing import Any

from pipelines.normalise.challenges import normalise_challenge
from pipelines.normalise.facts import CHALLENGE_FACT_FIELDS, facts_of
from pipelines.normalise.postings import normalise_posting
from spiders.platforms.base import Platform, Source
from spiders.reader import read_payload
from warehouse.readings import PostingReading
from warehouse.run import Run

Row = dict[str, Any]


def normalised_row(platform: Platform, source: Source, payload: Row, run: Run) -> Row:
    """One payload as a row of its staging table, without the columns that say how it landed.

    Raises PayloadError with the reason where no row can be made of it.
    """
    reading = read_payload(platform, source, payload)
    today = run.as_of.date()
    if isinstance(reading, PostingReading):
        return normalise_posting(reading, source, today=today, is_aggregator=platform.is_aggregator)
    values = normalise_challenge(reading, source, today=today)
    return {**values, "facts": facts_of(values, CHALLENGE_FACT_FIELDS)}
