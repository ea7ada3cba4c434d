"""Prize competitions of the United States' agencies on Challenge.gov.

API: https://portal.challenge.gov/api/challenges (public, no key, the whole list in `collection`) for the boards
`challenges` and `archived`; the static site's https://www.challenge.gov/feed-open.json and feed-closed.json (records
under `_challenge`) for the boards of their names.
Quirks: the API counts a prize in cents; the feeds' dates are typed in twenty spellings, with hours whose zone is
not stated, so that only the day is read; types are a text or a list; bodies hold template marks nobody filled in.
Unverified: the API was read from the platform's source code; reports say that it now and then answers a web page.
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar
from urllib.parse import quote

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import object_of, optional_text, payloads_of, required_text
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind

_SITE = "https://www.challenge.gov"
_API = "https://portal.challenge.gov/api/challenges"
_LISTS = {
    "challenges": _API,
    "archived": f"{_API}?archived=true",
    "feed-open": f"{_SITE}/feed-open.json",
    "feed-closed": f"{_SITE}/feed-closed.json",
}
_PEOPLE = frozenset(
    {
        *("challenge-manager", "challenge-manager-email", "point-of-contact"),
        *("challenge_manager", "challenge_manager_email", "challenge_managers", "poc_email", "winners"),
    }
)
_DAY = re.compile(
    r"\s*(?:(?P<year>\d{4})/(?P<month>\d{1,2})/(?P<day>\d{1,2})"
    r"|(?P<us_month>\d{1,2})/(?P<us_day>\d{1,2})/(?P<us_year>\d{4}))(?!\d)"
)
_AMOUNT = re.compile(r"\s*\$?(?P<amount>\d[\d,]*(?:\.\d\d)?)\s*")
#: sections of a feed's record behind its description, each under its heading
_SECTIONS = {"prizes": "Prizes", "rules": "Rules", "judging": "Judging", "how-to-enter": "How to enter"}


class ChallengeGov(Platform):
    """One list of Challenge.gov, in either of its two forms."""

    name = "challenge_gov"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^portal\.challenge\.gov/api/(?P<board>challenges)(?:[?#]|$)",
        r"^(?:www\.)?challenge\.gov/(?P<board>feed-open|feed-closed)\.json",
    )
    volatile: ClassVar[frozenset[str]] = frozenset({"logo", "hero_image", "gov_delivery_subscribers"})
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The board's whole list. Raises ValueError for a board that there is not."""
        if source.board not in _LISTS:
            raise ValueError(f"challenge_gov has the boards {', '.join(_LISTS)}, not {source.board!r}")
        yield Fetch(_LISTS[source.board])

    def page(self, source: Source, answer: Answer) -> Page:
        """Every record of the list, without its people."""
        body = object_of(answer)
        key = "_challenge" if "_challenge" in body else "collection"
        return Page([scrubbed(payload, _PEOPLE) for payload in payloads_of(body.get(key), f'"{key}"')])

    def identifier(self, payload: Payload) -> str:
        """Challenge.gov's number of the challenge."""
        return required_text(payload, "challenge-id") if "challenge-id" in payload else str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One challenge; what is handed in until the end of submissions counts."""
        return _of_feed(payload) if "challenge-id" in payload else _of_card(payload)


def _of_card(payload: Payload) -> ChallengeReading:
    """A record of the API."""
    slug = optional_text(payload.get("custom_url")) or str(payload["id"])
    cents = payload.get("prize_total") or 0
    return ChallengeReading(
        identifier=str(payload["id"]),
        name=required_text(payload, "title"),
        url=optional_text(payload.get("external_url")) or f"{_SITE}/?challenge={quote(slug)}",
        kind="competition",
        organizer=optional_text(payload.get("agency_name")),
        starts=payload.get("start_date"),
        ends=payload.get("end_date"),
        deadline=_last_entry(payload),
        prize=PrizeReading(amount=str(Decimal(cents) / 100), currency="USD") if cents else None,
        themes=_types(payload.get("primary_type")),
        source_status="closed" if payload.get("is_closed") or payload.get("is_archived") else "open",
        description_html=_html(payload.get("tagline"), payload.get("brief_description")),
    )


def _last_entry(payload: Payload) -> str | None:
    """Until when something can be handed in: the last phase that takes submissions; else what the record says."""
    phases = [phase for phase in payload.get("phases") or [] if phase.get("open_to_submissions")]
    ends = [phase["end_date"] for phase in phases if phase.get("end_date")]
    return max(ends, default=None) or payload.get("open_until") or payload.get("end_date")


def _of_feed(payload: Payload) -> ChallengeReading:
    """A record of one of the feeds."""
    texts = [f"<h3>{heading}</h3>{text}" for key, heading in _SECTIONS.items() if (text := payload.get(key))]
    return ChallengeReading(
        identifier=required_text(payload, "challenge-id"),
        name=required_text(payload, "challenge-title"),
        url=required_text(payload, "permalink"),
        kind="competition",
        organizer=optional_text(payload.get("agency")),
        starts=_start(payload.get("submission-start")),
        deadline=day_of(payload.get("submission-end")),
        prize=_prize(optional_text(payload.get("total-prize-offered-cash"))),
        themes=_types(payload.get("type-of-challenge")),
        source_status=optional_text(payload.get("challenge_status")),
        description_html=_html(payload.get("tagline"), payload.get("description"), *texts),
    )


def day_of(stated: str | None) -> date | None:
    """The day of a date as typed: `03/18/2019 12:00 AM`, `2020/03/19 12 p.m.`, `04/01/2020 `.

    Raises ValueError for any other form.
    """
    if not optional_text(stated):
        return None
    found = _DAY.match(str(stated))
    if not found:
        raise ValueError(f"date {stated!r}")
    parts = (found[name] or found[f"us_{name}"] for name in ("year", "month", "day"))
    return date(*map(int, parts))


def _start(stated: str | None) -> date | None:
    try:
        return day_of(stated)
    except ValueError:
        return None  # only the end decides whether one can still enter, and two of 318 are mistyped


def _prize(stated: str | None) -> PrizeReading | None:
    """The purse as typed; a plain amount is the agency's own figure, however large."""
    plain = _AMOUNT.fullmatch(stated) if stated else None
    return PrizeReading(text=stated, amount=plain["amount"] if plain else None, currency="USD") if stated else None


def _types(stated: Any) -> list[str]:
    return [stated] if isinstance(stated, str) else list(stated or [])


def _html(tagline: Any, *bodies: Any) -> str | None:
    head = f"<p>{tagline}</p>" if optional_text(tagline) else ""
    text = head + "".join(body for body in bodies if optional_text(body))
    return re.sub(r"\{\{\s*site\.baseurl\s*\}\}", _SITE, text) or None


PLATFORM = ChallengeGov()
