"""What is compared: each record read once, its repeated strings read once between them. No pairs here."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipelines.companies import company_family, company_key
from pipelines.dedupe.matching.identities import UrlIdentity, read_url, requisition_key
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import Place
from pipelines.dedupe.matching.records import Record
from pipelines.dedupe.matching.texts import letters
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
    _letters: bytes | None = field(default=None, init=False)

    def letters(self) -> bytes:
        """The description's letters, read when it is first compared."""
        if self._letters is None:
            self._letters = letters(self.description or "")
        return self._letters


class Said(NamedTuple):
    """What a record says of employer, title, place and number, read."""

    company: str | None
    family: str | None
    title: Title
    places: tuple[Place, ...]
    url: UrlIdentity
    requisition: str | None


def read_records(records: Sequence[Record]) -> list[Features]:
    """The records' features, in their order."""
    return [_read(record) for record in records]


def read_said(
    title: str | None, company: str | None, location: str | None, url: str | None, requisition_id: str | None
) -> Said:
    """The strings that keys are made of, each that many records share read once a process."""
    key, family = _employer(company)
    places = read_places(location)
    role = read_title(title, key, places)
    address = read_url(url)
    requisition = (requisition_key(requisition_id) if requisition_id else None) or address.requisition
    if requisition is None and role.requisition is not None:
        requisition = requisition_key(role.requisition)
    return Said(key, family, role, places, address, requisition)


@lru_cache(maxsize=262144)
def _employer(name: str | None) -> tuple[str | None, str | None]:
    return company_key(name), company_family(name)


def _read(record: Record) -> Features:
    """One record's features."""
    said = read_said(record.title, record.company, record.location, record.url, record.requisition_id)
    return Features(
        *said,
        record.source,
        (record.language or "").strip().lower()[:2] or None,
        record.description,
        record.first_seen,
        record.last_seen,
        content_order(record),
    )


def content_order(record: Record) -> tuple[str, ...]:
    """What sorts records by content."""
    return (record.id, record.source or "", record.url or "", record.title or "", record.location or "")
