"""Taleo career sites, both editions.

Format: no documented public API. Business Edition (https://{pod}.tbe.taleo.net): cards, ten a page, and each job's
page has a JobPosting (https://schema.org/JobPosting). Enterprise (https://{company}.taleo.net/careersection): the
list's page names its portal, `rest/jobboard/searchjobs` lists it, 25 a page, and a job's page has a JobPosting,
without which it counts as unread; the old list (`jobsearch.ajax`) can be read where somebody has it.
Access: each host's robots.txt decides; a pod holds many companies: be slow.
Quirks: a board is `pod host|instance|company|site` of Business Edition (the address names all four, the host alone
names nobody), or `host|section` of Enterprise. Further pages belong to the session of the first one, whose cookie
goes with them and with nothing else; without it they come back empty. A company that has left answers 200 with a page
that is no list. Columns are the employer's choice. Only the old list was ever recorded: all else is built on what
other crawlers report, and unverified.
"""

import re
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar
from urllib.parse import unquote, urljoin

import orjson
from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.hosts import checked_host, is_on_host
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.paging import leading_page
from spiders.platforms.parsing import board_in_url, optional_text, required_text
from spiders.platforms.taleo_rows import cards_of, next_of, old_rows_of, rows_of
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_BUSINESS = re.compile(
    r"(?P<host>[a-z0-9-]+\.tbe\.taleo\.net)\|(?P<instance>\w+)\|(?P<org>\w+)\|(?P<site>\d+)", re.IGNORECASE | re.ASCII
)
_ENTERPRISE = re.compile(r"(?P<host>[a-z0-9-]+\.taleo\.net)\|(?P<section>[\w+-]+)", re.IGNORECASE | re.ASCII)
#: every page of Business Edition has it; and what links to a job
_LIVE = "oracletaleocwsv2"
_JOB = "/viewRequisition?"
_PORTAL = re.compile(r"portal(?:No)?(?:=|['\"]?\s*[:=]\s*['\"]?)(\d+)", re.IGNORECASE)
_SESSION = re.compile(r"\bJSESSIONID=[^;,\s]+")
_HTML = {"Accept": "text/html"}
_JSON = {"Accept": "application/json", "Content-Type": "application/json", "tz": "GMT+00:00", "tzname": "UTC"}
_NO_FILTERS: dict[str, Any] = {"searchFilterSelections": []}
_OLD_LIST = "!$!requisitionListInterface"


