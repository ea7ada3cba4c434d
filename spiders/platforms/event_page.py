"""Any page whose schema.org data says what it invites to: a list of hackathons or contests, or the page of one.

Format: https://schema.org/Event and its subtype https://schema.org/Hackathon, as JSON-LD or microdata. The board is the
page's address. Access: robots.txt decides; be slow. Only pages of the board's own site are asked for.
Quirks: an event is a challenge only if its type, its name or its address says so, for concerts and meet-ups are events
too; `eventStatus` stays EventScheduled when all is over, so that only dates tell a past one: one without any is
rejected, one without an end ends on the day it starts; `offers` are tickets, no prizes; organizers and performers may
be persons, which are never kept.
A board is never told by a URL alone.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.careers_page import start_of
from spiders.platforms.event_kinds import kind_of
from spiders.platforms.event_search import EventSearch, detail_of_page, listed
from spiders.platforms.job_posting import halves
from spiders.platforms.parsing import optional_text, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading
from warehouse.vocabulary import ListingKind, RejectReason

_MODE = "EventAttendanceMode"
_OFF = frozenset({"EventCancelled", "EventPostponed"})


class EventPage(Platform):
    """Challenges of one site."""

    name = "event_page"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The board's page. Raises ValueError for a board that is no address of one."""
        yield Fetch(start_of(source.board))

    def page(self, source: Source, answer: Answer) -> Page:
        """An event's page gives its event; every other page leads to events and to the next page of the list."""
        if answer.carried is None or "url" not in answer.carried:
            return EventSearch(start_of(source.board), answer).page()
        event = detail_of_page(answer)
        return Page([{"entry": answer.carried, "detail": event}] if event else [])

    def identifier(self, payload: Payload) -> str:
        """The address of the event's page."""
        return required_text(halves(payload)[0], "url")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One event that is a challenge. Its end is no deadline: until when one may enter, schema.org has no word for.

        Raises PayloadError: `not_listed` for other events, `closed` where called off, `missing_field` without a date.
        """
        event, url = halves(payload)[1], self.identifier(payload)
        name = required_text(event, "name")
        status = _last_word(event.get("eventStatus"))
        if status in _OFF:
            raise PayloadError(RejectReason.CLOSED, f"eventStatus is {status}")
        starts, ends = _first(event.get("startDate")), _first(event.get("endDate"))
        kind = kind_of(event.get("@type"), name, url)
        if not starts and not ends:
            raise PayloadError(RejectReason.MISSING_FIELD, "no 'startDate' and no 'endDate'")
        return ChallengeReading(
            identifier=url,
            name=name,
            url=url,
            kind=kind,
            organizer=_name(event.get("organizer")),
            starts=starts,
            ends=ends or starts,  # a past event without an end would be open for ever
            attendance=_attendance(event),
            place=_place(event.get("location")),
            themes=[word for word in _words(event.get("keywords")) if word],
            source_status=status,
            language=_name(event.get("inLanguage")),
            description_html=optional_text(_first(event.get("description"))),
        )

    def careers_url(self, board: str) -> str | None:
        """The board itself."""
        return start_of(board)


def _first(stated: Any) -> Any:
    return next(iter(listed(stated)), None)


def _name(stated: Any) -> str | None:
    """The names of things, or the texts that stand for them, as one line."""
    names = [optional_text(each.get("name") if isinstance(each, dict) else each) for each in listed(stated)]
    return ", ".join(name for name in names if name) or None


def _last_word(stated: Any) -> str | None:
    return str(_first(stated)).rstrip("/").rsplit("/", 1)[-1] if stated else None


def _words(stated: Any) -> list[str]:
    return [word.strip() for each in listed(stated) if isinstance(each, str) for word in each.split(",")]


def _attendance(event: Payload) -> str | None:
    """The mode as schema.org names it; else what the places are."""
    if mode := _last_word(event.get("eventAttendanceMode")):
        return mode.removesuffix(_MODE)
    kinds = {_last_word(place.get("@type")) for place in listed(event.get("location")) if isinstance(place, dict)}
    if "VirtualLocation" in kinds:
        return "online" if kinds == {"VirtualLocation"} else "mixed"
    return "offline" if kinds else None


def _place(stated: Any) -> PlaceReading | None:
    """The first place that lies somewhere: its name, and its address in parts or as a text."""
    for place in listed(stated):
        if isinstance(place, str):
            return PlaceReading(text=optional_text(place))
        if _last_word(place.get("@type")) == "VirtualLocation":
            continue
        address = _first(place.get("address"))
        parts = address if isinstance(address, dict) else {}
        texts = dict.fromkeys(text for text in (_name(place), address if isinstance(address, str) else None) if text)
        keys = ("addressLocality", "addressRegion", "addressCountry")
        reading = PlaceReading(", ".join(texts) or None, *(_name(parts.get(key)) for key in keys))
        return reading if reading != PlaceReading() else None
    return None


PLATFORM = EventPage()
