"""Eightfold career sites.

Format: no documented public API. https://{host}/careers/sitemap.xml names every posting's page, which holds a
JobPosting (https://schema.org/JobPosting) and the site's own record of the posting in a hidden element.
Access: the sitemap is made for crawlers and every site has it. The APIs behind the page (`/api/apply/v2`, `/api/pcsx`)
answer some sites and refuse others, ten entries at a time and without text: they are not asked, but their answers are
read where one is at hand.
Quirks: a board is a host, or `host|tenant` (`jobs.example.com|example.com`). `work_location_option` is "onsite" where
nobody chose, beside "USA - Remote" too. `validThrough` is the posting's day and 180 days: it says nothing. JobPosting
texts are escaped once more; its addresses may be empty but for the country.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import quote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.eightfold_record import kept, places_of, positions_of, stated_text, time_of, workplace_of
from spiders.platforms.hosts import checked_host, is_on_host
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.json_ld_blocks import parsed
from spiders.platforms.page_links import entries_of
from spiders.platforms.parsing import object_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading
from warehouse.vocabulary import RejectReason

_JOB_PATH = re.compile(r"/careers/job/(\d+)")
_NO_TENANT = r"(?!(?:www|static|docs|api|help|support|developer|community)\.eightfold|app\.)"


class Eightfold(Platform):
    """Postings of one Eightfold site."""

    name = "eightfold"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_TENANT}(?P<board>[a-z0-9-]+\.eightfold\.ai)(?:[/?#]|$)",
        r"^(?P<board>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/careers(?:/job/\d+[^?#]*)?\?(?:[^#]*&)?domain=(?P<tenant>[\w.-]+)",
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The site's map. Raises ValueError for a board that is no host."""
        host, _, tenant = source.board.partition("|")
        query = f"?domain={quote(tenant, safe='')}" if tenant else ""
        yield Fetch(f"https://{checked_host(host)}/careers/sitemap.xml{query}")

    def careers_url(self, board: str) -> str | None:
        """The list a person sees."""
        return f"https://{checked_host(board.partition('|')[0])}/careers"

    def board_of(self, url: str) -> str | None:
        """The host; on a company's own domain with the tenant that the address names."""
        for pattern in self.url_patterns:
            if found := re.search(pattern, url, re.IGNORECASE):
                tenant = found.groupdict().get("tenant")
                return f"{found['board']}|{tenant}".lower() if tenant else found["board"].lower()
        return None

    def page(self, source: Source, answer: Answer) -> Page:
        """The map leads to further maps and to postings; a posting's page completes its entry.

        Raises PayloadError(`wrong_type`) for an answer that is none of these.
        """
        text = answer.text.lstrip("\ufeff \t\r\n")
        if text.startswith("{"):
            return Page([{"entry": kept(position), "detail": {}} for position in positions_of(object_of(answer))])
        if answer.carried is not None and "id" in answer.carried:
            return Page([{"entry": answer.carried, "detail": _detail(answer)}])
        if "<urlset" in text or "<sitemapindex" in text:
            return _map_page(source.board.partition("|")[0], text)
        detail = _detail(answer)
        if not detail["posting"] and not detail["position"]:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no page of Eightfold: {text[:80]!r}")
        return Page([{"entry": {}, "detail": detail}])

    def identifier(self, payload: Payload) -> str:
        """The site's number of the posting."""
        entry, detail = halves(payload)
        if stated := entry.get("id") or _position(entry, detail).get("id"):
            return str(stated)
        found = _JOB_PATH.search(required_text(detail["posting"], "url"))
        if found is None:
            raise KeyError("id")
        return found[1]

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: the record's words, and the JobPosting's where it is silent.

        Raises PayloadError(`not_listed`) for one that only its link opens.
        """
        entry, detail = halves(payload)
        position, posting = _position(entry, detail), detail.get("posting") or {}
        if position.get("isPrivate") is True:
            raise PayloadError(RejectReason.NOT_LISTED, "isPrivate is true")
        stated = {"title": position.get("name")} | {key: value for key, value in posting.items() if value}
        url = _url(source, entry, position, posting)
        reading = read_job_posting(stated, identifier=self.identifier(payload), url=url)
        reading.requisition_id = stated_text(position, "display_job_id", "displayJobId", "ats_job_id", "atsJobId")
        reading.department = stated_text(position, "department")
        reading.places = places_of(position) or reading.places
        reading.workplace = workplace_of(position) or reading.workplace
        reading.description_html = reading.description_html or stated_text(
            position, "job_description", "jobDescription"
        )
        reading.posted = reading.posted or time_of(position)
        reading.valid_through = None
        reading.language = reading.language or stated_text(position, "locale")
        return reading


def _map_page(host: str, text: str) -> Page:
    pages, maps = entries_of(text, f"https://{host}/")
    found = Page(follow=[Fetch(url) for url in maps if is_on_host(url, host)])
    for link in pages:
        number = _JOB_PATH.search(urlsplit(link.url).path)
        if number and is_on_host(link.url, host):
            entry = {"id": number[1], "url": link.url, "changed": link.changed}
            found.follow.append(Fetch(link.url, carried=entry, detail_of=number[1]))
    return found


def _detail(answer: Answer) -> Payload:
    """What a posting's page holds of it, in both forms."""
    node = LexborHTMLParser(answer.text).css_first("code#smartApplyData")
    record = parsed(node.text() or "") if node is not None else None
    positions = record.get("positions") if isinstance(record, dict) else None
    first = positions[0] if isinstance(positions, list) and positions else None
    position = kept(first) if isinstance(first, dict) else {}
    return {"posting": posting_of_page(answer.text, answer.url) or {}, "position": position}


def _position(entry: Payload, detail: Payload) -> Payload:
    """The site's record: from the posting's page, or the entry of an API."""
    return detail.get("position") or entry


def _url(source: Source, entry: Payload, position: Payload, posting: Payload) -> str:
    """The posting's page. Only the JobPosting escapes its address; "&micro" of the others is no sign."""
    stated = stated_text(entry, "url") or stated_text(position, "canonicalPositionUrl", "positionUrl")
    return urljoin(
        f"https://{source.board.partition('|')[0]}/", stated or required_text(posting, "url").replace("&amp;", "&")
    )


PLATFORM = Eightfold()
