"""HRMOS recruiting pages.

Format: no documented API. https://hrmos.co/pages/{company}/jobs lists at most 100 jobs a page (`?page=2`), and each
job's page has a JobPosting (https://schema.org/JobPosting).
Access: pages that a person sees; one host for all boards: be slow.
Quirks: the list counts itself in words ("全 120 件中 100 件"); a page behind the last one has no count. An empty board
shows a notice instead of a list. The JobPosting has no address. A job's id may be a number or the employer's word.
Built on what three other crawlers report: unverified until it met a live page.
"""

import re
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload
from spiders.platforms.job_pages import JobPages, shown, stated
from spiders.platforms.parsing import BOARD_SEGMENT

_COUNT = re.compile(r"全\s*([\d,]+)\s*件中")


class Hrmos(JobPages):
    """Jobs of one company on HRMOS."""

    name = "hrmos"
    careers_page = "https://hrmos.co/pages/{board}/jobs"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^(?:www\.)?hrmos\.co/pages/{BOARD_SEGMENT}",)
    list_url = "https://hrmos.co/pages/{board}/jobs"
    job_url = "https://hrmos.co/pages/{board}/jobs/{id}"
    board_shape = r"[a-z0-9][a-z0-9_-]*"
    job_path = r"/pages/[^/?#]+/jobs/(?P<id>[\w-]+)/?(?:[?#]|\Z)"

    def entries(self, page: LexborHTMLParser) -> list[Payload] | None:
        """The cards of the list, each by its link."""
        if page.css_first("#jsi-joblist, .pg-list-cassette, .sg-unavailable-notifier") is None:
            return None
        found = []
        for card in page.css("li.pg-list-cassette"):
            links = (re.search(self.job_path, link.attributes.get("href") or "") for link in card.css("a[href]"))
            if link := next(filter(None, links), None):
                place = shown(card, ".sg-tag-location")
                found.append(stated({"id": link["id"], "title": shown(card, "h2"), "place": place}))
        return found

    def total(self, page: LexborHTMLParser) -> int | None:
        """The count in words."""
        count = _COUNT.search(shown(page.body, ".pg-count") or "")
        return int(count[1].replace(",", "")) if count else None


PLATFORM = Hrmos()
