"""Zindi competitions and hackathons (data science, mostly for Africa).

API: https://api.zindi.africa/v1/competitions (public, no key; the JSON behind https://zindi.africa/competitions).
Quirks: pages count from 0 and hold at most 20; `reward` is words with a blank in the number ("$25 000 USD");
`organization` is null, a name or an object; the list has no description and no tags. Unverified: what `total_count`
counts under `active=1`, and the object form of `organization`; robots.txt has been seen by nobody cited.
"""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import quote

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_PER_PAGE = 20
_KINDS = {"competition": "competition", "hackathon": "hackathon"}
#: what Zindi says of prizes that are no money
_REWARD_KINDS = {"knowledge": "knowledge", "points": "knowledge", "job": "jobs", "jobs": "jobs", "swag": "swag"}


class Zindi(Platform):
    """The one list of what is active on Zindi."""

    name = "zindi"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?zindi\.africa/(?P<board>competitions)(?:[/?#]|$)",
        r"^api\.zindi\.africa/v\d/(?P<board>competitions)(?:[/?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"participations_count", "image", "is_participant", "show_ranks"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of what is active."""
        yield _fetch(0)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page; the next one after a full page, while the list's own count leaves room for it."""
        body = object_of(answer)
        payloads = [scrubbed(payload, frozenset()) for payload in payloads_of(body.get("data"), '"data"')]
        total, per_page = _counts(body.get("meta"))
        number = (answer.carried or {}).get("page", 0)
        is_more = len(payloads) >= per_page and (number + 1) * per_page < total
        return Page(payloads, [_fetch(number + 1)] if is_more else [])

    def identifier(self, payload: Payload) -> str:
        """Zindi's slug of the competition, which is also its page."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One competition; entries close where that is stated, else with the competition.

        Raises PayloadError(`invalid_value`) for kinds that are no challenge.
        """
        stated = payload.get("kind")
        if stated not in _KINDS:
            raise PayloadError(RejectReason.INVALID_VALUE, f"kind {stated!r} is no challenge")
        ends = payload.get("end_time")
        is_open = payload.get("open")
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=f"https://zindi.africa/competitions/{quote(self.identifier(payload))}",
            kind=_KINDS[stated],
            organizer=_organizer(payload.get("organization")),
            starts=payload.get("start_time"),
            ends=ends,
            deadline=payload.get("entries_close_at") or ends,
            # a competition is entered by uploading a file; a hackathon may have a place, which nothing names
            attendance="online" if stated == "competition" else None,
            prize=_prize(payload),
            is_invite_only=_is_restricted(payload),
            source_status=None if is_open is None else "open" if is_open else "closed",
        )


def _organizer(stated: Any) -> str | None:
    return optional_text(stated.get("name") or stated.get("title") if isinstance(stated, dict) else stated)


def _prize(payload: Payload) -> PrizeReading | None:
    reward = optional_text(payload.get("reward"))
    kind = _REWARD_KINDS.get(str(reward or payload.get("reward_type")).strip().lower())
    return PrizeReading(text=reward, kind=kind) if reward or kind else None


def _is_restricted(payload: Payload) -> bool | None:
    flags = [payload.get(key) for key in ("secret_code_required", "is_access_restricted") if key in payload]
    return any(flags) if flags else None


def _counts(meta: Any) -> tuple[int, int]:
    total, per_page = (meta.get("total_count"), meta.get("per_page")) if isinstance(meta, dict) else (None, None)
    if type(total) is int and type(per_page) is int and total >= 0 and per_page > 0:
        return total, per_page
    raise PayloadError(RejectReason.WRONG_TYPE, f"meta says no counts: {str(meta)[:80]}")


def _fetch(page: int) -> Fetch:
    url = f"https://api.zindi.africa/v1/competitions?page={page}&per_page={_PER_PAGE}&active=1"
    return Fetch(url, carried={"page": page})


PLATFORM = Zindi()
