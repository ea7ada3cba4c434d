"""Rippling job boards.

API: https://developer.rippling.com/documentation/job-board-api (public, no key; the whole list in one answer).
Access: the vendor allows 100 requests in ten minutes, all boards together on one host; an unknown board answers 404.
Quirks: the list has a row for each place, with the same `uuid`, and neither text nor dates, so each posting takes a
request of its own; a payload is its list entry and its detail, and either can be read alone.
Places are written "Remote (United States)", "Hybrid (Oslo, Norway)" or plainly. `employmentType` has a code as `label`
and words as `id`. The application form comes with each detail and is left out.
"""

from collections.abc import Iterable, Iterator
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import (
    BOARD_SEGMENT,
    board_in_url,
    object_of,
    optional_text,
    payloads_of,
    required_text,
    whole,
)
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_API = "https://api.rippling.com/platform/api/ats/v1/board"
_HEADERS = {"Accept": "application/json"}
_FORM_KEYS = ("activeJobApplication", "applicationConfirmationTemplate", "board")
_LOCALE = r"(?:[a-z]{2}(?:-[a-z]{2})?/(?!jobs(?:[/?#]|$)))?"
_NO_BOARD = r"(?!internal/(?!jobs(?:[/?#]|$))|[a-z]{2}-[a-z]{2}(?:[/?#]|$))"


class Rippling(Platform):
    """Postings of one Rippling board."""

    name = "rippling"
    careers_page = "https://ats.rippling.com/{board}/jobs"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?:api\.rippling\.com/platform/api/ats/v1|ats(?:\.\w+)?\.rippling\.com/api/v2)/board/{BOARD_SEGMENT}",
        rf"^ats(?:\.\w+)?\.rippling\.com/{_LOCALE}{_NO_BOARD}{BOARD_SEGMENT}",
    )
    delay_s = 6.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole list."""
        yield Fetch(f"{_API}/{board_in_url(source.board)}/jobs", headers=_HEADERS)

    def page(self, source: Source, answer: Answer) -> Page:
        """The list leads to its postings, each once; a posting's own answer completes its list entry."""
        document = answer.json()
        if answer.carried is not None or isinstance(document, dict):
            detail = _detail_of(object_of(answer))
            return Page([detail if answer.carried is None else {"entry": answer.carried, "detail": detail}])
        rows = payloads_of(document, "the answer")
        nameless = [row for row in rows if not optional_text(row.get("uuid"))]
        return Page(nameless, [self._detail(source, entry) for entry in _entries(rows)])

    def _detail(self, source: Source, entry: Payload) -> Fetch:
        identifier = self.identifier(entry)
        url = f"{_API}/{board_in_url(source.board)}/jobs/{board_in_url(identifier)}"
        return Fetch(url, headers=_HEADERS, carried=entry, detail_of=identifier)

    def identifier(self, payload: Payload) -> str:
        """The posting's UUID."""
        return required_text(whole(payload), "uuid")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`not_listed`) for one that only its link opens."""
        stated = whole(payload)
        if stated.get("unlistedFromSearch") is True:
            raise PayloadError(RejectReason.NOT_LISTED, "unlistedFromSearch is true")
        department, employment = stated.get("department") or {}, stated.get("employmentType") or {}
        return PostingReading(
            identifier=self.identifier(stated),
            title=required_text(stated, "name"),
            url=required_text(stated, "url"),
            company=optional_text(stated.get("companyName")),
            department=optional_text(department.get("name")) or optional_text(department.get("label")),
            places=[PlaceReading(place) for place in _texts(stated.get("workLocations") or ())],
            is_remote=stated.get("isRemote"),
            employment_type=optional_text(employment.get("id")) or optional_text(employment.get("label")),
            pays=[_pay(pay) for pay in stated.get("payRangeDetails") or ()],
            description_html=_description(stated.get("description")),
            posted=stated.get("createdOn"),
        )


def _texts(values: Iterable[Any]) -> list[str]:
    """The texts among values, each once."""
    return list(dict.fromkeys(value for value in values if optional_text(value)))


def _entries(rows: list[Payload]) -> list[Payload]:
    """One entry a posting: its first row, with the places of all its rows as the detail has them."""
    by_uuid: dict[str, list[Payload]] = {}
    for row in rows:
        if uuid := optional_text(row.get("uuid")):
            by_uuid.setdefault(uuid, []).append(row)
    return [_entry(same) for same in by_uuid.values()]


def _entry(rows: list[Payload]) -> Payload:
    places = (row.get("workLocation") for row in rows)
    labels = _texts(place.get("label") for place in places if isinstance(place, dict))
    return {key: value for key, value in rows[0].items() if key != "workLocation"} | {"workLocations": labels}


def _detail_of(document: Payload) -> Payload:
    """What a detail states, without the application form; null and empty hide nothing that the list says."""
    if "name" not in document:
        raise PayloadError(RejectReason.WRONG_TYPE, f"the answer is no posting: {str(document)[:80]}")
    return {key: value for key, value in document.items() if key not in _FORM_KEYS and value not in (None, [], "")}


def _pay(stated: Payload) -> PayReading:
    amounts = (stated.get("rangeStart"), stated.get("rangeEnd"))
    place = optional_text(stated.get("location"))
    return PayReading(*amounts, optional_text(stated.get("currency")), optional_text(stated.get("frequency")), place)


def _description(stated: Any) -> str | None:
    """The ad first, then what the employer says of itself and any further section."""
    if not isinstance(stated, dict):
        return optional_text(stated)
    sections = _texts([stated.get("role"), *stated.values()])
    return "\n".join(sections) or None


PLATFORM = Rippling()
