"""HERP Hire career pages.

Format: no documented API. https://herp.careers/v1/{company} lists all jobs on one page (`requisition-list`), and each
job's page has a JobPosting (https://schema.org/JobPosting).
Access: pages that a person sees; one host for all boards: be slow.
Quirks: a card names the job's groups, of which the first stands for a department. A company's groups have pages of
their own below `requisition-groups`, which are no jobs. Built on what two other crawlers report: unverified until it
met a live page.
"""

import re
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload
from spiders.platforms.job_pages import JobPages, shown, stated
from spiders.platforms.parsing import BOARD_SEGMENT


class Herp(JobPages):
    """Jobs of one company on HERP."""

    name = "herp"
    careers_page = "https://herp.careers/v1/{board}"
    url_patterns: ClassVar[tuple[str, ...]] = (rf"^(?:www\.)?herp\.careers/v\d+/{BOARD_SEGMENT}",)
    list_url = "https://herp.careers/v1/{board}"
    job_url = "https://herp.careers/v1/{board}/{id}"
    board_shape = r"[a-z0-9][a-z0-9_-]*"
    job_path = r"(?:\A|herp\.careers)/v\d+/[^/?#]+/(?!requisition-groups)(?P<id>[\w~-]+)/?(?:[?#]|\Z)"

    def entries(self, page: LexborHTMLParser) -> list[Payload] | None:
        """The cards of the list, each by its link."""
        if page.css_first(".requisition-list") is None:
            return None
        cards, found = page.css(".requisition-list-card"), []
        for card in cards:
            links = (re.search(self.job_path, link.attributes.get("href") or "") for link in card.css("a[href]"))
            if link := next(filter(None, links), None):
                group = shown(card, ".career-page-group-name-tag__text")
                found.append(stated({"id": link["id"], "title": shown(card, "h2"), "department": group}))
        return found if found or not cards else None  # cards in another layout are no empty list


PLATFORM = Herp()
