"""Capture-the-flag events as CTFtime lists them.

API: https://ctftime.org/api/ (public, no key, a user agent of its own; the terms allow apps, not a clone of the site).
Quirks: the list begins with what is running, at most a hundred at once, and names no next page: the next hundred begin
where the last event starts; prizes are free text; only `onsite` decides where one plays, whatever `location` says.
Unverified: that the list is in the order of `start`, as all recorded ones are.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for
from spiders.platforms.parsing import optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_LIST = "https://ctftime.org/api/v1/events/?limit=100"
_MOST = 100
_INVITE_ONLY = {"Open": False, "Prequalified": True, "Invited": True}


class Ctftime(Platform):
    """The one list of events that are running or ahead."""

    name = "ctftime"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?ctftime\.org/(?:api/v1/)?(?P<board>event)(?:s|/list(?:/upcoming)?)/?(?:[?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset(
        {"weight", "participants", "is_votable_now", "public_votable", "live_feed", "logo"}
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first hundred events."""
        yield Fetch(_LIST)

    def page(self, source: Source, answer: Answer) -> Page:
        """Events of one answer; a full one is followed by those that start with its last or later."""
        events = payloads_of(answer.json(), "the answer")
        follow = [Fetch(f"{_LIST}&start={_last_start(events, answer)}")] if len(events) >= _MOST else []
        return Page([scrubbed(event, frozenset()) for event in events], follow)

    def identifier(self, payload: Payload) -> str:
        """CTFtime's number of the event; `ctf_id` is the one of the series."""
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One event. Its end is no deadline: when entry closes, CTFtime does not say."""
        place = optional_text(payload.get("location"))
        prizes = optional_text(payload.get("prizes"))
        organizers = [optional_text(each.get("name")) for each in payload.get("organizers") or []]
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=optional_text(payload.get("url")) or required_text(payload, "ctftime_url"),
            kind="competition",
            organizer=", ".join(name for name in organizers if name) or None,
            starts=payload.get("start"),
            ends=payload.get("finish"),
            attendance="onsite" if payload.get("onsite") else "online",
            place=PlaceReading(text=place) if place else None,
            prize=PrizeReading(text=prizes) if prizes else None,
            is_invite_only=_INVITE_ONLY.get(payload.get("restrictions") or ""),
            themes=[style] if (style := optional_text(payload.get("format"))) else [],
            description_html=optional_text(payload.get("description")),
        )


def _last_start(events: list[Payload], answer: Answer) -> int:
    """When the last event starts. Raises PayloadError where asking from there would bring the same events again."""
    starts = int(datetime.fromisoformat(required_text(events[-1], "start")).timestamp())
    if starts <= asked_for(answer, "start", 0):
        raise PayloadError(RejectReason.WRONG_TYPE, f"{len(events)} events, none later than {answer.url[-20:]} asks")
    return starts


PLATFORM = Ctftime()
