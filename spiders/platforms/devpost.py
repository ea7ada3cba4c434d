"""Devpost hackathons.

API: https://devpost.com/api/hackathons (public, no key; the JSON behind the site's own list; robots.txt allows it).
Quirks: `meta` decides the page size, whatever was asked for; dates come in four display forms without a timezone; the
list has no description and never says that a hackathon is over: it stops listing it; prizes are typed by organisers.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_PERIOD = re.compile(
    r"(?P<month>[a-z]{3,9})\.? (?P<day>\d{1,2})(?:, (?P<year>\d{4}))?"
    r"(?: ?[-\u2013] ?(?:(?P<end_month>[a-z]{3,9})\.? )?(?P<end_day>\d{1,2}), (?P<end_year>\d{4}))?",
    re.IGNORECASE,
)
_AMOUNT = re.compile(r"^(?P<currency>[^<]*)<span[^>]*>(?P<amount>[^<]*)</span>")


class Devpost(Platform):
    """The one list of hackathons that Devpost publishes."""

    name = "devpost"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?devpost\.com/(?:api/)?(?P<board>hackathons)(?:[/?#]|$)",)
    volatile: ClassVar[frozenset[str]] = frozenset({"time_left_to_submission", "registrations_count", "thumbnail_url"})
    delay_s: ClassVar[float] = 3.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of what is upcoming or open."""
        yield _fetch(1)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page; the next page while `meta` says that there is more than was read."""
        body = object_of(answer)
        payloads = [scrubbed(payload, frozenset()) for payload in payloads_of(body.get("hackathons"), '"hackathons"')]
        total, per_page = _counts(body.get("meta"))
        asked = asked_for(answer, "page", 1)
        is_more = bool(payloads) and asked * per_page < total
        return Page(payloads, [_fetch(asked + 1)] if is_more else [], total)

    def identifier(self, payload: Payload) -> str:
        """Devpost's number of the hackathon."""
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One hackathon; its submission period is its event, and the period's end is the deadline."""
        shown = payload.get("displayed_location") or {}
        starts, ends = submission_period(payload.get("submission_period_dates"))
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=required_text(payload, "url"),
            kind="hackathon",
            organizer=optional_text(payload.get("organization_name")),
            starts=starts,
            ends=ends,
            deadline=ends,
            attendance=shown.get("icon"),
            place=PlaceReading(text=place) if (place := optional_text(shown.get("location"))) else None,
            prize=_prize(payload),
            is_invite_only=payload.get("invite_only"),
            themes=[theme["name"] for theme in payload.get("themes") or []],
            source_status=payload.get("open_state"),
        )


def submission_period(stated: str | None) -> tuple[date | None, date | None]:
    """First and last day of a submission period as displayed.

    Forms: `Feb 05, 2022`, `Feb 04 - 06, 2022`, `Jan 12 - May 15, 2022`, `Jul 04, 2022 - Aug 19, 2025`. Raises
    ValueError for any other form and for a period that ends before it starts.
    """
    if not stated or not stated.strip():
        return None, None
    found = _PERIOD.fullmatch(" ".join(stated.split()))
    if not found:
        raise ValueError(f"submission period {stated!r}")
    year = found["year"] or found["end_year"]
    if not year:
        raise ValueError(f"submission period {stated!r} without a year")
    starts = _day(year, found["month"], found["day"])
    if not found["end_day"]:
        return starts, starts
    ends = _day(found["end_year"], found["end_month"] or found["month"], found["end_day"])
    if ends < starts:
        raise ValueError(f"submission period {stated!r} ends before it starts")
    return starts, ends


def _day(year: str, month: str, day: str) -> date:
    return date(int(year), _MONTHS.index(month[:3].lower()) + 1, int(day))


def _prize(payload: Payload) -> PrizeReading | None:
    text = payload.get("prize_amount")
    if not text:
        return None
    counts: dict[str, Any] = payload.get("prizes_counts") or {}
    prize = PrizeReading(text=text, kind="other" if counts.get("other") else None)
    found = _AMOUNT.match(text)
    # only an amount that Devpost stands behind is given apart; any other is an organiser's word, to be checked
    if found and (payload.get("featured") or payload.get("managed_by_devpost_badge")):
        prize.currency, prize.amount = found["currency"].strip(), found["amount"]
    return prize


def _counts(meta: Any) -> tuple[int, int]:
    """How many hackathons the list has, and how many a page. Raises PayloadError where `meta` does not say."""
    total, per_page = (meta.get("total_count"), meta.get("per_page")) if isinstance(meta, dict) else (None, None)
    if isinstance(total, int) and isinstance(per_page, int) and total >= 0 and per_page > 0:
        return total, per_page
    raise PayloadError(RejectReason.WRONG_TYPE, f"meta says no counts: {str(meta)[:80]}")


def _fetch(page: int) -> Fetch:
    return Fetch(f"https://devpost.com/api/hackathons?page={page}&status[]=upcoming&status[]=open")


PLATFORM = Devpost()
