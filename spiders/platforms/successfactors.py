"""SAP SuccessFactors career sites (Career Site Builder, formerly jobs2web).

Pages: https://{host}/search/ and https://{host}/job/... as a person sees them (the builder: https://help.sap.com).
Access: the stock robots.txt allows both and forbids /services/ and /talentcommunity/, so neither is asked.
Quirks: two layouts, table rows and tiles, whose next pages come from another path. Every link stands twice, for wide
and narrow screens. Page size, labels and dates follow the site's language. Details carry microdata with Java dates or
only property marks. A site that draws its list by script shows no rows: that is an error, never an empty board.
Old career pages (`career4.successfactors.com?company=`) need a session and are not read.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII)
_OLD_HOST = re.compile(r"(?:^|\.)(?:successfactors\.(?:com|eu|cn)|sapsf\.(?:com|eu|cn))$")
_POSTING_PATH = re.compile(r"/job/[^/]+/(?P<id>\d+)/?\Z")
_QUERY = "q=&sortColumn=referencedate&sortDirection=desc&startrow="
#: thousands may be set apart, by a blank that does not break too
_NUMBER = re.compile(r"\d{1,3}(?:[.,'\u2019\u00a0\u202f]\d{3})+|\d+")
_GONE = re.compile(r"position has been filled|job posting has ended|no longer (?:available|accepting)", re.IGNORECASE)
#: what is taken from a posting's page; customers' own fields may name people
_PROPERTIES = ("title", "department", "dept", "shifttype")
_ADDRESS = ("streetAddress", "addressLocality", "addressRegion", "addressCountry")
_MICRODATA = ("title", "datePosted", "validThrough", "hiringOrganization", "employmentType", *_ADDRESS)
#: no page has so many; reading nested ones takes quadratic time
_MOST_TAGS = 50_000
_TEXT = '[itemprop="description"], [data-careersite-propertyid="description"], .jobdescription'


class SuccessFactors(Platform):
    """Postings of one career site; a board is its host name."""

    name = "successfactors"
    careers_page = "https://{board}/search/"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?P<board>[a-z0-9-]+\.(?:jobs2web\.com|jobs\.hr\.cloud\.sap))(?:[/?#]|$)",
        r"^(?P<board>(?:[a-z0-9-]+\.)+[a-z]{2,})/(?:[\w-]+/)?job/[^/]*[^/\d][^/]*/\d{7,}/?(?:[?#]|$)",
        r"^(?P<board>(?:[a-z0-9-]+\.)+[a-z]{2,})/(?:[\w-]+/)?(?:tile-search-results|search|viewalljobs|go/[^/?]+/\d{5,}(?:/\d+)?)/?"
        r"\?(?:.*&)?(?:startrow=\d|createNewAlert=|locationsearch=|optionsFacetsDD_\w+=|sortColumn=referencedate)",
        r"^(?P<board>(?:[a-z0-9-]+\.)+[a-z]{2,})/(?:[\w-]+/)?go/[^/?]*[^/?\d][^/?]*/\d{6,}/(?:\d+/)?(?:[?#]|$)",
        r"^(?P<board>(?:[a-z0-9-]+\.)+[a-z]{2,})/(?:[\w-]+/)?(?:viewalljobs/|talentcommunity/(?:apply|subscribe)/|googlefeed\.xml$)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is no host or an old career page."""
        if not _HOST.fullmatch(source.board) or _OLD_HOST.search(source.board):
            raise ValueError(f"board {source.board!r} is not the host of a career site")
        yield Fetch(f"https://{source.board}/search/?{_QUERY}0")

    def page(self, source: Source, answer: Answer) -> Page:
        """The posting of a detail; of a list, its details and the next page."""
        asked, document = answer.carried or {}, _document(answer.text)
        if "path" in asked:
            return Page([{"entry": asked, "detail": _detail(document)}])
        rows, total = _rows(document), _total(document)
        if not rows and not asked and total != 0 and not document.css_first("#noresults"):
            raise PayloadError(RejectReason.WRONG_TYPE, f"no rows, and no word of none: {_text(document.body)[:80]!r}")
        if rows and rows[0]["path"] == asked.get("first"):
            raise PayloadError(RejectReason.WRONG_TYPE, "the same page again: startrow is not heeded")
        total = asked.get("total", total)
        follow = [_detail_fetch(source.board, row) for row in rows if _POSTING_PATH.search(row["path"])]
        read = asked.get("startrow", 0) + len(rows)
        if rows and (total is None or read < total):
            where = "tile-search-results" if document.css_first("li.job-tile") else "search"
            carried = {"startrow": read, "first": rows[0]["path"]} | ({} if total is None else {"total": total})
            follow.append(Fetch(f"https://{source.board}/{where}/?{_QUERY}{read}", carried=carried))
        others = [{"entry": row} for row in rows if not _POSTING_PATH.search(row["path"])]
        return Page(others, follow, None if asked else total)

    def identifier(self, payload: Payload) -> str:
        """The number at the end of the posting's path."""
        return _posting_id(payload["entry"])

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one whose page says that it is over."""
        entry, detail = payload["entry"], payload["detail"]
        if detail is None:
            raise PayloadError(RejectReason.CLOSED, "the page says that the posting is over")
        marks, properties = detail["microdata"], detail["properties"]
        apply_path = optional_text(detail.get("apply"))
        return PostingReading(
            identifier=_posting_id(entry),
            title=optional_text(marks.get("title")) or required_text(entry, "title"),
            url=f"https://{source.board}{_path(entry)}",
            company=optional_text(marks.get("hiringOrganization")),
            apply_url=urljoin(f"https://{source.board}/", apply_path) if apply_path else None,
            department=optional_text(properties.get("department")) or optional_text(properties.get("dept")),
            places=_places(entry, detail),
            employment_type=optional_text(marks.get("employmentType")) or optional_text(properties.get("shifttype")),
            description_html=optional_text(detail.get("description")),
            posted=optional_text(marks.get("datePosted")) or optional_text(entry.get("date")),
            valid_through=optional_text(marks.get("validThrough")),
        )


def _document(text: str) -> LexborHTMLParser:
    if text.count("<") > _MOST_TAGS:
        raise PayloadError(RejectReason.WRONG_TYPE, f"more than {_MOST_TAGS} tags")
    return LexborHTMLParser(text)


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""


def _rows(document: LexborHTMLParser) -> list[Payload]:
    """The rows of either layout, each once."""
    rows: dict[str, Payload] = {}
    for row in document.css("tr.data-row, li.job-tile"):
        link = row.css_first("a.jobTitle-link")
        path = urlsplit(
            ((link.attributes.get("href") if link else None) or row.attributes.get("data-url") or "").strip()
        )
        place = row.css_first("td.colLocation .jobLocation") or row.css_first(".jobLocation")
        cells = {"title": link, "location": place, "date": row.css_first(".jobDate")}
        stated = {name: text for name, node in cells.items() if (text := _text(node))}
        rows.setdefault(path.path, {"path": path.path, **stated})
    return list(rows.values())


def _total(document: LexborHTMLParser) -> int | None:
    """The largest number of the pager: in no language does it count past the end."""
    label = document.css_first(".paginationLabel") or document.css_first("#tile-search-results-label")
    numbers = _NUMBER.findall(label.text(separator=" ")) if label else ()
    return max((int(re.sub(r"\D", "", number)) for number in numbers), default=None)


def _detail_fetch(host: str, entry: Payload) -> Fetch:
    return Fetch(f"https://{host}{_path(entry)}", carried=entry, detail_of=_posting_id(entry))


def _path(entry: Payload) -> str:
    return "".join(f"/{board_in_url(part)}" for part in required_text(entry, "path").split("/") if part) + "/"


def _posting_id(entry: Payload) -> str:
    if found := _POSTING_PATH.search(required_text(entry, "path")):
        return found["id"]
    raise KeyError("path")


def _detail(document: LexborHTMLParser) -> Payload | None:
    """What a posting's page states, without the page around it; None where it says that the posting is over."""
    text, button = document.css_first(_TEXT), document.css_first("a.dialogApplyBtn")
    microdata = _stated(document, "itemprop", _MICRODATA)
    properties = _stated(document, "data-careersite-propertyid", _PROPERTIES)
    if text is None and "title" not in {*microdata, *properties}:
        if _GONE.search(words := _text(document.body)):
            return None
        raise PayloadError(RejectReason.WRONG_TYPE, f"no posting: {words[:80]!r}")
    return {
        "microdata": microdata,
        "properties": properties,
        "places": list(dict.fromkeys(filter(None, map(_text, document.css(".jobGeoLocation"))))),
        "description": text.inner_html if text else None,
        "apply": button.attributes.get("href") if button else None,
    }


def _stated(document: LexborHTMLParser, attribute: str, names: tuple[str, ...]) -> Payload:
    """The first node for each name, by its content where it has one and by its text otherwise."""
    nodes = ((name, document.css_first(f'[{attribute}="{name}"]')) for name in names)
    return {name: text for name, node in nodes if node and (text := node.attributes.get("content") or _text(node))}


def _places(entry: Payload, detail: Payload) -> list[PlaceReading]:
    """Places as shown on the posting's page; else its address, which is cut short on some sites; else the list's."""
    if detail["places"]:
        return [PlaceReading(place) for place in detail["places"]]
    marks = detail["microdata"]
    address = PlaceReading(*(optional_text(marks.get(key)) for key in _ADDRESS))
    listed = optional_text(entry.get("location"))
    return [address] if address != PlaceReading() else [PlaceReading(listed)] if listed else []


PLATFORM = SuccessFactors()
