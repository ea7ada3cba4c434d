"""Major League Hacking: the hackathons of a season. A board is its year: `2027` is autumn 2026 to summer 2027.

Page: https://www.mlh.com/seasons/2027/events (robots.txt allows season pages, reported in October 2026), whose data is
JSON in its script `data-page`. Quirks: one page has all events; `dateRange` lacks the year; `url` is MLH's own page of
the event and gains `/prizes` while it runs; no prizes, deadlines, themes or descriptions. The pages before 2025 were
HTML cards and are not read. Unverified: the older place of the same data, an attribute of the element `app`.
"""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import urljoin

import orjson
from selectolax.lexbor import LexborHTMLParser

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://www.mlh.com/"
_COMPONENT = "EventsListing"
_LISTS = ("upcomingEvents", "pastEvents")


class Mlh(Platform):
    """The events of one season."""

    name = "mlh"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?mlh\.(?:io|com)/seasons/(?P<board>20\d\d)(?:/events)?/?(?:[?#]|$)",
    )
    careers_page: ClassVar[str | None] = _SITE + "seasons/{board}/events"
    #: pictures move, `url` and `dateRange` are the same in other words
    volatile: ClassVar[frozenset[str]] = frozenset({"backgroundUrl", "logoUrl", "dateRange", "url"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The one page of a season."""
        yield Fetch(f"{_SITE}seasons/{board_in_url(source.board)}/events")

    def page(self, source: Source, answer: Answer) -> Page:
        """The events ahead and over of the page's data."""
        props = _state(answer.text).get("props")
        if not isinstance(props, dict) or not any(name in props for name in _LISTS):
            raise PayloadError(RejectReason.WRONG_TYPE, f"the page's data has no events: {str(props)[:80]}")
        events = [event for name in _LISTS for event in payloads_of(props.get(name) or [], f'"{name}"')]
        return Page([scrubbed(event, frozenset()) for event in events], total=len(events))

    def identifier(self, payload: Payload) -> str:
        """MLH's slug of the event, which holds its year where the event is a yearly one."""
        return required_text(payload, "slug")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One hackathon at its own site, which other lists name too; at MLH's page where it has none."""
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "name"),
            url=optional_text(payload.get("websiteUrl")) or urljoin(_SITE, f"events/{payload['slug']}"),
            kind="hackathon",
            starts=payload.get("startsAt"),
            ends=payload.get("endsAt"),
            attendance=optional_text(payload.get("formatType")),
            place=_place(payload),
            source_status=optional_text(payload.get("status")),
        )


def _state(text: str) -> Payload:
    """The data of the page. Raises PayloadError(`wrong_type`) where it has none, or is another page of the site."""
    page = LexborHTMLParser(text)
    script, element = page.css_first('script[data-page="app"]'), page.css_first("#app[data-page]")
    stated = script.text() if script is not None else None
    if stated is None and element is not None:
        stated = element.attributes.get("data-page")
    if not stated:
        raise PayloadError(RejectReason.WRONG_TYPE, f"no data in the page: {text[:80]!r}")
    state: Any = orjson.loads(stated)
    if not isinstance(state, dict) or state.get("component") != _COMPONENT:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not a season's page: {stated[:80]!r}")
    return state


def _place(payload: Payload) -> PlaceReading | None:
    address = payload.get("venueAddress") or {}
    place = PlaceReading(
        text=optional_text(payload.get("location")),
        locality=optional_text(address.get("city")),
        region=optional_text(address.get("state")),
        country=optional_text(address.get("country")),
    )
    return place if place != PlaceReading() else None


PLATFORM = Mlh()
