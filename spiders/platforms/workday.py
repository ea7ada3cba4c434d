"""Workday career sites (`myworkdayjobs.com`).

API: https://{tenant}.wd5.myworkdayjobs.com/wday/cxs/{tenant}/{site}/jobs, what the sites' own pages ask (no key, not
documented). Access: a tenant's robots.txt names its sites; one edge serves all tenants, so be slow.
Quirks: more than 20 rows a page are refused. `total` stops at 2000, then a facet has to split the list; on later pages
it may be 0 beside rows. The list has no text, "3 Locations" for places and dates like "Posted 8 Days Ago"; those change
daily and are left out. Some tenants show fewer postings unless a language is asked for.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, ClassVar

import orjson

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import (
    BOARD_SEGMENT,
    board_in_url,
    object_of,
    optional_text,
    payloads_of,
    required_text,
)
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_PAGE_SIZE = 20
_MOST_COUNTED = 2000
_HEADERS = {"Accept": "application/json", "Accept-Language": "en-US"}
#: a data centre is no tenant: such boards were cut out of shared addresses and lost their tenant
_BOARD = re.compile(r"(?P<tenant>(?!wd\d+\|)[\w-]+)\|(?P<centre>wd\d+)\|(?P<site>[^|/?#\s]+)", re.ASCII)
#: a language stands before a site; two letters alone may be a site too, so what follows them must be one
_NO_SITE = r"(?!(?:jobs?|details|login|\d+|page|apply|user\w*)(?:[/?#]|$))"
_LOCALE = rf"(?:[a-z]{{2}}-[a-z]{{2,4}}/(?!job/)|[a-z]{{2}}/{_NO_SITE}(?=[^/?#\s]))?"
_SITE = rf"(?!wday(?:/|$)|[a-z]{{2}}-[a-z]{{2}}/?(?:[?#]|$)){BOARD_SEGMENT}"
#: one value of a facet: the facet's parameter, the value's id, how many postings it holds
_Value = tuple[str, str, int]


class Workday(Platform):
    """Postings of one Workday site; a board is `tenant|data centre|site`."""

    name = "workday"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?P<tenant>[\w-]+)\.(?P<centre>wd\d+)\.myworkdayjobs\.com/wday/cxs/(?P=tenant)/{_SITE}",
        rf"^(?P<tenant>[\w-]+)\.(?P<centre>wd\d+)\.myworkdayjobs\.com/{_LOCALE}{_SITE}",
        rf"^(?:[\w-]+\.)?(?P<centre>wd\d+)\.myworkdaysite\.com/(?:wday/cxs|{_LOCALE}recruiting)/(?P<tenant>[\w-]+)/{_SITE}",
    )

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is not tenant, data centre and site."""
        yield _list_fetch(source, {}, 0, None)

    def page(self, source: Source, answer: Answer) -> Page:
        """The posting of a detail; of a list, its details and what comes behind it."""
        body, asked = object_of(answer), answer.carried or {}
        if "externalPath" in asked:
            return Page([_completed(asked, body)])
        rows = payloads_of(body.get("jobPostings"), '"jobPostings"')
        total = asked.get("total") or _total(body)
        if not asked and total >= _MOST_COUNTED and (parts := _parts(body.get("facets"))):
            follow = [_list_fetch(source, {facet: [value]}, 0, None) for facet, value, _ in parts]
            return Page(follow=follow, total=_sum(parts))
        entries = [{key: value for key, value in row.items() if key != "postedOn"} for row in rows]
        follow = [_detail_fetch(source, entry) for entry in entries if entry.get("externalPath")]
        read = asked.get("offset", 0) + len(rows)
        if rows and read < total:
            follow.append(_list_fetch(source, asked.get("facets", {}), read, total))
        pathless = [{"entry": entry} for entry in entries if not entry.get("externalPath")]
        return Page(pathless, follow, None if asked else total)

    def identifier(self, payload: Payload) -> str:
        """The posting's id on its site: the last part of its path, which `jobPostingId` repeats."""
        return _posting_id(payload["entry"])

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one that is no longer posted."""
        entry, detail = payload["entry"], payload["detail"]
        if detail.get("posted") is False:
            raise PayloadError(RejectReason.CLOSED, "posted is false")
        return PostingReading(
            identifier=_posting_id(entry),
            title=required_text(detail, "title"),
            url=optional_text(detail.get("externalUrl")) or _site_url(source.board) + _path(entry),
            company=optional_text((payload.get("organization") or {}).get("name")),
            requisition_id=optional_text(detail.get("jobReqId")),
            places=_places(detail),
            workplace=optional_text(detail.get("remoteType")) or optional_text(entry.get("remoteType")),
            employment_type=optional_text(detail.get("timeType")),
            description_html=optional_text(detail.get("jobDescription")),
            posted=detail.get("startDate"),
            valid_through=detail.get("endDate"),
        )

    def is_gone(self, status: int, text: str) -> bool:
        """Not found, or refused by the error of a posting that was taken down."""
        return super().is_gone(status, text) or (status == 403 and '"S22"' in text)

    def careers_url(self, board: str) -> str | None:
        """The site's own page; None for a board that is not tenant, data centre and site."""
        return _site_url(board) if _BOARD.fullmatch(board) else None

    def board_of(self, url: str) -> str | None:
        """Tenant, data centre and site of a URL; the first two are host names, so lower case."""
        for pattern in self.url_patterns:
            if found := re.search(pattern, url, re.IGNORECASE | re.ASCII):
                return f"{found['tenant'].lower()}|{found['centre'].lower()}|{found['board']}"
        return None


