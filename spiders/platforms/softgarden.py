"""softgarden career sites.

Format: https://schema.org/DataFeed at https://{site}.career.softgarden.de/jobs.feed.json: every posting with its text
as https://schema.org/JobPosting, one answer a site. The documented API (https://dev.softgarden.de) wants a key; not
asked.
Access: each site has its own robots.txt, and a crawl obeys it.
Quirks: `numberOfItems` counts the list. "-" stands for a part of an address that was not filled in. A site in the old
layout has no feed and ends as `not_found` though people find it. A site on softgarden.io or on a company's domain has
the same feed under its name. Built on what other crawlers report: unverified until it met a live feed.
"""

import re
from collections.abc import Iterator
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import read_job_posting
from spiders.platforms.parsing import object_of, payloads_of, required_text
from warehouse.readings import PostingReading

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_BOARD = re.compile(_LABEL, re.IGNORECASE | re.ASCII)
_NO_BOARD = r"(?!(?:www|api|app|dev|jobdb|certificate|static|cdn|assets|support|help)\.)"
#: names people
_PERSONS = frozenset({"applicationContact"})
_NOTHING = "-"


class Softgarden(Platform):
    """Postings of one softgarden site; a board is the site's host name label."""

    name = "softgarden"
    careers_page = "https://{board}.career.softgarden.de"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_BOARD}(?P<board>{_LABEL})\.career\.softgarden\.de(?::\d+)?(?:[/?#]|$)",
        rf"^{_NO_BOARD}(?P<board>{_LABEL})\.softgarden\.io(?::\d+)?(?:[/?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"dateModified"})

    def board_of(self, url: str) -> str | None:
        """The site of a URL; host names know no upper case."""
        board = super().board_of(url)
        return board.lower() if board else None

    def requests(self, source: Source) -> Iterator[Fetch]:
        """One request for the whole site. Raises ValueError for a board that is no host name label."""
        if not _BOARD.fullmatch(source.board):
            raise ValueError(f"board {source.board!r} is not the name of a site, as in site.career.softgarden.de")
        url = f"https://{source.board}.career.softgarden.de/jobs.feed.json"
        yield Fetch(url, headers={"Accept": "application/json"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All postings of the site, and the feed's own count of them."""
        document = object_of(answer)
        elements = payloads_of(document.get("dataFeedElement"), '"dataFeedElement"')
        total = document.get("numberOfItems")
        return Page([_without_persons(each) for each in elements], total=total if type(total) is int else None)

    def identifier(self, payload: Payload) -> str:
        """The posting's number on softgarden."""
        value = payload["item"]["identifier"]["value"]
        return str(value) if type(value) is int else required_text({"value": value}, "value")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as its JobPosting states it."""
        posting = _filled_in(payload["item"])
        reading = read_job_posting(posting, identifier=self.identifier(payload), url=required_text(posting, "url"))
        reading.requisition_id = None  # softgarden's own number
        return reading


def _without_persons(element: Payload) -> Payload:
    item = element.get("item")
    if not isinstance(item, dict):
        return element
    return {**element, "item": {key: value for key, value in item.items() if key not in _PERSONS}}


def _filled_in(stated: Any) -> Any:
    """A value without the dashes that mean nothing, at any depth."""
    if isinstance(stated, dict):
        return {key: _filled_in(value) for key, value in stated.items() if value != _NOTHING}
    return [_filled_in(value) for value in stated] if isinstance(stated, list) else stated


PLATFORM = Softgarden()
