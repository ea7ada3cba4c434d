"""DoraHacks hackathons.

API: https://dorahacks.io/api/v1/hub/hackathons (no key; the JSON behind the site's own list). Its wall answers 405 to
agents that it does not know: such a crawl is an error, and what is known stays.
Quirks: times are epoch seconds, 0 means unset; `uname` may be null, then the number stands in the address; themes are
one text with commas, in which some write "Al" with a small L for AI; a prize of 0 is one that is not stated.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://dorahacks.io/"
_STATUSES = ("ongoing", "upcoming")
_PEOPLE = frozenset({"email", "contact", "organizers", "judges", "hackers", "owner_user", "wallet_address"})
_AI_WITH_SMALL_L = re.compile(r"\bAl\b")


class Dorahacks(Platform):
    """Hackathons that run, then those ahead: two lists one after the other, because one board has one total."""

    name = "dorahacks"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?dorahacks\.io/(?P<board>hackathon)/?(?:[?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset(
        {"buidls_count", "hackers_count", "weight", "image_url", "is_organizer", "is_collaborator"}
    )
    delay_s: ClassVar[float] = 3.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of what runs."""
        yield _fetch(_STATUSES[0], 1, 0)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page; the next page, or the next list, which carries how many the lists before it hold."""
        body = object_of(answer)
        payloads = [scrubbed(payload, _PEOPLE) for payload in payloads_of(body.get("results"), '"results"')]
        asked = asked_for(answer, "page", 1)
        status, before = (answer.carried or {}).get("status", _STATUSES[0]), (answer.carried or {}).get("before", 0)
        count = body.get("count")
        if type(count) is not int or count < 0:
            raise PayloadError(RejectReason.WRONG_TYPE, f"count is no number: {str(count)[:80]}")
        if body.get("next") is not None and not payloads:
            raise PayloadError(RejectReason.WRONG_TYPE, f"page {asked} is empty and names a next one")
        if body.get("next") is not None:
            follow = [_fetch(status, asked + 1, before)]
        else:
            follow = [_fetch(_STATUSES[1], 1, count)] if status == _STATUSES[0] else []
        return Page(payloads, follow, before + count)

    def identifier(self, payload: Payload) -> str:
        """DoraHacks' number of the hackathon."""
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One hackathon. Its end is no deadline: until when one may enter, the list does not say."""
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=f"{_SITE}hackathon/{optional_text(payload.get('uname')) or self.identifier(payload)}",
            kind="hackathon",
            organizer=optional_text((payload.get("owner") or {}).get("name")),
            starts=payload.get("timeline_start") or None,
            ends=payload.get("timeline_end") or None,
            attendance=optional_text(payload.get("venue_form")),
            place=_place(payload),
            prize=_prize(payload),
            themes=_themes(payload),
            description_html=optional_text(payload.get("description")),
        )


def _place(payload: Payload) -> PlaceReading | None:
    parts = [optional_text(payload.get(key)) for key in ("venue_name", "venue_address")]
    text = ", ".join(part for part in parts if part)
    return PlaceReading(text=text) if text else None


def _prize(payload: Payload) -> PrizeReading | None:
    amount, token = payload.get("bonus_price"), optional_text(payload.get("bonus_token"))
    if not amount:
        return None
    kind = None if token in {None, "USD"} else "token"
    return PrizeReading(text=f"{amount} {token or ''}".strip(), amount=amount, currency=token, kind=kind)


def _themes(payload: Payload) -> list[str]:
    stated = _AI_WITH_SMALL_L.sub("AI", str(payload.get("tags") or ""))
    return [theme.strip() for theme in stated.split(",") if theme.strip()]


def _fetch(status: str, page: int, before: int) -> Fetch:
    url = f"{_SITE}api/v1/hub/hackathons?page={page}&page_size=50&status={status}"
    return Fetch(url, carried={"status": status, "before": before})


PLATFORM = Dorahacks()
