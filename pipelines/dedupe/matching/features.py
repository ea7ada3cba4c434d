"""What is compared: each record read once, its repeated strings read once between them. No pairs here."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from pipelines.companies import company_family, company_key, joined_names, short_beginnings
from pipelines.dedupe.matching.identities import UrlIdentity, read_url, requisition_key
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import Place
from pipelines.dedupe.matching.records import Record
from pipelines.dedupe.matching.texts import letters
from pipelines.dedupe.matching.title_reading import read_alone
from pipelines.dedupe.matching.titles import Title

Column = Iterable[str | None]


class Said(NamedTuple):
    """What records say, read, in columns.

    Company keys, company families and what those may begin with or be joined to, titles, places, URLs, requisitions.
    """

    companies: list[str | None]
    families: list[str | None]
    beginnings: list[tuple[str, ...]]
    titles: list[Title]
    places: list[tuple[Place, ...]]
    urls: list[UrlIdentity]
    requisitions: list[str | None]


SaidOfOne = tuple[str | None, str | None, tuple[str, ...], Title, tuple[Place, ...], UrlIdentity, str | None]


@dataclass(slots=True)
class Features:
    """One record as comparisons see it. `order` sorts records by content, whatever order they came in."""

    company: str | None
    family: str | None
    beginnings: tuple[str, ...]
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


def read_records(records: Sequence[Record]) -> list[Features]:
    """The records' features, in their order."""
    titles, companies, locations, urls, numbers = _columns(records)
    said = read_said(titles, companies, locations, urls, numbers)
    return [_read(record, one) for record, one in zip(records, zip(*said, strict=True), strict=True)]


def _columns(records: Sequence[Record]) -> tuple[list[str | None], ...]:
    return (
        [record.title for record in records],
        [record.company for record in records],
        [record.location for record in records],
        [record.url for record in records],
        [record.requisition_id for record in records],
    )


def read_said(titles: Column, companies: Column, locations: Column, urls: Column, numbers: Column) -> Said:
    """What each record says; a string that many records share is read once a process.

    It goes column by column: record by record, with the code and tables of all the rules taking turns, is slower by a
    third.
    """
    employers = list(map(_employer, companies))
    roles = list(map(read_alone, titles))
    addresses = list(map(read_url, urls))
    names, families = [name for name, _, _ in employers], [family for _, family, _ in employers]
    beginnings = [begun for _, _, begun in employers]
    places = [read_places(_without_employer(*one)) for one in zip(locations, names, strict=True)]
    told = [role.of(name, where) for role, name, where in zip(roles, names, places, strict=True)]
    requisitions = [_requisition(*one) for one in zip(numbers, addresses, told, strict=True)]
    return Said(names, families, beginnings, told, places, addresses, requisitions)


def _requisition(number: str | None, url: UrlIdentity, title: Title) -> str | None:
    """The requisition id: the source's own word before the address, that before the title."""
    found = (requisition_key(number) if number else None) or url.requisition
    return requisition_key(title.requisition) if found is None and title.requisition is not None else found


def _without_employer(location: str | None, company: str | None) -> str | None:
    """A location without the employer's name before it: "Quillworks - Oslo" lies in Oslo."""
    if location is None or " - " not in location:
        return location
    first, _, rest = location.partition(" - ")
    return rest if company is not None and _employer(first)[0] == company else location


@lru_cache(maxsize=262144)
def _employer(name: str | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    return company_key(name), company_family(name), short_beginnings(name) + joined_names(name)


def _read(record: Record, said: SaidOfOne) -> Features:
    """One record's features."""
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
    told = (record.url, record.title, record.location, record.company, record.description, record.language)
    return (record.id, record.source or "", *[value or "" for value in told], record.requisition_id or "")
