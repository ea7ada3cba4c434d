"""What is compared: each record read once, its repeated strings read once between them. No pairs here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from pipelines.companies import company_family, company_key, short_beginnings
from pipelines.dedupe.matching.identities import UrlIdentity, read_url, requisition_key
from pipelines.dedupe.matching.place_reading import read_places
from pipelines.dedupe.matching.places import Place
from pipelines.dedupe.matching.records import Record
from pipelines.dedupe.matching.texts import letters
from pipelines.dedupe.matching.title_reading import read_alone
from pipelines.dedupe.matching.titles import Title

Column = Iterable[str | None]
# What a record says, read: company key, company family, its short beginnings, title, places, URL, requisition.
Said = tuple[str | None, str | None, tuple[str, ...], Title, tuple[Place, ...], UrlIdentity, str | None]


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
    return [_read(record, one) for record, one in zip(records, said, strict=True)]


def _columns(records: Sequence[Record]) -> tuple[list[str | None], ...]:
    return (
        [record.title for record in records],
        [record.company for record in records],
        [record.location for record in records],
        [record.url for record in records],
        [record.requisition_id for record in records],
    )


def read_said(titles: Column, companies: Column, locations: Column, urls: Column, numbers: Column) -> Iterator[Said]:
    """What each record says; a string that many records share is read once a process."""
    columns = zip(map(_employer, companies), locations, map(read_alone, titles), strict=True)
    for ((company, family, beginnings), location, role), url, number in zip(
        columns, map(read_url, urls), numbers, strict=True
    ):
        places = read_places(_without_employer(location, company))
        title = role.of(company, places)
        requisition = (requisition_key(number) if number else None) or url.requisition
        if requisition is None and title.requisition is not None:
            requisition = requisition_key(title.requisition)
        yield company, family, beginnings, title, places, url, requisition


def _without_employer(location: str | None, company: str | None) -> str | None:
    """A location without the employer's name before it: "Quillworks - Oslo" lies in Oslo."""
    if location is None or " - " not in location:
        return location
    first, _, rest = location.partition(" - ")
    return rest if company is not None and _employer(first)[0] == company else location


@lru_cache(maxsize=262144)
def _employer(name: str | None) -> tuple[str | None, str | None, tuple[str, ...]]:
    return company_key(name), company_family(name), short_beginnings(name)


def _read(record: Record, said: Said) -> Features:
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
    return (record.id, record.source or "", record.url or "", record.title or "", record.location or "")
