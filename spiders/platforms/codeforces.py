"""Codeforces contests.

API: https://codeforces.com/apiHelp/methods#contest.list (public, no key; one request in two seconds).
Quirks: an error is answered with `status` FAILED and a comment; the list holds every contest since 2010, in no order,
of which the long finished are left out; `relativeTimeSeconds` is another one on every call; one may enter until the
contest begins or later, nothing says so, so there is no deadline.
"""

from collections.abc import Iterator
from typing import ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading
from warehouse.vocabulary import ListingKind, RejectReason

#: whoever finished longer ago is history that nobody looks for here
_HISTORY_FROM_S = 90 * 24 * 3600
_PEOPLE = frozenset({"preparedBy"})


class Codeforces(Platform):
    """The one list of contests, gyms apart."""

    name = "codeforces"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?codeforces\.com/(?P<board>contests)/?(?:[?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset({"relativeTimeSeconds"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The whole list."""
        yield Fetch("https://codeforces.com/api/contest.list?gym=false")

    def page(self, source: Source, answer: Answer) -> Page:
        """Contests ahead, running and lately finished. Raises PayloadError(`wrong_type`) for an error of the API."""
        body = object_of(answer)
        if body.get("status") != "OK":
            raise PayloadError(RejectReason.WRONG_TYPE, f"status {body.get('status')}: {body.get('comment')}"[:200])
        contests = payloads_of(body.get("result"), '"result"')
        return Page([scrubbed(contest, _PEOPLE) for contest in contests if not _is_history(contest)])

    def identifier(self, payload: Payload) -> str:
        """Codeforces' number of the contest."""
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One contest; it ends when its duration is over. One without a time is none yet: KeyError."""
        starts = payload["startTimeSeconds"]
        place = PlaceReading(locality=optional_text(payload.get("city")), country=optional_text(payload.get("country")))
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "name"),
            url=f"https://codeforces.com/contests/{self.identifier(payload)}",
            kind="competition",
            starts=starts,
            ends=starts + payload["durationSeconds"],
            attendance="online" if place == PlaceReading() else None,
            place=place if place != PlaceReading() else None,
            themes=[kind] if (kind := optional_text(payload.get("kind"))) else [],
            source_status=optional_text(payload.get("phase")),
            description_html=optional_text(payload.get("description")),
        )


def _is_history(contest: Payload) -> bool:
    since = contest.get("relativeTimeSeconds")
    return contest.get("phase") == "FINISHED" and isinstance(since, int) and since > _HISTORY_FROM_S


PLATFORM = Codeforces()
