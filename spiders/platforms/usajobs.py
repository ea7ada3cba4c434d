"""USAJOBS: the vacancies of the United States' federal agencies.

API: https://developer.usajobs.gov/api-reference/get-api-search (500 a page; at most 10,000 postings a search).
Access: a free key (https://developer.usajobs.gov/apirequest/) and the e-mail address it was given to go with each
request: ROLECALL_USAJOBS_KEY and ROLECALL_USAJOBS_EMAIL. They are sent and kept nowhere. Credit is given with a link
back.
Quirks: amounts are texts, days have no zone and end in `.0000`, addresses carry `:443`. `RateIntervalCode` is a code
or its words. One announcement may name dozens of places, or only say "Multiple Locations". The whole text comes with
`Fields=Full`, its duties as a list. Read from a recorded answer of few fields; the rest by the documentation alone.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from spiders.platforms.base import Answer, Fetch, Page, Payload, Source
from spiders.platforms.feeds import ALL, Feed
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading
from warehouse.settings import Settings

_PAGE_SIZE = 500
_URL = f"https://data.usajobs.gov/api/search?Fields=Full&ResultsPerPage={_PAGE_SIZE}&Page={{number}}"
#: names people, and how to reach them
_PERSONS = frozenset({"AgencyContactName", "AgencyContactPhone", "AgencyContactEmail", "HowToApply"})
_PORT = re.compile(r"(?<=usajobs\.gov):443(?=/)")
_DISPLAY = "PositionLocationDisplay"
_MARK = re.compile(r"\s*\(remote job\)", re.IGNORECASE)
_NO_PLACE = frozenset({"Multiple Locations"})
_UNITS = {"PA": "year", "PH": "hour", "PD": "day", "PW": "week", "PM": "month", "BW": "two weeks"}
#: no pay at all, or a fee a piece: an amount without a time
_UNPAID = frozenset({"WC", "FB", "PE", "ST", "SY"})
_SECTIONS = {
    "JobSummary": "Summary",
    "MajorDuties": "Duties",
    "Requirements": "Requirements",
    "Education": "Education",
    "Evaluations": "How you will be evaluated",
    "Benefits": "Benefits",
}


class UsaJobs(Feed):
    """All open announcements of USAJOBS."""

    name = "usajobs"
    first_url = _URL.format(number=1)
    own_pages = r"usajobs\.gov(?:/search(?:/results)?)?|data\.usajobs\.gov/api/search"
    delay_s: ClassVar[float] = 2.0

    def __init__(self, key: str | None = None, email: str | None = None) -> None:
        self._key, self._email = key, email

    def with_settings(self, settings: Settings) -> "UsaJobs":
        """USAJOBS with the key it gave out, and the address it gave it to."""
        key = settings.usajobs_key.get_secret_value() if settings.usajobs_key else None
        return UsaJobs(key, settings.usajobs_email)

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page. Raises ValueError for another board, and where the key or its e-mail address is not set."""
        if source.board != ALL:
            raise ValueError(f"usajobs has the one board {ALL!r}, not {source.board!r}")
        if not self._key or not self._email:
            raise ValueError(
                "USAJOBS wants a key: ask for one at https://developer.usajobs.gov/apirequest/ (it is free), then set "
                "ROLECALL_USAJOBS_KEY, and ROLECALL_USAJOBS_EMAIL to the address it was given to"
            )
        yield self._fetch(1)

    def page(self, source: Source, answer: Answer) -> Page:
        """One page, and the next one while the stated total is not reached."""
        result = object_of(answer).get("SearchResult")
        result = result if isinstance(result, dict) else {}
        items = payloads_of(result.get("SearchResultItems"), '"SearchResultItems"')
        total = _number(result.get("SearchResultCountAll"))
        number = _number(parse_qs(urlsplit(answer.url).query).get("Page", ["1"])[0]) or 1
        is_more = bool(items) and total is not None and number * _PAGE_SIZE < total
        return Page(
            list(map(_without_persons, items)),
            [self._fetch(number + 1)] if is_more else [],
            total if number == 1 else None,
        )

    def _fetch(self, number: int) -> Fetch:
        stated = {"User-Agent": self._email, "Authorization-Key": self._key}
        headers = {name: value for name, value in stated.items() if value}
        return Fetch(_URL.format(number=number), headers={"Accept": "application/json"} | headers)

    def identifier(self, payload: Payload) -> str:
        """The announcement's control number; in answers of few fields its own number."""
        return required_text(payload, "MatchedObjectId")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One announcement as stated."""
        stated = payload["MatchedObjectDescriptor"]
        details = (stated.get("UserArea") or {}).get("Details") or {}
        url = _PORT.sub("", required_text(stated, "PositionURI"))
        apply = optional_text(next(iter(stated.get("ApplyURI") or ()), None))
        remote = details.get("RemoteIndicator")
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(stated, "PositionTitle"),
            url=url,
            company=required_text(stated, "OrganizationName"),
            apply_url=_PORT.sub("", apply) if apply else None,
            requisition_id=optional_text(stated.get("PositionID")),
            department=optional_text(stated.get("DepartmentName")),
            places=_places(stated),
            is_remote=remote if isinstance(remote, bool) else None,
            employment_type=_named(stated.get("PositionSchedule")),
            pays=list(_pays(stated)),
            description_html=_description(stated, details),
            posted=optional_text(stated.get("PublicationStartDate")),
            valid_through=optional_text(stated.get("ApplicationCloseDate")),
            attribution=f"USAJOBS, {url}",
        )


def _without_persons(stated: Any) -> Any:
    if isinstance(stated, dict):
        return {key: _without_persons(value) for key, value in stated.items() if key not in _PERSONS}
    return list(map(_without_persons, stated)) if isinstance(stated, list) else stated


def _number(stated: Any) -> int | None:
    text = str(stated) if type(stated) is int else stated
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() else None


def _named(stated: Any) -> str | None:
    """The names of a list of codes, such as the schedules of a position."""
    return "; ".join(name for each in stated or () if (name := optional_text(each.get("Name")))) or None


def _places(stated: Payload) -> list[PlaceReading]:
    """Every place by its name ("Denver, Colorado"); what the list displays where none is named."""
    named = [optional_text(place.get("LocationName")) for place in stated.get("PositionLocation") or ()]
    names = [_MARK.sub("", name) for name in named or [optional_text(stated.get(_DISPLAY))] if name]
    return [PlaceReading(name) for name in dict.fromkeys(names) if name not in _NO_PLACE]


def _pays(stated: Payload) -> Iterator[PayReading]:
    """The ranges in dollars. A code tells the time one is for; where it is none, the words do."""
    for pay in stated.get("PositionRemuneration") or ():
        code = optional_text(pay.get("RateIntervalCode"))
        amounts = optional_text(pay.get("MinimumRange")), optional_text(pay.get("MaximumRange"))
        if any(amounts) and code not in _UNPAID:
            yield PayReading(*amounts, "USD", _UNITS.get(code or "") or optional_text(pay.get("Description")) or code)


def _description(stated: Payload, details: Payload) -> str | None:
    """The sections that say something, the first without its heading; the qualifications stand beside them."""
    parts = [_section(heading, details.get(key)) for key, heading in _SECTIONS.items()]
    parts.insert(2, _section("Qualifications", stated.get("QualificationSummary")))
    return "\n".join(filter(None, parts)).removeprefix("<h3>Summary</h3>") or None


def _section(heading: str, stated: Any) -> str:
    texts = [text for each in (stated if isinstance(stated, list) else [stated]) if (text := optional_text(each))]
    if not texts:
        return ""
    body = "".join(f"<li>{text}</li>" for text in texts) if len(texts) > 1 else texts[0]
    return f"<h3>{escape(heading)}</h3>{f'<ul>{body}</ul>' if len(texts) > 1 else body}"


PLATFORM = UsaJobs()
