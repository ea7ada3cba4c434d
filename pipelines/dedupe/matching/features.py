"""What is compared: each record read once, its repeated strings read once between them. No pairs here."""

from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.companies import company_family, company_key
from pipelines.dedupe.matching.identities import UrlIdentity, read_url, requisition_key
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import Place
from pipelines.dedupe.matching.records import Record
from pipelines.dedupe.matching.title_reading import read_title
from pipelines.dedupe.matching.titles import Title


@dataclass(slots=True)
class Features:
    """One record as comparisons see it. `order` sorts records by content, whatever order they came in."""

    company: str | None
    family: str | None
    title: Title
    places: tuple[Place, ...]
    url: UrlIdentity
    requisition: str | None
    source: str | None
    language: str | None
    description: str | None
    first_seen: int | None
    last_seen: int | None
    order: tuple[str, ...]


def read_records(records: Sequence[Record]) -> list[Features]:
    """The records' features, in their order."""
    companies = {name: (company_key(name), company_family(name)) for name in {record.company for record in records}}
    return [_read(record, *companies[record.company]) for record in records]


def _read(record: Record, company: str | None, family: str | None) -> Features:
    """One record's features."""
    places = read_places(record.location)
    title = read_title(record.title, company, places)
    url = read_url(record.url)
    return Features(
        company=company,
        family=family,
        title=title,
        places=places,
        url=url,
        requisition=requisition_key(record.requisition_id) or url.requisition or requisition_key(title.requisition),
        source=record.source,
        language=(record.language or "").strip().lower()[:2] or None,
        description=record.description,
        first_seen=record.first_seen,
        last_seen=record.last_seen,
        order=content_order(record),
    )


def content_order(record: Record) -> tuple[str, ...]:
    """What sorts records by content."""
    return (record.id, record.source or "", record.url or "", record.title or "", record.location or "")
