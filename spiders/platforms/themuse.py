"""The Muse: postings of US employers, by category.

API: https://www.themuse.com/developers/api/v2 (public, no key; 20 a page, pages counted from 0). A board is the name of
a category as the API takes it: `Product Management`.
Access: 500 requests an hour without a key, hence the delay. Deep pages are refused, so a crawl takes the first hundred;
the stated total says what it did not see.
Quirks: very old postings stay listed. A place may be `Flexible / Remote`.
"""

from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import parse_qs, quote, urlsplit

from spiders.platforms.base import Answer, Fetch, Page, Payload, Source
from spiders.platforms.feeds import Feed, json_fetch, numbered, stated_number, stated_total
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import PlaceReading, PostingReading

_MOST_PAGES = 100


class TheMuse(Feed):
    """One category of The Muse."""

    name = "themuse"
    own_pages = r"themuse\.com/api/public/jobs"
    delay_s: ClassVar[float] = 7.5

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the category. Raises ValueError for a blank one."""
        if not source.board.strip():
            raise ValueError("a board of The Muse is a category, such as 'Product Management'")
        yield _fetch(source, 0)

    def page(self, source: Source, answer: Answer) -> Page:
        """One page; the next one while the answer says that there is one, as far as The Muse serves them."""
        document = object_of(answer)
        payloads = payloads_of(document.get("results"), '"results"')
        number = stated_number(document.get("page"), answer, "page")
        pages = stated_total(document.get("page_count")) or 0
        follow = [_fetch(source, number + 1)] if payloads and number + 1 < min(pages, _MOST_PAGES) else []
        return Page(payloads, follow, stated_total(document.get("total")) if number == 0 else None)

    def identifier(self, payload: Payload) -> str:
        """The Muse's number of the posting."""
        return numbered(payload)

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        url = required_text(payload["refs"], "landing_page")
        places = (optional_text(place.get("name")) for place in payload.get("locations") or ())
        return PostingReading(
            identifier=self.identifier(payload),
            title=required_text(payload, "name"),
            url=url,
            company=required_text(payload["company"], "name"),
            places=[PlaceReading(place) for place in places if place],
            description_html=optional_text(payload.get("contents")),
            posted=payload.get("publication_date"),
            attribution=f"The Muse, {url}",
        )

    def board_of(self, url: str) -> str | None:
        """The category of an API address."""
        if super().board_of(url) is None:
            return None
        return parse_qs(urlsplit(f"//{url}").query).get("category", [None])[0]


def _fetch(source: Source, page: int) -> Fetch:
    return json_fetch(f"https://www.themuse.com/api/public/jobs?category={quote(source.board, safe='')}&page={page}")


PLATFORM = TheMuse()
