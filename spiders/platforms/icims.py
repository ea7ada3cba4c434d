"""iCIMS career portals, both front ends: the classic pages on icims.com, and Jibe on a company's own domain.

Format: no documented public API. Classic: https://{host}/jobs/search?ss=1&in_iframe=1 lists cards (`icims_cards`), and
each posting's page has a JobPosting (https://schema.org/JobPosting). Jibe: `jibe`. A host on icims.com is classic.
Access: one page after another, because the portal keeps its place in the list; all portals share one edge: be slow.
Quirks: the JobPosting's days may be made up when the page is asked for: a day on the card wins. A page without one
shows its text in `iCIMS_JobContent`. Places read US-NJ-Edison, several with "|" between.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.hosts import checked_host
from spiders.platforms.icims_cards import JOB_PATH, list_page, search_url
from spiders.platforms.jibe import jibe_fetch, jibe_page, read_jibe
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.parsing import optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_CLASSIC = ".icims.com"
_NO_PORTAL = (
    r"(?!(?:www|api|app|help|support|community|developer|developer-community|login|marketplace|go|media)\.icims)"
)
_AMERICAN_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})\s+\d{1,2}:\d{2}(?::\d{2})?\s*[AP]M", re.IGNORECASE)


class Icims(Platform):
    """Postings of one iCIMS portal."""

    name = "icims"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_PORTAL}(?P<board>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?\.icims\.com)(?:[/?#:]|$)",
        r"^(?P<board>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/careers-home/jobs(?:[/?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"update_date", "meta_data", "promotion_value"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the list. Raises ValueError for a board that is no host."""
        host = checked_host(source.board)
        yield Fetch(search_url(host, 0)) if host.endswith(_CLASSIC) else jibe_fetch(host, 1, 0)

    def careers_url(self, board: str) -> str | None:
        """The list a person sees."""
        return f"https://{checked_host(board)}/jobs{'/search?ss=1' * board.lower().endswith(_CLASSIC)}"

    def page(self, source: Source, answer: Answer) -> Page:
        """Jibe's entries; or a classic list that leads to its postings; or a posting's page, which completes its card.

        Raises PayloadError(`wrong_type`) for an answer that is none of these.
        """
        host = source.board
        if answer.text.lstrip()[:1] in {"{", "["}:
            return jibe_page(host, answer)
        if answer.carried is not None and "id" in answer.carried:
            return Page([{"entry": answer.carried, "detail": _posting(answer)}])
        is_list = "iCIMS_JobsTable" in answer.text or "iCIMS_ListingsPage" in answer.text
        if not is_list and (posting := posting_of_page(answer.text, answer.url)):
            return Page([{"entry": {}, "detail": posting}])
        if not is_list and "iCIMS_" not in answer.text:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no list of iCIMS: {answer.text[:80]!r}")
        return list_page(host, answer)

    def identifier(self, payload: Payload) -> str:
        """The posting's number on the portal."""
        if "slug" in payload:
            return required_text(payload, "slug")
        entry, detail = halves(payload)
        if stated := entry.get("id"):
            return str(stated)
        url = required_text(detail, "url")
        found = JOB_PATH.search(urlsplit(url).path)
        return found["id"] if found else url

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting: the page's words, and the card's where the page is silent or makes days up."""
        if "slug" in payload:
            return read_jibe(source, payload)
        entry, detail = halves(payload)
        detail = {"title": entry.get("title"), **detail}
        url = optional_text(entry.get("url")) or required_text(detail, "url")
        reading = read_job_posting(detail, identifier=self.identifier(payload), url=url)
        reading.requisition_id = optional_text(entry.get("requisition")) or reading.requisition_id
        reading.department = optional_text(entry.get("category")) or reading.department
        reading.workplace = reading.workplace or optional_text(entry.get("workplace"))
        reading.employment_type = reading.employment_type or optional_text(entry.get("employment"))
        reading.posted = _day(entry.get("posted")) or reading.posted
        if not reading.places and (place := optional_text(entry.get("location"))):
            reading.places = [PlaceReading(place)]
        return reading


def _posting(answer: Answer) -> Payload:
    """The page's JobPosting; where it has none, what the page shows."""
    if posting := posting_of_page(answer.text, answer.url):
        return posting
    page = LexborHTMLParser(answer.text)
    content = page.css_first(".iCIMS_JobContent")
    if content is None:
        return {}
    for node in content.css(".iCIMS_JobHeaderGroup, .iCIMS_JobOptions, script, style, form, .iCIMS_PageFooter, h1"):
        node.decompose()
    return {"description": content.inner_html}


def _day(stated: object) -> str | None:
    """An American day and hour as an ISO day; other ways of writing one are left to the page."""
    found = _AMERICAN_DAY.search(stated) if isinstance(stated, str) else None
    return f"{found[3]}-{int(found[1]):02}-{int(found[2]):02}" if found else None


PLATFORM = Icims()
