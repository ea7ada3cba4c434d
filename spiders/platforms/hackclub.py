"""High-school hackathons as Hack Club lists them.

API: https://hackathons.hackclub.com/api/events/upcoming (the list behind the site's own page, a plain array) for the
board `upcoming`; https://dash.hackathons.hackclub.com/api/v1/hackathons (`data`, `links.next`, `meta.total_count`) for
the board `all`, which holds those of past years too. Both public, no key.
Quirks: the two name the same things otherwise; an end may equal its start; logos are signed links that change.
Unverified: `all` follows the API's source code, of which no answer was recorded.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading
from warehouse.vocabulary import ListingKind, RejectReason

_UPCOMING = "https://hackathons.hackclub.com/api/events/upcoming"
_ALL = "https://dash.hackathons.hackclub.com/api/v1/hackathons"


class HackClub(Platform):
    """One of the two lists."""

    name = "hackclub"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^hackathons\.hackclub\.com/(?:api/events/)?(?P<board>upcoming)?/?(?:[?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"logo", "banner", "logo_url", "banner_url"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of the board's list. Raises ValueError for a board that there is not."""
        if source.board not in {"upcoming", "all"}:
            raise ValueError(f"hackclub has the boards upcoming and all, not {source.board!r}")
        yield Fetch(_UPCOMING if source.board == "upcoming" else f"{_ALL}?page=1")

    def page(self, source: Source, answer: Answer) -> Page:
        """The whole list of what is ahead, or one page of all and the next one."""
        if source.board == "upcoming":
            return Page([scrubbed(event, frozenset()) for event in payloads_of(answer.json(), "the answer")])
        body = object_of(answer)
        payloads = [scrubbed(event, frozenset()) for event in payloads_of(body.get("data"), '"data"')]
        links, meta = body.get("links") or {}, body.get("meta") or {}
        is_more = links.get("next") is not None
        if is_more and not payloads:
            raise PayloadError(RejectReason.WRONG_TYPE, "an empty page names a next one")
        # the link is not followed as it stands: the list is asked for by number
        follow = [Fetch(f"{_ALL}?page={asked_for(answer, 'page', 1) + 1}")] if is_more else []
        return Page(payloads, follow, meta.get("total_count"))

    def identifier(self, payload: Payload) -> str:
        """Hack Club's id of the hackathon."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One hackathon. When entry closes, neither list says."""
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "name"),
            url=required_text(payload, "website"),
            kind="hackathon",
            starts=payload.get("start") or payload.get("starts_at"),
            ends=payload.get("end") or payload.get("ends_at"),
            attendance=_attendance(payload),
            place=_place(payload),
        )


def _attendance(payload: Payload) -> str | None:
    if "virtual" not in payload:
        return optional_text(payload.get("modality"))
    if payload.get("hybrid"):
        return "hybrid"
    return "virtual" if payload["virtual"] else "in_person"


def _place(payload: Payload) -> PlaceReading | None:
    stated = payload.get("location") or payload
    place = PlaceReading(
        locality=optional_text(stated.get("city")),
        region=optional_text(stated.get("state")) or optional_text(stated.get("province")),
        country=optional_text(stated.get("country")),
    )
    return place if place != PlaceReading() else None


PLATFORM = HackClub()
