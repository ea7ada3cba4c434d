"""Teamtailor career sites.

API: the site's own feed /jobs.json, in the form of https://www.jsonfeed.org/version/1.1/, each item with a schema.org
JobPosting (public, no key; it names its next page; the REST API needs a key). The site's other feed, /jobs.rss, ends
after 100 items and names no next page: it is read where it is handed in, not asked for.
Access: robots.txt is each site's own and allows both feeds as a rule. A healthy feed may answer 400 for a moment.
Quirks: a board is a name under teamtailor.com, a name and `.na`, or the host of a site. `addressRegion` is a region of
the employer's making ("Europe"), not one of the country. Only the RSS has department and `remoteStatus`.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import ClassVar
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.job_posting import read_job_posting
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from spiders.platforms.xml_document import root_of, text_of
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading
from warehouse.vocabulary import RejectReason

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"{_LABEL}(?:\.na)?", re.IGNORECASE)
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+", re.IGNORECASE)
_NO_SITE = r"(?!(?:www|api|app|cdn|assets|docs|support|help|status|blog|developers?|partner|academy|community|na)\.)"
_NUMBER = re.compile(r"/jobs/(\d+)")
_LOCATIONS = "{https://teamtailor.com/locations}"
#: what `remoteStatus` says of remote work; "temporary" and "hybrid" say neither
_IS_REMOTE = {"fully": True, "none": False, "onsite": False}


class Teamtailor(Platform):
    """Postings of one Teamtailor career site."""

    name = "teamtailor"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^{_NO_SITE}(?P<board>{_LABEL}(?:\.na)?)\.teamtailor\.com(?::443)?(?=[/?#]|$)",
        r"^(?P<board>[a-z0-9-]+(?:\.[a-z0-9-]+)+)/jobs\.rss(?=[?#]|$)",
    )

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The feed's first page. Raises ValueError where the board is neither a name nor a host."""
        yield _feed(f"{_site(source.board)}/jobs.json")

    def page(self, source: Source, answer: Answer) -> Page:
        """The items of a page, and the page it names as its next."""
        if answer.text.lstrip().startswith("<"):
            return Page([_item(element) for element in root_of(answer, "rss").iterfind("channel/item")])
        document = object_of(answer)
        items = payloads_of(document.get("items"), '"items"')
        following = optional_text(document.get("next_url"))
        follow = [_feed(_on_same_site(following, answer, source))] if items and following else []
        return Page(items, follow)

    def identifier(self, payload: Payload) -> str:
        """The posting's number, which its address begins with; the feed's own id where it has none."""
        number = _NUMBER.search(optional_text(payload.get("url")) or "")
        return number[1] if number else required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One posting as stated."""
        posting = {**(payload.get("_jobposting") or {}), "title": required_text(payload, "title")}
        reading = read_job_posting(posting, identifier=self.identifier(payload), url=required_text(payload, "url"))
        status = optional_text(payload.get("remote_status"))
        return replace(
            reading,
            requisition_id=None,
            department=optional_text(payload.get("department")),
            places=[_without_region(place) for place in reading.places] or _places(payload.get("locations") or []),
            workplace=status if status in {"hybrid", "onsite"} else reading.workplace,
            is_remote=_IS_REMOTE.get(status or "", reading.is_remote),
            description_html=optional_text(payload.get("content_html")) or reading.description_html,
            posted=reading.posted or payload.get("date_published"),
        )

    def careers_url(self, board: str) -> str | None:
        """The site itself."""
        return _site(board)

    def board_of(self, url: str) -> str | None:
        """The name under teamtailor.com, in lower case."""
        board = super().board_of(url)
        return board.lower() if board else None


def _site(board: str) -> str:
    if _NAME.fullmatch(board):
        return f"https://{board}.teamtailor.com"
    if _HOST.fullmatch(board):
        return f"https://{board}"
    raise ValueError(f"{board!r} is neither a name under teamtailor.com nor a host")


def _feed(url: str) -> Fetch:
    return Fetch(url, headers={"Accept": "application/json"})


def _on_same_site(url: str, answer: Answer, source: Source) -> str:
    """The next page. Raises PayloadError where it lies elsewhere or is the page itself."""
    sites = (f"https://{urlsplit(answer.url).netloc}/", f"{_site(source.board)}/")
    if not url.startswith(sites) or url == answer.url:
        raise PayloadError(RejectReason.INVALID_VALUE, f"next_url leads elsewhere or back: {url[:80]}")
    return url


def _item(element: Element) -> Payload:
    """An RSS item with the names of the JSON feed."""
    names = {"id": "guid", "title": "title", "url": "link", "date_published": "pubDate", "content_html": "description"}
    stated = {"remote_status": "remoteStatus", "department": f"{_LOCATIONS}department", "role": f"{_LOCATIONS}role"}
    places = element.iterfind(f"{_LOCATIONS}locations/{_LOCATIONS}location")
    return {
        **{name: text_of(element, tag) for name, tag in (names | stated).items()},
        "locations": [
            {name: text_of(place, f"{_LOCATIONS}{name}") for name in ("name", "city", "country")} for place in places
        ],
    }


def _places(locations: list[Payload]) -> list[PlaceReading]:
    """The places of an RSS item; the name of one with an address is that of an office."""
    places = []
    for stated in locations:
        name, city, country = (optional_text(stated.get(key)) for key in ("name", "city", "country"))
        places.append(PlaceReading(None, city, None, country) if city or country else PlaceReading(name))
    return places


def _without_region(place: PlaceReading) -> PlaceReading:
    """A place without the employer's region; where nothing else is stated, the region as the place's own words."""
    if place.locality or place.country:
        return replace(place, region=None)
    return PlaceReading(place.text or place.region)


PLATFORM = Teamtailor()
