"""We Work Remotely: remote postings, as RSS.

API: https://weworkremotely.com/remote-job-rss-feed (public; the newest postings of the whole site, board `all`, or of
one category, whose board is the last part of its address: `remote-product-jobs`).
Access: feeds are meant for readers that link back; slow, once a day.
Quirks: the title is `Company: Role`; "Remote" in the company's place is no company. `region` is where one must live,
`state` often the company's own seat, which is not read. The text opens with a block on the company.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from xml.etree import ElementTree

from spiders.platforms.base import Answer, Fetch, Page, Payload, Source
from spiders.platforms.feeds import ALL, Feed
from spiders.platforms.parsing import optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_CATEGORY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_DECLARATION = re.compile(r"<!(?:doctype|entity)", re.IGNORECASE)


class WeWorkRemotely(Feed):
    """The newest postings of We Work Remotely, or of one of its categories."""

    name = "weworkremotely"
    is_window = True
    own_pages = r"weworkremotely\.com(?:/remote-jobs(?:\.rss)?)?"
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?weworkremotely\.com/categories/(?P<board>[a-z0-9]+(?:-[a-z0-9]+)+)(?:\.rss)?/?(?:[?#]|\Z)",
    )
    delay_s: ClassVar[float] = 5.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The one feed. Raises ValueError for a board that is neither `all` nor a category."""
        if source.board != ALL and not _CATEGORY.fullmatch(source.board):
            raise ValueError(f"{source.board!r} is neither {ALL!r} nor a category such as 'remote-product-jobs'")
        path = "remote-jobs" if source.board == ALL else f"categories/{source.board}"
        yield Fetch(f"https://weworkremotely.com/{path}.rss", headers={"Accept": "application/rss+xml"})

    def page(self, source: Source, answer: Answer) -> Page:
        """All items of the feed: each one's tags and their texts."""
        return Page([_texts(item) for item in _channel(answer.text).iterfind("item")])

    def identifier(self, payload: Payload) -> str:
        """The item's guid, which is its address."""
        return required_text(payload, "guid")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated; We Work Remotely lists remote work only."""
        company, colon, title = required_text(payload, "title").partition(": ")
        if not colon or company.strip().casefold() == "remote":
            raise PayloadError(RejectReason.MISSING_FIELD, "no company before the title's colon")
        url = required_text(payload, "link")
        place = optional_text(payload.get("region")) or optional_text(payload.get("country"))
        return PostingReading(
            identifier=required_text(payload, "guid"),
            title=title,
            url=url,
            company=company,
            places=[PlaceReading(place)] if place else [],
            is_remote=True,
            employment_type=optional_text(payload.get("type")),
            description_html=optional_text(payload.get("description")),
            posted=payload.get("pubDate"),
            valid_through=payload.get("expires_at"),
            attribution=f"We Work Remotely, {url}",
        )

    def board_of(self, url: str) -> str | None:
        """The category of its address, or the one feed of the whole site."""
        if found := re.search(self.url_patterns[0], url, re.IGNORECASE):
            return found["board"].lower()
        return super().board_of(url)


def _channel(text: str) -> ElementTree.Element:
    """The feed's channel. Raises PayloadError(`wrong_type`) for what is no whole RSS document without declarations."""
    head, root, _ = text.partition("<rss")
    if not root or _DECLARATION.search(head):
        raise PayloadError(RejectReason.WRONG_TYPE, f"not RSS: {text[:80]!r}")
    try:
        channel = ElementTree.fromstring(text).find("channel")  # noqa: S314 - declarations were refused above
    except (ElementTree.ParseError, ValueError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not RSS: {error}") from error
    if channel is None:
        raise PayloadError(RejectReason.WRONG_TYPE, "RSS without a channel")
    return channel


def _texts(item: ElementTree.Element) -> Payload:
    """The item's own tags; those of other vocabularies (logos) are left out."""
    return {child.tag: child.text for child in item if not child.tag.startswith("{")}


PLATFORM = WeWorkRemotely()
