"""The search for events through one site: the list page, its next pages, the pages of single events.

What an event is, `json_ld` finds; which addresses count, `page_links` knows; what they mean, `event_page` reads.
"""

import re
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.personal_data import scrubbed
from spiders.platforms import page_links
from spiders.platforms.base import Answer, Fetch, Page, Payload
from spiders.platforms.json_ld import is_of_type, thing_of_page, things_of
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

#: the types that may be a challenge: a concert or a screening is none
TYPES = ("Hackathon", "Event", "EducationEvent", "BusinessEvent", "SocialEvent", "ExhibitionEvent", "SportsEvent")
#: the most events, and the most list pages, that one crawl of a site asks for
MOST_EVENTS = 200
MOST_LISTS = 20
_PEOPLE = frozenset(
    {
        *("performer", "performers", "attendee", "attendees", "actor", "director", "composer", "contributor"),
        *("contactPoint", "email", "telephone", "faxNumber", "maintainer", "translator", "review", "aggregateRating"),
        *("remainingAttendeeCapacity", "interactionStatistic", "offers", "subEvent", "superEvent"),
    }
)


def detail_of_page(answer: Answer) -> Payload | None:
    """The event that a page is about, as it may be kept."""
    event = thing_of_page(answer.text, answer.url, TYPES)
    return _kept(event) if event else None


class EventSearch:
    """One step of the search: the answer to a request that is not for a single event."""

    def __init__(self, start: str, answer: Answer) -> None:
        known: dict[str, Any] = answer.carried or {}
        self.start = start
        self.url = answer.url or start
        self.text = answer.text
        self.seen: dict[str, None] = dict.fromkeys([start, self.url, *known.get("seen", ())])
        self.lists: int = known.get("lists", 0) + 1
        self.events: int = known.get("events", 0)
        self.found = Page()

    def page(self) -> Page:
        """Events that stand here in full, pages of events to ask for, and the next list page.

        Raises PayloadError(`wrong_type`) where the first page leads nowhere: a bot wall, say, or a log-in.
        """
        page = LexborHTMLParser(self.text)
        links = [link.url for link in page_links.links_of(page, self.url)]
        self._take_events(page)
        self._take_links(links)
        if self.lists == 1 and not self.events:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no event and no link to one: {self.text[:80]!r}")
        self._go_on([url for url in links if url not in self.seen and page_links.is_next(url, self.url)])
        return self.found

    def _take_events(self, page: LexborHTMLParser) -> None:
        events = things_of(page, TYPES)
        inner = [part for event in events for key in ("subEvent", "superEvent") for part in listed(event.get(key))]
        for event in events:
            address = self._address(event, is_alone=len(events) == 1)
            is_new = address == self.url or address not in self.seen
            if address is not None and is_new and event not in inner:
                self._take_event(event, address)

    def _take_event(self, event: Payload, address: str) -> None:
        """One event as it stands, or its own page where that will say more."""
        is_whole = bool(event.get("description")) and bool(event.get("startDate") or event.get("endDate"))
        if is_whole or address.split("#")[0] == self.url or not page_links.is_same_site(address, self.url):
            self.seen[address] = None
            self.events += 1
            self.found.payloads.append({"entry": {"url": address}, "detail": _kept(event)})
        else:
            self._ask(address)

    def _address(self, event: Payload, *, is_alone: bool) -> str | None:
        """The event's own page; this one where it stands alone; else a place on it that no other event has."""
        own = event.get("url")
        address = page_links.clean_url(own.replace("&amp;", "&"), self.url) if isinstance(own, str) and own else None
        if is_alone or (address and address not in {self.url, self.start}):
            return address or self.url
        name = re.sub(r"\W+", "-", str(event.get("name") or "")).strip("-").lower()
        return f"{self.url}#{name}" if name else None

    def _take_links(self, links: list[str]) -> None:
        folder = urlsplit(self.start).path.rstrip("/") + "/"
        rated = [(page_links.event_likeness(url, folder), url) for url in links]
        for likeness, url in sorted(rated, key=lambda pair: -pair[0]):
            if likeness and url not in self.seen and not page_links.is_next(url, self.url):
                self._ask(url)

    def _ask(self, url: str) -> None:
        self.seen[url] = None
        self.events += 1
        if self.events <= MOST_EVENTS:
            self.found.follow.append(Fetch(url, carried={"url": url}, detail_of=url))

    def _go_on(self, following: list[str]) -> None:
        """The next list page. A total above what can come in says that more is known than was asked for."""
        if self.events > MOST_EVENTS or (following and self.lists >= MOST_LISTS):
            self.found.total = self.events + len(following)
        elif self.events:
            self.found.total = 1  # pages of events are linked: reading none of them is no empty list
        if following and self.found.total in {None, 1}:
            carried = {"lists": self.lists, "events": self.events, "seen": [*self.seen, following[0]]}
            self.found.follow.append(Fetch(following[0], carried=carried, is_optional=True))


def listed(stated: Any) -> list[Any]:
    """The values of a property, which stands alone where it has one."""
    return stated if isinstance(stated, list) else [] if stated is None else [stated]


def _kept(event: Payload) -> Payload:
    """An event without people, tickets and numbers that change."""
    return scrubbed({key: _without_persons(value) for key, value in event.items()}, _PEOPLE)


def _without_persons(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_persons(each) for each in value if not _is_person(each)]
    if isinstance(value, dict):
        return None if _is_person(value) else {key: _without_persons(each) for key, each in value.items()}
    return value


def _is_person(value: Any) -> bool:
    return isinstance(value, dict) and is_of_type(value, "Person")