def _named(board: str) -> tuple[str, str, str]:
    if found := _BOARD.fullmatch(board):
        return found["tenant"], found["centre"], board_in_url(found["site"])
    raise ValueError(f"board {board!r} is not 'tenant|wd5|Site'")


def _site_url(board: str) -> str:
    tenant, centre, site = _named(board)
    return f"https://{tenant}.{centre}.myworkdayjobs.com/{site}"


def _api_url(board: str) -> str:
    tenant, centre, site = _named(board)
    return f"https://{tenant}.{centre}.myworkdayjobs.com/wday/cxs/{tenant}/{site}"


def _list_fetch(source: Source, facets: Payload, offset: int, total: int | None) -> Fetch:
    body = orjson.dumps({"appliedFacets": facets, "limit": _PAGE_SIZE, "offset": offset, "searchText": ""})
    asked = {"facets": facets, "offset": offset, "total": total} if facets or offset else None
    headers = _HEADERS | {"Content-Type": "application/json"}
    return Fetch(_api_url(source.board) + "/jobs", "POST", headers, body, asked)


def _detail_fetch(source: Source, entry: Payload) -> Fetch:
    url = _api_url(source.board) + _path(entry)
    return Fetch(url, headers=_HEADERS, carried=entry, detail_of=_posting_id(entry))


def _path(entry: Payload) -> str:
    return "".join(f"/{board_in_url(part)}" for part in required_text(entry, "externalPath").split("/") if part)


def _posting_id(entry: Payload) -> str:
    return required_text(entry, "externalPath").rstrip("/").rsplit("/", 1)[-1]


def _total(body: Payload) -> int:
    if type(total := body.get("total")) is int:
        return total
    raise PayloadError(RejectReason.WRONG_TYPE, f'"total" is no number: {str(total)[:80]}')


def _parts(facets: Any) -> list[_Value]:
    """The facet that splits the list best; [] where none does.

    Each posting has one value in most facets, so the sum that most facets share is the likely total. Facets of places
    count a posting several times, others leave some out.
    """
    split = [values for values in _values(facets) if _sum(values) >= _MOST_COUNTED]
    sums = Counter(map(_sum, split))
    likely = max(sums, key=lambda each: (sums[each], each), default=0)
    usable = [values for values in split if all(count < _MOST_COUNTED for _, _, count in values)]
    whole = [values for values in usable if _sum(values) >= likely]
    return min(whole, key=_sum) if whole else max(usable, key=_sum, default=[])


def _values(facets: Any) -> Iterator[list[_Value]]:
    """The values of every facet, those within groups of facets too."""
    for facet in facets or ():
        values = facet.get("values") or ()
        yield [(facet["facetParameter"], value["id"], value["count"]) for value in values if "id" in value]
        yield from _values([value for value in values if "values" in value])


def _sum(values: list[_Value]) -> int:
    return sum(count for _, _, count in values)


def _completed(entry: Payload, body: Payload) -> Payload:
    detail = body.get("jobPostingInfo")
    if not isinstance(detail, dict):
        raise PayloadError(RejectReason.WRONG_TYPE, f'"jobPostingInfo" is not an object: {str(body)[:80]}')
    lasting = {key: value for key, value in detail.items() if key != "postedOn"}
    return {"entry": entry, "detail": lasting, "organization": body.get("hiringOrganization")}


def _places(detail: Payload) -> list[PlaceReading]:
    """The posting's own place first; the country speaks of that one only."""
    first = optional_text(detail.get("location"))
    others = [place for place in detail.get("additionalLocations") or () if optional_text(place) and place != first]
    country = optional_text((detail.get("country") or {}).get("descriptor"))
    return [PlaceReading(first, country=country), *map(PlaceReading, others)] if first or country else []


PLATFORM = Workday()
