"""HackerEarth challenges: hackathons, and coding contests that mostly lead to a job.

API: https://www.hackerearth.com/chrome-extension/events/ (public, no key: the feed of HackerEarth's browser extension;
one page of what is live and upcoming). Quirks: the kind is in the address only, `challenge_type` says the same of all;
instants have a blank instead of the T; a standing text fills in for missing descriptions; no organiser, no prize.
The older list of the site (JSON around an HTML fragment) is read too, but not asked for: `hackerearth_cards`.
Unverified: robots.txt.
"""

import re
from collections.abc import Iterator
from typing import ClassVar
from urllib.parse import urljoin

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.hackerearth_cards import cards_in
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from spiders.platforms.plain_text import html_of_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://www.hackerearth.com/"
_HACKATHON = re.compile(r"/(?:challenges?/hackathon|sprints)/", re.IGNORECASE)
_CONTEST = re.compile(r"/challenges?/(?:competitive|hiring|test|college)/", re.IGNORECASE)
_STANDING_TEXT = "Hacking is building things that you always wanted"


class HackerEarth(Platform):
    """What HackerEarth shows as live and upcoming."""

    name = "hackerearth"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?hackerearth\.com/(?P<board>challenges)(?:[/?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset({"thumbnail", "cover_image", "registered", "image"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The one feed."""
        yield Fetch(f"{_SITE}chrome-extension/events/")

    def page(self, source: Source, answer: Answer) -> Page:
        """The feed's events, or the cards of the older list."""
        body = object_of(answer)
        if isinstance(fragment := body.get("data"), str):
            cards = cards_in(fragment)
            if not cards:
                raise PayloadError(RejectReason.WRONG_TYPE, f"no challenge in the fragment: {fragment.strip()[:80]!r}")
            return Page([scrubbed(card, frozenset()) for card in cards], total=len(cards))
        events = [scrubbed(event, frozenset()) for event in payloads_of(body.get("response"), '"response"')]
        return Page(events, total=len(events))

    def identifier(self, payload: Payload) -> str:
        """The address of the challenge: its kind and slug."""
        return re.sub(r"^https?://(?:www\.hackerearth\.com/)?", "", urljoin(_SITE, payload["url"])).strip("/")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One challenge; it is entered until it ends."""
        url = urljoin(_SITE, required_text(payload, "url"))
        is_hackathon = bool(_HACKATHON.search(url)) or payload.get("type") == "HACKATHON"
        ends = payload.get("end_tz") or payload.get("end_utc_tz") or payload.get("ends")
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=url,
            kind="hackathon" if is_hackathon else "competition",
            organizer=optional_text(payload.get("company")),
            starts=payload.get("start_tz") or payload.get("start_utc_tz"),
            ends=ends,
            deadline=ends,
            # a contest is a test that one sits on the site; a hackathon may meet in a place, which the feed leaves out
            attendance="online" if _CONTEST.search(url) else None,
            prize=_prize(payload),
            source_status=optional_text(payload.get("status")),
            description_html=_description(payload),
        )


def _prize(payload: Payload) -> PrizeReading | None:
    won = optional_text(payload.get("won"))
    kind = "jobs" if payload.get("type") == "HIRING" else None
    return PrizeReading(text=won, kind=kind) if won or kind else None


def _description(payload: Payload) -> str | None:
    text = optional_text(payload.get("description"))
    return None if text is None or text.startswith(_STANDING_TEXT) else html_of_text(text)


PLATFORM = HackerEarth()
