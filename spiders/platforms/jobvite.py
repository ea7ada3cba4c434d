"""Jobvite careers sites.

API: https://jobs.jobvite.com has none; read are the pages of a site's search, 50 rows each, and each posting's page.
Access: the host has no robots.txt; one host for all sites, so be slow. An unknown site is sent on to the vendor's own,
with status 200; a path that a site does not know answers its front page, which is no whole list.
Quirks: a board is `site` or `careers/site`. Rows come in three layouts: a table with links, one whose rows open by
script, links around everything. A row says "2 Locations" for several places, and mostly no day; the posting's page has
both in its JSON-LD. The site's name within a link may be another than the board's. A payload is a list row and the
detail that completes it; the row alone can be read, too. The page of a posting that is gone leads back to the list.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.parsing import board_in_url, optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_HOST = "https://jobs.jobvite.com"
_HEADERS = {"Accept": "text/html"}
_NO_BOARD = r"(?!(?:careers|careersite|companyjobs|support|api|__assets__|robots\.txt|favicon\.ico)(?:[/?#]|$))"
_BOARD = re.compile(r"(?P<careers>careers/)?(?P<site>[^/?#\s]+)")
_JOB = re.compile(r"(?P<path>/(?:careers/)?\w[\w.-]*/job/(?P<id>\w+))", re.ASCII)
_SEARCH = re.compile(r"(?:https?://jobs\.jobvite\.com)?(?P<path>/(?:careers/)?\w[\w.-]*/search)/?\?(?P<query>[^#\s]+)")
_COUNT = re.compile(r"(\d+)\s*-\s*(\d+)\s+of\s+(\d+)")
_US_DAY = re.compile(r"(\d\d)/(\d\d)/(\d{4})")
_LIST = ".jv-job-list, .jv-search-list, .jv-page-joblist, .jv-pagination-text"
_SEVERAL = re.compile(r"\d+ Locations", re.IGNORECASE)
_NUMBER = re.compile(r"Req\.\s?Num", re.IGNORECASE)


class Jobvite(Platform):
    """Postings of one Jobvite careers site."""

    name = "jobvite"
    careers_page = "https://jobs.jobvite.com/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^jobs\.jobvite\.com/(?P<board>(?:careers/)?{_NO_BOARD}[^/?#\s]+)",)
    delay_s = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the search. Raises ValueError for a board that is no site."""
        yield Fetch(f"{_HOST}/{_path_of(source.board)}/search?p=0", headers=_HEADERS)

    def page(self, source: Source, answer: Answer) -> Page:
        """A list page leads to its postings and to further pages; a posting's own page completes its row."""
        if answer.carried is not None:
            return Page([{"entry": answer.carried, "detail": _detail(answer)}])
        tree = LexborHTMLParser(answer.text)
        if tree.css_first(_LIST) is None:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no list of jobs on the page: {answer.text[:80]!r}")
        rows = _rows(tree)
        follow = [Fetch(_HOST + row["path"], headers=_HEADERS, carried=row, detail_of=row["id"]) for row in rows]
        count = _COUNT.search(_shown(tree.css_first(".jv-pagination-text")) or "")
        is_first = count is not None and count[1] == "1" and "c=" not in urlsplit(answer.url).query
        more = [Fetch(url, headers=_HEADERS) for url in _more(tree, answer.url)] if rows else []
        return Page(follow=follow + more, total=int(count[3]) if count and is_first else None)

    def identifier(self, payload: Payload) -> str:
        """The posting's code, as in its address."""
        return required_text(payload.get("entry", payload), "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated: JSON-LD first, then what page and row show.

        Raises PayloadError(`closed`) for one whose page led back to the list.
        """
        row, detail = (payload["entry"], payload["detail"]) if "entry" in payload else (payload, {})
        if detail is None:
            raise PayloadError(RejectReason.CLOSED, "the posting's page is the list")
        url = _HOST + required_text(row, "path")
        stated = {"title": row.get("title"), **(detail.get("posting") or {})}
        reading = read_job_posting(stated, identifier=self.identifier(row), url=url)
        meta = detail.get("meta") or []
        numbers = [text.partition(":")[2].strip() for text in meta if _NUMBER.match(text)]
        places = [text for text in (*meta[1:], row.get("location")) if _is_place(text)]
        return replace(
            reading,
            apply_url=f"{url}/apply",
            requisition_id=numbers[0] if numbers else None,
            department=meta[0] if meta and meta[0] != row.get("location") else None,
            places=reading.places or list(map(PlaceReading, dict.fromkeys(places))),
            description_html=reading.description_html or optional_text(detail.get("text")),
            posted=reading.posted or _day(row.get("date")),
        )


def _path_of(board: str) -> str:
    if found := _BOARD.fullmatch(board):
        return f"{found['careers'] or ''}{board_in_url(found['site'])}"
    raise ValueError(f"board {board!r} is neither 'site' nor 'careers/site'")


def _shown(node: LexborNode | None) -> str | None:
    """The text a node shows, in one line."""
    return (" ".join(node.text().split()) or None) if node is not None else None


def _rows(tree: LexborHTMLParser) -> list[Payload]:
    """The postings of a list page, each once."""
    rows: dict[str, Payload] = {}
    for node in tree.css("a[href*='/job/'], tr[onclick*='/job/']"):
        if found := _JOB.search(node.attributes.get("href") or node.attributes.get("onclick") or ""):
            rows.setdefault(found["id"], {**found.groupdict(), **_cells(node)})
    return list(rows.values())


def _cells(node: LexborNode) -> Payload:
    row = _row_of(node)
    name = row.css_first(".jv-job-list-name .title") or row.css_first(".jv-job-list-name") or node
    cells = {key: _shown(row.css_first(f".jv-job-list-{key}")) for key in ("location", "date")}
    return {"title": _shown(name), **cells}


def _row_of(node: LexborNode) -> LexborNode:
    """The table row or list item a link stands in; the link itself where the cells stand in it."""
    row: LexborNode | None = node
    if node.css_first(".jv-job-list-name") is None:
        while row is not None and row.tag not in ("tr", "li"):
            row = row.parent
    return row or node


def _more(tree: LexborHTMLParser, url: str) -> Iterator[str]:
    """Pages behind this one: the next one of a search, and of a front page the searches it shows the beginnings of."""
    asked = parse_qs(urlsplit(url).query)
    for link in tree.css("a.jv-pagination-next[href], .jv-job-list a[href*='/search?']"):
        if found := _SEARCH.fullmatch(link.attributes.get("href") or ""):
            query, is_next = parse_qs(found["query"]), "jv-pagination-next" in (link.attributes.get("class") or "")
            if _number(query) > _number(asked) if is_next else "c" in query and "c" not in asked:
                yield f"{_HOST}{found['path']}?{found['query']}"


def _number(query: dict[str, list[str]]) -> int:
    stated = query.get("p", ["0"])[0]
    return int(stated) if stated.isascii() and stated.isdigit() else 0


def _detail(answer: Answer) -> Payload | None:
    """What a posting's page has, None where it is the list. Raises PayloadError(`wrong_type`) where it is neither."""
    tree = LexborHTMLParser(answer.text)
    posting, shown = posting_of_page(answer.text, answer.url), tree.css_first(".jv-job-detail-description")
    if posting is None and shown is None:
        if tree.css_first(_LIST) is not None:
            return None
        raise PayloadError(RejectReason.WRONG_TYPE, f"no posting on the page: {answer.text[:80]!r}")
    meta = tree.css_first(".jv-job-detail-meta")
    parts = re.split(r"<span[^>]*jv-inline-separator[^>]*>\s*</span>", (meta.inner_html or "") if meta else "")
    texts = [_shown(LexborHTMLParser(part).body) for part in parts]
    text = shown.inner_html if shown is not None else None
    return {"posting": posting, "meta": [each for each in texts if each], "text": text}


def _is_place(text: object) -> bool:
    return isinstance(text, str) and bool(text.strip()) and not (_SEVERAL.fullmatch(text) or _NUMBER.match(text))


def _day(stated: object) -> str | None:
    found = _US_DAY.fullmatch(stated) if isinstance(stated, str) else None
    return f"{found[3]}-{found[1]}-{found[2]}" if found else None


PLATFORM = Jobvite()
