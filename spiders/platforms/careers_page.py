"""Any company's own careers page whose job pages say in schema.org's words what they offer.

Format: https://schema.org/JobPosting as JSON-LD, microdata or RDFa. The board is the careers page's address, or a host.
Access: robots.txt decides; a company's site is one small server, so be slow. Only pages of the board's own site are
asked for: what links elsewhere belongs to another platform.
Quirks: a site has no list one could trust, so the total says when a crawl must not count as complete (`site_search`).
Nothing marks a page as closed but its absence, or that its address leads to the list; what only a feed names is no
longer named some day and may be open all the same. A board is never told by a URL alone.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import quote, unquote, urlsplit

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.hosts import checked_host, is_on_host
from spiders.platforms.job_posting import halves, read_job_posting
from spiders.platforms.json_ld import posting_of_page
from spiders.platforms.page_links import is_same_site, job_likeness
from spiders.platforms.parsing import required_text
from spiders.platforms.site_search import SiteSearch
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading
from warehouse.vocabulary import RejectReason

_ONLY_DOTS = re.compile(r"\.+")
_AS_WRITTEN = "/%:@!$&'()*+,;=~"


class CareersPage(Platform):
    """Postings of one company's own site."""

    name = "careers_page"
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The careers page. Raises ValueError for a board that is no address of one."""
        yield Fetch(start_of(source.board))

    def page(self, source: Source, answer: Answer) -> Page:
        """A job page gives its posting; every other page leads to job pages, and to the next page worth a look.

        Raises PayloadError(`wrong_type`) where the careers page leads nowhere, or away from the company's site.
        """
        start = start_of(source.board)
        if answer.carried is None or "url" not in answer.carried:
            if answer.carried is None and not is_same_site(answer.url or start, start):
                raise PayloadError(RejectReason.WRONG_TYPE, f"the careers page is another site's: {answer.url:.80}")
            return SiteSearch(start, answer).page()
        posting = posting_of_page(answer.text, answer.url) if _is_still_there(answer, start) else None
        return Page([{"entry": answer.carried, "detail": posting}] if posting else [])

    def identifier(self, payload: Payload) -> str:
        """The address of the job page."""
        return required_text(halves(payload)[0], "url")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as its page states it."""
        url = self.identifier(payload)
        return read_job_posting(halves(payload)[1], identifier=url, url=url)

    def careers_url(self, board: str) -> str | None:
        """The board itself."""
        return start_of(board)


def _is_still_there(answer: Answer, start: str) -> bool:
    """Whether a job's address still leads to a job: sites send who asks for a closed one to their list."""
    asked = str((answer.carried or {})["url"])
    folder = urlsplit(start).path.rstrip("/") + "/"
    return answer.url == asked or bool(job_likeness(answer.url, folder)) or not job_likeness(asked, folder)


def start_of(board: str) -> str:
    """The address of the careers page. Raises ValueError where a board is none that may be asked for."""
    url = board.strip() if "://" in board else f"https://{board.strip()}"
    parts = urlsplit(url)
    host = checked_host(parts.hostname or "")
    if not is_on_host(url, host) or any(_ONLY_DOTS.fullmatch(unquote(segment)) for segment in parts.path.split("/")):
        raise ValueError(f"not the address of a careers page: {board!r:.80}")
    query = f"?{quote(parts.query, safe=_AS_WRITTEN + '?')}" if parts.query else ""
    return f"{parts.scheme}://{host}{quote(parts.path or '/', safe=_AS_WRITTEN)}{query}"


PLATFORM = CareersPage()
