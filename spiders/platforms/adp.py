"""ADP Workforce Now career centres.

Format: no documented public API. The page of a centre on https://workforcenow.adp.com asks
`careercenter/public/events/staffing/v1/job-requisitions` without a key: a list without texts, 20 a page, and an
answer for each posting.
Access: the host's robots.txt is reported to be a page and no rules. One host for all boards: be slow.
Quirks: a board is the client's id and the centre's (`cid/ccId`); nearly every client has the one centre
19000101_000001. `$skip` is the number of the first row, counted from 1. Whom the host takes for a machine may get a
list of 0, which is no proof of an empty board. What a person's address names is `ExternalJobID`, one of the list of
custom fields; `itemID` is the key. Built on what five other crawlers report: unverified until it met a live board.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar
from urllib.parse import urlencode

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import halves
from spiders.platforms.paging import leading_page
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.readings import PayReading, PlaceReading, PostingReading

_SITE = "https://workforcenow.adp.com/mascsr/default"
_API = f"{_SITE}/careercenter/public/events/staffing/v1/job-requisitions"
_UUID = r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
_BOARD = re.compile(rf"(?P<client>{_UUID})/(?P<centre>\w+)", re.IGNORECASE | re.ASCII)
_ONLY_CENTRE = "19000101_000001"
_PAGE_SIZE = 20
_HEADERS = {"Accept": "application/json", "X-Requested-With": "XMLHttpRequest"}


class Adp(Platform):
    """Postings of one ADP career centre."""

    name = "adp"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^workforcenow\.adp\.com/[^?#]*/(?:recruitment|careercenter)/[^?#]*\?(?P<board>[^#\s]+)",
    )
    delay_s: ClassVar[float] = 2.0

    def board_of(self, url: str) -> str | None:
        """Client and centre of a URL's query; the usual centre where it names none."""
        query = super().board_of(url) or ""
        client = re.search(rf"(?:\A|&)cid=({_UUID})(?:&|\Z)", query, re.IGNORECASE)
        centre = re.search(r"(?:\A|&)ccId=(\w+)", query, re.IGNORECASE | re.ASCII)
        return f"{client[1]}/{centre[1] if centre else _ONLY_CENTRE}" if client else None

    def careers_url(self, board: str) -> str | None:
        """The centre's page; None for a board that is not client and centre."""
        return _page_of(board, None) if _BOARD.fullmatch(board) else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is not client and centre."""
        yield _list(source.board, [])

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its postings and the next page; a posting's answer completes its entry."""
        document = object_of(answer)
        posting = document.get("jobRequisition", document)
        if isinstance(posting, dict) and "requisitionTitle" in posting:
            return Page([{"entry": answer.carried or {}, "detail": posting}])
        rows = payloads_of(document.get("jobRequisitions"), '"jobRequisitions"')
        meta = document.get("meta")
        return leading_page(
            rows,
            "itemID",
            meta.get("totalNumber") if isinstance(meta, dict) else None,
            (answer.carried or {}).get("known", []),
            partial(_detail, source.board),
            partial(_list, source.board),
        )

    def identifier(self, payload: Payload) -> str:
        """ADP's key of the posting."""
        entry, detail = halves(payload)
        return required_text(entry if entry.get("itemID") else detail, "itemID")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        entry, detail = halves(payload)
        stated = entry | {key: value for key, value in detail.items() if value not in (None, "", [])}
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(stated, "requisitionTitle"),
            url=_page_of(source.board, _public_id(stated)),
            requisition_id=optional_text(stated.get("clientRequisitionID")),
            department=_custom(stated, "HomeDepartment"),
            places=_places(stated),
            employment_type=_short(stated.get("workLevelCode")),
            pays=_pays(stated),
            description_html=optional_text(stated.get("requisitionDescription")),
            posted=optional_text(stated.get("postDate")),
        )


def _named(board: str) -> tuple[str, str]:
    if found := _BOARD.fullmatch(board):
        return found["client"], found["centre"]
    raise ValueError(f"board {board!r} is not 'cid/ccId', as in the address of an ADP career centre")


def _query(board: str) -> dict[str, str]:
    client, centre = _named(board)
    return {"cid": client, "ccId": centre, "lang": "en_US"}


def _page_of(board: str, public_id: str | None) -> str:
    query = _query(board) | ({"jobId": public_id} if public_id else {})
    return f"{_SITE}/mdf/recruitment/recruitment.html?{urlencode(query)}"


def _list(board: str, known: list[str]) -> Fetch:
    paging = {"locale": "en_US", "$top": str(_PAGE_SIZE), "$skip": str(len(known) + 1)}
    url = f"{_API}?{urlencode(_query(board) | paging, safe='$')}"
    return Fetch(url, headers=_HEADERS, carried={"known": known} if known else None)


def _detail(board: str, row: Payload) -> Fetch:
    url = f"{_API}/{board_in_url(_public_id(row))}?{urlencode(_query(board) | {'locale': 'en_US'})}"
    return Fetch(url, headers=_HEADERS, carried=row, detail_of=str(row["itemID"]))


def _public_id(stated: Payload) -> str:
    return _custom(stated, "ExternalJobID") or str(stated["itemID"])


def _custom(stated: Payload, code: str) -> str | None:
    """The text of the custom field with this code."""
    group = stated.get("customFieldGroup")
    for each in (group.get("stringFields") if isinstance(group, dict) else None) or ():
        if ((each.get("nameCode") or {}).get("codeValue")) == code:
            return optional_text(each.get("stringValue"))
    return None


def _short(code: Any) -> str | None:
    return optional_text(code.get("shortName")) if isinstance(code, dict) else None


def _places(stated: Payload) -> list[PlaceReading]:
    """Every place: as named, else by its address."""
    found = {}
    for each in stated.get("requisitionLocations") or ():
        address = each.get("address") or {}
        region = (address.get("countrySubdivisionLevel1") or {}).get("codeValue")
        parts = [optional_text(part) for part in (address.get("cityName"), region, address.get("countryCode"))]
        name = " ".join((_short(each.get("nameCode")) or "").split()) or None
        place = PlaceReading(name) if name else PlaceReading(None, *parts)
        if name or any(parts):
            found[str(place)] = place
    return list(found.values())


def _pays(stated: Payload) -> list[PayReading]:
    """The range of the pay grade; zero is none. The time it is for is a custom code, not a text."""
    grade = stated.get("payGradeRange") or {}
    ends = [grade.get(f"{end}Rate") or {} for end in ("minimum", "maximum")]
    low, high = (end.get("amountValue") or None for end in ends)
    if low is None and high is None:
        return []
    currency = next((code for end in ends if (code := optional_text(end.get("currencyCode")))), None)
    return [PayReading(low, high, currency, _period(stated))]


def _period(stated: Payload) -> str | None:
    group = stated.get("customFieldGroup")
    for each in (group.get("codeFields") if isinstance(group, dict) else None) or ():
        if ((each.get("nameCode") or {}).get("codeValue")) == "SalaryType":
            return _short(each) or optional_text(each.get("codeValue"))
    return None


PLATFORM = Adp()