class Taleo(Platform):
    """Postings of one Taleo site. No URL tells a whole board by this file: `detect` names the host (url_forms)."""

    name = "taleo"
    delay_s: ClassVar[float] = 2.0

    def careers_url(self, board: str) -> str | None:
        """The site's list; None for a board that is neither edition's."""
        return _list_url(board) if _BUSINESS.fullmatch(board) or _ENTERPRISE.fullmatch(board) else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The list's page. Raises ValueError for a board that is neither edition's."""
        yield Fetch(_list_url(source.board), headers=_HTML)

    def page(self, source: Source, answer: Answer) -> Page:
        """A list leads to its postings and the next page; a posting's page completes its entry.

        Raises PayloadError(`wrong_type`) for what is neither.
        """
        asked = answer.carried or {}
        if "id" in asked:
            return Page([{"entry": asked, "detail": _detail_of(answer)}])
        if _OLD_LIST in answer.text[:400]:
            rows, total = old_rows_of(answer.text)
            return Page(rows, total=total)
        if answer.text.lstrip()[:1] == "{":
            return self._rows(source, answer, asked)
        if _BUSINESS.fullmatch(source.board):
            return self._cards(source, answer, asked)
        portal = _PORTAL.search(answer.text)
        if portal is None:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no list of Taleo: {answer.text[:80]!r}")
        return Page(follow=[_search(source.board, portal[1], 1, [])])

    def _cards(self, source: Source, answer: Answer, asked: Payload) -> Page:
        tree = LexborHTMLParser(answer.text)
        known: list[str] = asked.get("known", [])
        new = {card["id"]: card for card in cards_of(tree) if card["id"] not in known}
        is_lacking = not new and (known or _JOB in answer.text)
        if _LIVE not in answer.text or is_lacking:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no page of the list: {answer.text[:80]!r}")
        page = Page(follow=[_job_fetch(source.board, card) for card in new.values()])
        link = next_of(tree)
        url = urljoin(answer.url or _list_url(source.board), link) if link else None
        if url and is_on_host(url, _host(answer.url or _list_url(source.board))):
            session = asked.get("session") or _session(answer)
            headers = _HTML | ({"Cookie": session} if session else {})
            page.follow.append(Fetch(url, headers=headers, carried={"known": known + list(new), "session": session}))
        return page

    def _rows(self, source: Source, answer: Answer, asked: Payload) -> Page:
        rows, total, number = rows_of(answer)
        if "portal" not in asked:
            return Page(rows, total=total)
        job, search = partial(_job_fetch, source.board), partial(_search, source.board, asked["portal"], number + 1)
        return leading_page(rows, "id", total, asked["known"], job, search)

    def identifier(self, payload: Payload) -> str:
        """The posting's number on its site."""
        return required_text(halves(payload)[0], "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: its page's words, and the list's where the page is silent."""
        entry, detail = halves(payload)
        identifier = self.identifier(payload)
        posting = {"title": entry.get("title"), **detail}
        text = optional_text(posting.get("description"))
        if text and "%3C" in text and "<" not in text:
            posting["description"] = unquote(text)
        reading = read_job_posting(posting, identifier=identifier, url=_job_url(source.board, identifier))
        reading.requisition_id = identifier if _ENTERPRISE.fullmatch(source.board) else None
        if not reading.places and (place := optional_text(entry.get("place"))):
            reading.places = [PlaceReading(place)]
        reading.posted = reading.posted or optional_text(entry.get("posted"))
        return reading


def _host(url: str) -> str:
    return checked_host(url.partition("://")[2].partition("/")[0])


def _list_url(board: str) -> str:
    if found := _BUSINESS.fullmatch(board):
        query = f"org={found['org']}&cws={found['site']}"
        return f"https://{found['host']}/{found['instance']}/ats/careers/v2/searchResults?{query}"
    if found := _ENTERPRISE.fullmatch(board):
        return f"https://{found['host']}/careersection/{board_in_url(found['section'])}/jobsearch.ftl?lang=en"
    raise ValueError(
        f"board {board!r} is neither 'pod.tbe.taleo.net|instance|org|cws' nor 'company.taleo.net|section': "
        "both are in the address of the site's list of jobs"
    )


def _job_url(board: str, identifier: str) -> str:
    number = board_in_url(identifier)
    if _BUSINESS.fullmatch(board):
        return f"{_list_url(board).replace('/searchResults?', _JOB)}&rid={number}"
    return f"{_list_url(board).partition('/jobsearch.ftl')[0]}/jobdetail.ftl?job={number}&lang=en"


def _job_fetch(board: str, entry: Payload) -> Fetch:
    return Fetch(_job_url(board, entry["id"]), headers=_HTML, carried=entry, detail_of=entry["id"])


def _search(board: str, portal: str, number: int, known: list[str]) -> Fetch:
    body = {
        "multilineEnabled": False,
        "sortingSelection": {"sortBySelectionParam": "3", "ascendingSortingOrder": "false"},
        "fieldData": {"fields": {"KEYWORD": "", "LOCATION": ""}, "valid": True},
        "filterSelectionParam": _NO_FILTERS,
        "advancedSearchFiltersSelectionParam": _NO_FILTERS,
        "pageNo": number,
    }
    url = f"https://{board.partition('|')[0]}/careersection/rest/jobboard/searchjobs?lang=en&portal={portal}"
    return Fetch(url, "POST", _JSON, orjson.dumps(body), {"portal": portal, "known": known})


def _session(answer: Answer) -> str | None:
    stated = next((value for name, value in answer.headers.items() if name.lower() == "set-cookie"), "")
    found = _SESSION.search(stated)
    return found[0] if found else None


def _detail_of(answer: Answer) -> Payload:
    """A job page's JobPosting, else its text. Raises PayloadError(`wrong_type`) where it has neither."""
    if posting := posting_of_page(answer.text, answer.url):
        return posting
    shown = LexborHTMLParser(answer.text).css_first('[name="cwsJobDescription"]')
    if shown is None:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no posting on the page: {answer.text[:80]!r}")
    return {"description": shown.inner_html}


PLATFORM = Taleo()
