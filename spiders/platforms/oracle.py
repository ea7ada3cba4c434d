"""Oracle Recruiting Cloud candidate sites.

API: https://docs.oracle.com/en/cloud/saas/human-resources/farws/ (recruitingCEJobRequisitions and ...Details, which
the sites' own pages ask without a key). Access: many employers share a pod; under load it answers 302, 403 or 503.
Quirks: limit and offset count only inside of `finder`, and rows need `expand`. Offsets end at 10,000; rows shift while
one pages. The list has no text. An end date of the year 4712 means that there is none.
Built on shapes with edited values: unverified until a first crawl.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import quote

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_PAGE_SIZE = 200
_API = "hcmRestApi/resources/latest"
_EXPAND = "requisitionList.workLocation,requisitionList.secondaryLocations"
#: what `;findReqs` takes apart, such as a comma, can be part of neither
_BOARD = re.compile(r"(?P<host>[a-z0-9-]+(?:\.[a-z0-9-]+)+)\|(?P<site>[\w-][\w.-]*)", re.ASCII | re.IGNORECASE)
_SAFE_ID = re.compile(r"[\w-][\w.-]*", re.ASCII)
_NO_END = "4712-"
#: marks that follow the visitors or the search, not the posting
_NOISE = frozenset({"Relevancy", "Distance", "TrendingFlag", "BeFirstToApplyFlag", "HotJobFlag"})
#: the sections of a posting in the order of its page, with the headings a reader needs
_SECTIONS = (
    ("ExternalDescriptionStr", None),
    ("ExternalResponsibilitiesStr", "Responsibilities"),
    ("ExternalQualificationsStr", "Qualifications"),
    ("CorporateDescriptionStr", "About the company"),
    ("OrganizationDescriptionStr", "About the organization"),
)


class Oracle(Platform):
    """Postings of one candidate site; a board is `host|site`."""

    name = "oracle"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?P<host>[a-z0-9.-]+\.[a-z]{2,})/hcmUI/CandidateExperience/(?:[\w-]+/)?sites?/(?P<site>[\w-][\w.-]*)(?:[/?#]|$)",
        r"^(?P<host>[a-z0-9.-]+\.[a-z]{2,})/hcmRestApi/resources/[\w.]+/recruitingCE\w+\?.*siteNumber(?:=|%3D)(?P<site>[\w-]+)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is not host and site."""
        yield _list_fetch(source.board, 0, None)

    def page(self, source: Source, answer: Answer) -> Page:
        """The posting of a detail; of a list, its details and the next page."""
        items = payloads_of(object_of(answer).get("items"), '"items"')
        asked = answer.carried or {}
        if "Id" in asked:
            return Page([{"entry": asked, "detail": _lasting(items[0]) if items else None}])
        if not items:
            raise PayloadError(RejectReason.WRONG_TYPE, '"items" is empty: no search result')
        total = items[0].get("TotalJobsCount")
        if type(total) is not int:
            raise PayloadError(RejectReason.WRONG_TYPE, f'"TotalJobsCount" is no number: {str(total)[:80]}')
        listed = payloads_of(items[0].get("requisitionList", [] if total == 0 else None), '"requisitionList"')
        rows = [_lasting(row) for row in listed]
        follow = [_detail_fetch(source.board, row) for row in rows if _is_safe(row.get("Id"))]
        read = asked.get("offset", 0) + len(rows)
        if rows and read < asked.get("total", total):
            follow.append(_list_fetch(source.board, read, asked.get("total", total)))
        nameless = [{"entry": row} for row in rows if not _is_safe(row.get("Id"))]
        return Page(nameless, follow, None if asked else total)

    def identifier(self, payload: Payload) -> str:
        """The requisition's number, which is the posting's own."""
        return required_text(payload["entry"], "Id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one whose detail is gone."""
        entry, detail = payload["entry"], payload["detail"]
        if detail is None:
            raise PayloadError(RejectReason.CLOSED, "the detail has no item")
        both = {**entry, **{key: value for key, value in detail.items() if value not in (None, "", [])}}
        return PostingReading(
            identifier=required_text(entry, "Id"),
            title=required_text(both, "Title"),
            url=f"{_site_url(source.board)}/job/{quote(required_text(entry, 'Id'), safe='')}",
            requisition_id=required_text(entry, "Id"),
            department=_first(both, "Department", "Organization", "Category", "JobFamily"),
            places=_places(both),
            workplace=_first(both, "WorkplaceTypeCode", "WorkplaceType"),
            employment_type=_employment(both),
            description_html=_description(both),
            posted=_first(both, "ExternalPostedStartDate", "PostedDate"),
            valid_through=_end(both),
        )

    def careers_url(self, board: str) -> str | None:
        """The site's own page; None for a board that is not host and site."""
        return _site_url(board) if _BOARD.fullmatch(board) else None

    def board_of(self, url: str) -> str | None:
        """Host and site of a URL."""
        for pattern in self.url_patterns:
            if found := re.search(pattern, url, re.IGNORECASE | re.ASCII):
                return f"{found['host'].lower()}|{found['site']}"
        return None


def _named(board: str) -> tuple[str, str]:
    if found := _BOARD.fullmatch(board):
        return found["host"], found["site"]
    raise ValueError(f"board {board!r} is not 'host|CX_1'")


def _site_url(board: str) -> str:
    host, site = _named(board)
    return f"https://{host}/hcmUI/CandidateExperience/en/sites/{site}"


def _list_fetch(board: str, offset: int, total: int | None) -> Fetch:
    host, site = _named(board)
    finder = f"findReqs;siteNumber={site},limit={_PAGE_SIZE},offset={offset},sortBy=POSTING_DATES_DESC"
    url = f"https://{host}/{_API}/recruitingCEJobRequisitions?onlyData=true&expand={_EXPAND}&finder={finder}"
    asked = {"offset": offset, "total": total} if offset else None
    return Fetch(url, headers={"Accept": "application/json"}, carried=asked)


def _detail_fetch(board: str, entry: Payload) -> Fetch:
    host, site = _named(board)
    finder = quote(f'ById;Id="{entry["Id"]}",siteNumber={site}', safe=";=,")
    url = f"https://{host}/{_API}/recruitingCEJobRequisitionDetails?expand=all&onlyData=true&finder={finder}"
    return Fetch(url, headers={"Accept": "application/json"}, carried=entry, detail_of=entry["Id"])


def _lasting(stated: Payload) -> Payload:
    return {key: value for key, value in stated.items() if key not in _NOISE}


def _is_safe(identifier: object) -> bool:
    return isinstance(identifier, str) and _SAFE_ID.fullmatch(identifier) is not None


def _first(payload: Payload, *keys: str) -> str | None:
    return next((text for key in keys if (text := optional_text(payload.get(key)))), None)


def _employment(payload: Payload) -> str | None:
    """Contract and hours together: one of them alone may be the telling one."""
    stated = (optional_text(payload.get(key)) for key in ("JobType", "ContractType", "WorkerType", "JobSchedule"))
    return ", ".join(text for text in stated if text) or None


def _end(payload: Payload) -> str | None:
    stated = _first(payload, "ExternalPostedEndDate", "PostingEndDate")
    return None if stated is None or stated.startswith(_NO_END) else stated


def _places(payload: Payload) -> list[PlaceReading]:
    first = PlaceReading(
        optional_text(payload.get("PrimaryLocation")), country=optional_text(payload.get("PrimaryLocationCountry"))
    )
    others = [
        PlaceReading(optional_text(place.get("Name")), country=optional_text(place.get("CountryCode")))
        for place in payload.get("secondaryLocations") or ()
    ]
    return [place for place in (first, *others) if place != PlaceReading()]


def _description(payload: Payload) -> str | None:
    """All sections; the teaser of the list only where there is none."""
    sections = [(heading, text) for key, heading in _SECTIONS if (text := optional_text(payload.get(key)))]
    html = [f"<h3>{heading}</h3>{text}" if heading else text for heading, text in sections]
    return "\n".join(html) or _first(payload, "ShortDescriptionStr")


PLATFORM = Oracle()
