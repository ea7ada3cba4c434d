"""BambooHR career sites.

API: https://www.bamboohr.com documents none without a key; read is the JSON that each career site asks for itself.
Access: the vendor's terms restrict automated collection and robots.txt shuts the embed pages, so those are never asked,
and a host is asked slowly. A host per tenant; an unknown tenant is sent on to the vendor's own site, which is no JSON.
Quirks: the list has no text, date or pay, so each posting takes a request of its own; a payload is its list entry and
its detail, and either of the two can be read alone. The place is spread over `location` and
`atsLocation`. `locationType` is a number ("0" on site, "1" remote, "2" hybrid); `isRemote`, mostly null, goes first.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text, whole
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_BOARD = re.compile(r"[a-z0-9](?:[a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
_NO_BOARD = r"(?:www\d?|api|app|documentation|partners|resources|images\d*|static\w*|files|cdn)\."
_HEADERS = {"Accept": "application/json"}
_WORKPLACES = {"0": "onsite", "1": "remote", "2": "hybrid"}
_SHARED_ID = re.compile(r"/careers/(\d+)")


class BambooHR(Platform):
    """Postings of one BambooHR career site; a board is the tenant's host name label."""

    name = "bamboohr"
    careers_page = "https://{board}.bamboohr.com/careers"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?!{_NO_BOARD})(?P<board>[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)\.bamboohr\.com(?::\d+)?(?:[/?#]|$)",
    )
    delay_s = 2.0

    def board_of(self, url: str) -> str | None:
        """The tenant of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The list. Raises ValueError for a board that is no host name label."""
        yield Fetch(f"{_site(source.board)}/careers/list", headers=_HEADERS)

    def page(self, source: Source, answer: Answer) -> Page:
        """The list leads to its postings; a posting's own answer completes its list entry."""
        document = object_of(answer)
        result = document.get("result")
        if answer.carried is not None or (isinstance(result, dict) and "jobOpening" in result):
            opening = _opening(document)
            return Page([opening if answer.carried is None else {"entry": answer.carried, "detail": opening}])
        entries = payloads_of(result, '"result"')
        total = (document.get("meta") or {}).get("totalCount")
        nameless = [entry for entry in entries if not _has_id(entry)]
        follow = [self._detail(source, entry) for entry in entries if _has_id(entry)]
        return Page(nameless, follow, total if type(total) is int else None)

    def _detail(self, source: Source, entry: Payload) -> Fetch:
        identifier = self.identifier(entry)
        url = f"{_site(source.board)}/careers/{board_in_url(identifier)}/detail"
        return Fetch(url, headers=_HEADERS, carried=entry, detail_of=identifier)

    def identifier(self, payload: Payload) -> str:
        """The opening's number on this site; a detail alone has it in its link only."""
        stated = whole(payload)
        if _has_id(stated):
            return str(stated["id"])
        if found := _SHARED_ID.search(required_text(stated, "jobOpeningShareUrl")):
            return found[1]
        raise KeyError("id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one that is not open."""
        stated = whole(payload)
        if (status := stated.get("jobOpeningStatus") or "Open") != "Open":
            raise PayloadError(RejectReason.CLOSED, f"jobOpeningStatus is {status}")
        identifier = self.identifier(stated)
        is_remote, pay = stated.get("isRemote"), optional_text(stated.get("compensation"))
        page = f"{_site(source.board)}/careers/{board_in_url(identifier)}"
        return PostingReading(
            identifier=identifier,
            title=required_text(stated, "jobOpeningName"),
            url=optional_text(stated.get("jobOpeningShareUrl")) or page,
            department=optional_text(stated.get("departmentLabel")),
            places=_places(stated.get("location") or {}, stated.get("atsLocation") or {}),
            workplace=None if is_remote is True else _WORKPLACES.get(str(stated.get("locationType"))),
            is_remote=is_remote,
            employment_type=optional_text(stated.get("employmentStatusLabel")),
            pays=[PayReading(text=pay)] if pay else [],
            description_html=optional_text(stated.get("description")),
            posted=stated.get("datePosted"),
        )


def _site(board: str) -> str:
    if _BOARD.fullmatch(board):
        return f"https://{board}.bamboohr.com"
    raise ValueError(f"board {board!r} is not the name of a BambooHR tenant, as in https://tenant.bamboohr.com")


def _has_id(entry: Payload) -> bool:
    identifier = entry.get("id")
    return type(identifier) is int or optional_text(identifier) is not None


def _opening(document: Payload) -> Payload:
    """What a detail knows better than the list; nulls hide nothing. The application form is left out."""
    result = document.get("result")
    opening = result.get("jobOpening") if isinstance(result, dict) else None
    if not isinstance(opening, dict):
        raise PayloadError(RejectReason.WRONG_TYPE, f'"jobOpening" is not an object: {str(document)[:80]}')
    return {key: value for key, value in {**(document.get("meta") or {}), **opening}.items() if value is not None}


def _places(location: Payload, other: Payload) -> list[PlaceReading]:
    place = PlaceReading(
        locality=optional_text(location.get("city")) or optional_text(other.get("city")),
        region=optional_text(location.get("state"))
        or optional_text(other.get("state"))
        or optional_text(other.get("province")),
        country=optional_text(location.get("addressCountry")) or optional_text(other.get("country")),
    )
    return [place] if place != PlaceReading() else []


PLATFORM = BambooHR()
