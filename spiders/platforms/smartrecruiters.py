"""SmartRecruiters postings.

API: https://developers.smartrecruiters.com/docs/posting-api (public, no key; at most 100 entries a list page).
Access: robots.txt of the API's host lets LinkedIn's agent in and nobody else, and a crawl obeys it: a board ends as
`blocked` until SmartRecruiters allows this agent. Answers received with its leave are read like any others.
Quirks: the list has no text, so each posting takes a request of its own; a payload is the list entry with the detail's
keys over it, and either of the two can be read alone. Any unknown identifier answers 200 with `totalFound` 0: nothing
found is no proof of an empty board. `typeOfEmployment` has a word (`permanent`) and the label that the employer chose
("Full-time", in the posting's language): both are kept. The region may be left empty in
`fullLocation` ("Lisboa, , Portugal").
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import BOARD_SEGMENT, board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_API = "https://api.smartrecruiters.com/v1/companies"
_HEADERS = {"Accept": "application/json"}
_PAGE_SIZE = 100
_EMPTY_PARTS = re.compile(r"(?:,\s*){2,}")
#: keys of the detail that name a person
_PERSONS = ("creator",)
_NO_BOARD = r"(?!(?:ni|my-applications|external-referrals|oneclick-ui|job-widget|sr-jobs)(?:[/?#]|$))"


class SmartRecruiters(Platform):
    """Postings of one SmartRecruiters company."""

    name = "smartrecruiters"
    careers_page = "https://careers.smartrecruiters.com/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^jobs\.smartrecruiters\.com/(?:(?:oneclick-ui|external-referrals)/company|ni)/{BOARD_SEGMENT}",
        rf"^(?:jobs|careers)\.smartrecruiters\.com/{_NO_BOARD}{BOARD_SEGMENT}",
        rf"^api\.smartrecruiters\.com/v1/companies/{BOARD_SEGMENT}",
        r"^(?:jobs|careers)\.smartrecruiters\.com/?\?(?:[^#]*&)?company=(?P<board>[^&#\s]+)",
        r"^www\.smartrecruiters\.com/(?P<board>[^/?#\s]+)/\d{6,}(?:-|[/?#]|$)",
    )
    delay_s = 1.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list."""
        yield self._list(source, 0)

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its postings and the next page; a posting's own answer completes its list entry."""
        document = object_of(answer)
        if answer.carried is not None or ("content" not in document and "id" in document):
            return Page([_completed(answer.carried or {}, document)])
        entries = payloads_of(document.get("content"), '"content"')
        found, offset = document.get("totalFound"), _offset(document, answer.url)
        page = Page([entry for entry in entries if not _is_named(entry)])
        page.follow = [self._detail(source, entry) for entry in entries if _is_named(entry)]
        if type(found) is int:
            page.total = found if offset == 0 else None
            if entries and offset + len(entries) < found:
                page.follow.append(self._list(source, offset + len(entries)))
        return page

    def _list(self, source: Source, offset: int) -> Fetch:
        board = board_in_url(source.board)
        return Fetch(f"{_API}/{board}/postings?limit={_PAGE_SIZE}&offset={offset}", headers=_HEADERS)

    def _detail(self, source: Source, entry: Payload) -> Fetch:
        identifier = self.identifier(entry)
        url = f"{_API}/{board_in_url(source.board)}/postings/{board_in_url(identifier)}"
        return Fetch(url, headers=_HEADERS, carried=entry, detail_of=identifier)

    def identifier(self, payload: Payload) -> str:
        """The posting's number, which is text."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError: `closed`, or `not_listed` where it is not public."""
        if payload.get("active") is False:
            raise PayloadError(RejectReason.CLOSED, "active is false")
        if (visibility := payload.get("visibility") or "PUBLIC") != "PUBLIC":
            raise PayloadError(RejectReason.NOT_LISTED, f"visibility is {visibility}")
        company = payload.get("company") or {}
        location = payload.get("location") or {}
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "name"),
            url=optional_text(payload.get("postingUrl")) or _link(company.get("identifier") or source.board, payload),
            company=optional_text(company.get("name")),
            apply_url=optional_text(payload.get("applyUrl")),
            requisition_id=optional_text(payload.get("refNumber")),
            department=optional_text((payload.get("department") or {}).get("label")),
            places=_places(location),
            workplace="hybrid" if location.get("hybrid") is True else None,
            is_remote=location.get("remote"),
            employment_type=_employment(payload.get("typeOfEmployment") or {}),
            description_html=_description(payload),
            posted=payload.get("releasedDate"),
            language=optional_text((payload.get("language") or {}).get("code")),
        )


def _is_named(entry: Payload) -> bool:
    return optional_text(entry.get("id")) is not None


def _offset(document: Payload, url: str) -> int:
    """Where a list page begins, by its own word or by its URL.

    Raises PayloadError where it begins before what was asked for: pages would repeat without end.
    """
    asked = parse_qs(urlsplit(url).query).get("offset", ["0"])[0]
    asked_offset = int(asked) if asked.isdigit() else 0
    stated = document.get("offset")
    if not isinstance(stated, int):
        return asked_offset
    if stated < asked_offset:
        raise PayloadError(RejectReason.INVALID_VALUE, f"page {asked_offset} was asked for, {stated} came")
    return stated


def _completed(entry: Payload, detail: Payload) -> Payload:
    """The list entry with the detail's keys over it. Raises PayloadError where the answer is of another posting."""
    if not _is_named(detail) or entry.get("id", detail["id"]) != detail["id"]:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not the posting asked for: {str(detail)[:80]}")
    return {key: value for key, value in {**entry, **detail}.items() if key not in _PERSONS}


def _link(company: str, payload: Payload) -> str:
    return f"https://jobs.smartrecruiters.com/{board_in_url(company)}/{board_in_url(required_text(payload, 'id'))}"


def _places(location: Payload) -> list[PlaceReading]:
    full = _EMPTY_PARTS.sub(", ", optional_text(location.get("fullLocation")) or "") or None
    city, region, country = (optional_text(location.get(key)) for key in ("city", "region", "country"))
    return [PlaceReading(full, city, region, country)] if full or city or region or country else []


def _employment(stated: Payload) -> str | None:
    words = (optional_text(stated.get("id")), optional_text(stated.get("label")))
    return "; ".join(dict.fromkeys(filter(None, words))) or None


def _description(payload: Payload) -> str | None:
    """All sections of the ad in their order, each under its title; the one of videos has no text."""
    sections: dict[str, Any] = (payload.get("jobAd") or {}).get("sections") or {}
    html = []
    for section in sections.values():
        if text := optional_text((section or {}).get("text")):
            title = optional_text(section.get("title"))
            html.append(f"<h3>{escape(title, quote=False)}</h3>{text}" if title else text)
    return "\n".join(html) or None


PLATFORM = SmartRecruiters()
