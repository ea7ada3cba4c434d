"""Avature career sites.

Pages: https://{host}/careers/SearchJobs and its JobDetail pages, as a person sees them (https://www.avature.net).
Access: slow pages that answer 406 now and then; robots.txt is the customer's own and is kept.
Quirks: the portal is `careers` on most hosts; on others the first request fails. A site decides its page size, whatever
is asked, and may move to the customer's own host. Labels of a posting's fields are the customer's words.
Lists are read from recordings; JobDetail pages follow descriptions of them: unverified until a first crawl.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import ClassVar
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.ASCII)
_POSTING_PATH = re.compile(r"/JobDetail/(?:[^/]+/)*(?P<id>\d+)/?\Z")
_NUMBER = re.compile(r"\d{1,3}(?:[.,'\u2019\u00a0\u202f]\d{3})+|\d+")
_GONE = re.compile(
    r"no longer (?:available|accepting|open)|position has been filled|job (?:is|has been) closed", re.IGNORECASE
)
_NO_JOBS = re.compile(r"\bno (?:jobs|results|positions|vacancies|openings)\b|\b0 results\b", re.IGNORECASE)
_SECTION = "article.article--details"
_HEADING = ".article__header__text__title"
_FIELD = ".article__content__view__field"
#: no posting has so many, and no page so many tags; reading nested ones takes quadratic time
_MOST_FIELDS = 500
_MOST_TAGS = 50_000
#: customers' labels, folded, for what a reading has a place for
_LABELS = {
    "posted": ("date posted", "posted date", "posting date", "posted since", "date published", "published"),
    "requisition": ("role id", "job id", "job number", "req id", "requisition id", "ref #", "req #", "reference"),
    "department": ("department", "business unit", "business area", "team"),
    "employment": ("worker type", "employment type", "contract type", "job type", "time type"),
    "workplace": ("work model", "working model", "workplace type", "remote type", "work arrangement"),
    "places": ("location", "locations", "location(s)", "job location", "primary location"),
}


class Avature(Platform):
    """Postings of one career site; a board is its host name."""

    name = "avature"
    careers_page = "https://{board}/careers/SearchJobs"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?P<board>(?!www\.)[a-z0-9-]+\.avature\.net)(?:[/?#]|$)",
        r"^(?P<board>(?:[a-z0-9-]+\.)+[a-z]{2,})/(?:[a-z]{2}_[A-Z]{2}/)?[\w-]+/(?:SearchJobs(?:[/?#]|$)|JobDetail/)",
    )
    delay_s: ClassVar[float] = 3.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is no host."""
        if not _HOST.fullmatch(source.board):
            raise ValueError(f"board {source.board!r} is not a host")
        yield Fetch(f"https://{source.board}/careers/SearchJobs/?jobRecordsPerPage=100&jobOffset=0")

    def page(self, source: Source, answer: Answer) -> Page:
        """The posting of a detail; of a list, its details and the next page, at the address that answered."""
        asked, document = answer.carried or {}, _document(answer.text)
        if "url" in asked:
            return Page([{"entry": asked, "detail": _detail(document)}])
        base = answer.url or f"https://{source.board}/"
        where = urlsplit(base)
        hosts = {source.board, where.netloc.lower()}
        rows, total = _rows(document, base), _total(document)
        if not rows and not asked and total != 0 and not _NO_JOBS.search(_text(document.body)):
            raise PayloadError(RejectReason.WRONG_TYPE, f"no rows, and no word of none: {_text(document.body)[:80]!r}")
        if rows and rows[0]["url"] == asked.get("first"):
            raise PayloadError(RejectReason.WRONG_TYPE, "the same page again: jobOffset is not heeded")
        total, read = asked.get("total", total), asked.get("offset", 0) + len(rows)
        follow = [_detail_fetch(row) for row in rows if _is_posting(row, hosts)]
        if rows and (total is None or read < total):
            carried = {"offset": read, "first": rows[0]["url"]} | ({} if total is None else {"total": total})
            path = where.path if where.path.rstrip("/").endswith("SearchJobs") else "/careers/SearchJobs/"
            url = f"https://{where.netloc}{path}?jobRecordsPerPage=100&jobOffset={read}"
            follow.append(Fetch(url, carried=carried))
        others = [{"entry": row} for row in rows if not _is_posting(row, hosts)]
        return Page(others, follow, None if asked else total)

    def identifier(self, payload: Payload) -> str:
        """The number at the end of the posting's address."""
        return _posting_id(payload["entry"])

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated. Raises PayloadError(`closed`) for one whose page says that it is over."""
        entry, detail = payload["entry"], payload["detail"]
        if detail is None:
            raise PayloadError(RejectReason.CLOSED, "the page says that the posting is over")
        fields, listed = detail["fields"], entry["listed"]
        return PostingReading(
            identifier=_posting_id(entry),
            title=required_text(entry, "title"),
            url=required_text(entry, "url"),
            requisition_id=_labelled(fields, "requisition"),
            department=optional_text(listed.get("department")) or _labelled(fields, "department"),
            places=_places(listed, fields),
            workplace=_labelled(fields, "workplace"),
            employment_type=optional_text(listed.get("workerType")) or _labelled(fields, "employment"),
            description_html=optional_text(detail["description"]),
            posted=_labelled(fields, "posted"),
        )


def _document(text: str) -> LexborHTMLParser:
    if text.count("<") > _MOST_TAGS:
        raise PayloadError(RejectReason.WRONG_TYPE, f"more than {_MOST_TAGS} tags")
    return LexborHTMLParser(text)


def _text(node: LexborNode | None) -> str:
    return " ".join(node.text(separator=" ").split()) if node else ""


def _rows(document: LexborHTMLParser, base: str) -> list[Payload]:
    """The rows of a list; `listed` is what stands below a title, by the name of its class."""
    rows: dict[str, Payload] = {}
    for link in document.css("article.article--result .article__header__text__title a[href]"):
        url = urljoin(base, (link.attributes["href"] or "").strip())
        row = link.parent
        while row is not None and row.tag != "article":
            row = row.parent
        listed: Payload = {}
        for part in row.css('[class*="list-item-"]') if row else ():
            name = (part.attributes["class"] or "").split("list-item-", 1)[1].split(" ")[0]
            if not name.isdigit() and (text := _text(part)):
                listed.setdefault(name, text)
        rows.setdefault(url, {"url": url, "title": _text(link), "listed": listed})
    return list(rows.values())


def _total(document: LexborHTMLParser) -> int | None:
    """The largest number of the legend ("1-12 of 118 results"): in no language does it count past the end."""
    label = document.css_first(".list-controls__text__legend")
    numbers = _NUMBER.findall(label.text(separator=" ")) if label else ()
    return max((int(re.sub(r"\D", "", number)) for number in numbers), default=None)


def _is_posting(row: Payload, hosts: set[str]) -> bool:
    parts = urlsplit(row["url"])
    return parts.netloc.lower() in hosts and _POSTING_PATH.search(parts.path) is not None


def _detail_fetch(row: Payload) -> Fetch:
    parts = urlsplit(row["url"])
    path = "".join(f"/{board_in_url(part)}" for part in parts.path.split("/") if part)
    return Fetch(f"https://{parts.netloc}{path}", carried=row, detail_of=_posting_id(row))


def _posting_id(entry: Payload) -> str:
    if found := _POSTING_PATH.search(urlsplit(required_text(entry, "url")).path):
        return found["id"]
    raise KeyError("url")


def _detail(document: LexborHTMLParser) -> Payload | None:
    """Sections of a posting as one text, and its labelled fields; None where the page says that it is over."""
    if document.css_first(f"{_SECTION} {_FIELD}") is None:
        if _GONE.search(words := _text(document.body)):
            return None
        raise PayloadError(RejectReason.WRONG_TYPE, f"no posting: {words[:80]!r}")
    fields: dict[str, str] = {}
    html: list[str] = []
    for node in document.css(f"{_SECTION} {_HEADING}, {_SECTION} {_FIELD}")[:_MOST_FIELDS]:
        label, value = _text(node.css_first(f"{_FIELD}__label")), node.css_first(f"{_FIELD}__value")
        if value is None:
            html.append(f"<h3>{escape(heading)}</h3>" if (heading := _text(node)) else "")
            continue
        fields.setdefault(label.rstrip(": ").lower(), _text(value))
        html.append((f"<p><b>{escape(label)}</b></p>" if label else "") + (value.inner_html or "").strip())
    return {"fields": fields, "description": "\n".join(part for part in html if part)}


def _labelled(fields: Payload, name: str) -> str | None:
    return next((text for label in _LABELS[name] if (text := optional_text(fields.get(label)))), None)


def _places(listed: Payload, fields: Payload) -> list[PlaceReading]:
    stated = (optional_text(listed.get(name)) for name in ("location", "jobPostingLocation"))
    places = list(dict.fromkeys(text for text in stated if text))
    first = _labelled(fields, "places")
    return [PlaceReading(text) for text in places or ([first] if first else [])]


PLATFORM = Avature()
