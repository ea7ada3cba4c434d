"""Unstop competitions, hackathons and quizzes (formerly Dare2Compete).

API: https://unstop.com/api/public/opportunity/search-result (public, no key; robots.txt allows /api/public/).
Quirks: only the envelope's `next_page_url` says that there is more, `total` moves while one reads; the board
`competitions` lists hackathons and quizzes too, so `type` decides; keys come and go with the years (2023: `start_date`
and no `details`; 2026: only the registration window and `end_date`); organisers write private numbers into `details`.
"""

from collections.abc import Iterator
from typing import Any, ClassVar
from urllib.parse import parse_qs, urlsplit

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import board_in_url, object_of, optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://unstop.com/"
#: people, and countdowns that run on every crawl inside of keys that matter
_DROPPED = frozenset(
    {
        *("contacts", "contact", "contact_email", "contact_number", "email", "emails", "mobile", "phone"),
        *("participants", "players", "user", "users", "created_by", "organisers", "coordinators", "judges", "mentors"),
        *("remain_days", "remaining_time", "remainingDaysArray", "remaining_days"),
    }
)
_CASE_SUBTYPES = frozenset({"case_competition", "case_study"})
_KINDS = {"hackathons": "hackathon", "competitions": "competition", "quizzes": "competition"}
_INVITE_ONLY = {"private": True, "public": False, "both": False}


class Unstop(Platform):
    """What one of Unstop's lists shows as open."""

    name = "unstop"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:www\.)?(?:unstop|dare2compete)\.com/(?P<board>competitions|hackathons|quizzes)(?:[/?#]|$)",
        r"^(?:www\.)?unstop\.com/api/public/opportunity/search-result\?(?:.*&)?"
        r"opportunity=(?P<board>competitions|hackathons|quizzes)(?:&|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset(
        {"viewsCount", "registerCount", "updated_at", "logoUrl2", "banner_mobile", "thumb", "opportunity_config"}
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of what is open on the board."""
        yield _fetch(source.board, 1)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page without personal data; the next page where the envelope names one.

        The total is left out: it is another one on every page of one crawl.
        """
        envelope = object_of(answer).get("data")
        if not isinstance(envelope, dict):
            raise PayloadError(RejectReason.WRONG_TYPE, f'"data" is not an object: {str(envelope)[:80]}')
        payloads = [scrubbed(payload, _DROPPED) for payload in payloads_of(envelope.get("data"), '"data.data"')]
        is_more = envelope.get("next_page_url") is not None
        return Page(payloads, [_fetch(source.board, _served(answer, envelope, payloads) + 1)] if is_more else [])

    def identifier(self, payload: Payload) -> str:
        """Unstop's number of the opportunity, the same on all its lists."""
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One opportunity; the end of its registration is the deadline, `end_date` the end of the event.

        Raises PayloadError(`invalid_value`) for types that are no challenge, such as workshops.
        """
        entry = payload.get("regnRequirements") or {}
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=_url(payload),
            kind=_kind(source, payload),
            organizer=optional_text((payload.get("organisation") or {}).get("name")),
            starts=payload.get("start_date"),
            ends=payload.get("end_date"),
            deadline=entry.get("end_regn_dt"),
            attendance=optional_text(payload.get("region")),
            place=_place(payload.get("address_with_country_logo") or {}),
            prize=_prize(payload.get("prizes") or []),
            team_size_min=entry.get("min_team_size"),
            team_size_max=entry.get("max_team_size"),
            is_invite_only=_INVITE_ONLY.get(payload.get("visibility") or ""),
            themes=_categories(payload),
            skill_tags=[name for skill in payload.get("required_skills") or [] if (name := _skill(skill))],
            source_status=optional_text(payload.get("status")),
            description_html=optional_text(payload.get("details")),
        )


def _served(answer: Answer, envelope: Payload, payloads: list[Payload]) -> int:
    """The number of the page that was served. Raises PayloadError where following it would never end."""
    served = envelope.get("current_page")
    asked = parse_qs(urlsplit(answer.url).query).get("page")
    if type(served) is not int or (asked and asked[0] != str(served)):
        raise PayloadError(RejectReason.WRONG_TYPE, f"current_page is {served!r} in answer to {answer.url}")
    if not payloads:
        raise PayloadError(RejectReason.WRONG_TYPE, f"page {served} is empty and names a next one")
    return served


def _url(payload: Payload) -> str:
    return optional_text(payload.get("seo_url")) or _SITE + required_text(payload, "public_url").lstrip("/")


def _kind(source: Source, payload: Payload) -> str:
    # some records of 2023 lack `type`; their path still begins with it
    stated = payload.get("type") or str(payload.get("public_url") or source.board).split("/")[0]
    if stated not in _KINDS:
        raise PayloadError(RejectReason.INVALID_VALUE, f"type {stated!r} is no challenge")
    is_case = payload.get("subtype") in _CASE_SUBTYPES or "Case Study" in _categories(payload)
    return "case" if stated == "competitions" and is_case else _KINDS[stated]


def _categories(payload: Payload) -> list[str]:
    return [entry["name"] for entry in payload.get("filters") or [] if entry.get("type") == "category"]


def _skill(skill: Any) -> str | None:
    return optional_text(skill.get("skill_name")) or optional_text(skill.get("skill"))


def _place(address: Payload) -> PlaceReading | None:
    country = address.get("country")
    place = PlaceReading(
        text=optional_text(address.get("address")),
        locality=optional_text(address.get("city")),
        region=optional_text(address.get("state")),
        country=optional_text(country.get("name") if isinstance(country, dict) else country),
    )
    return place if place != PlaceReading() else None


def _prize(ranks: list[Payload]) -> PrizeReading | None:
    """The prize as one line a rank; the currency is that of ranks whose amount is only in words.

    The purse is nowhere stated: adding it up is for normalise.
    """
    lines = [line for rank in ranks if (line := _rank(rank))]
    codes = {code for rank in ranks if not rank.get("cash") and (code := _currency(rank))}
    return PrizeReading(text="\n".join(lines), currency=codes.pop() if len(codes) == 1 else None) if lines else None


def _currency(rank: Payload) -> str | None:
    return optional_text(rank.get("currencyCode")) or optional_text(rank.get("currency"))


def _rank(rank: Payload) -> str | None:
    """`Winner: fa-rupee 50000 (Prizes Worth 20K, Certificate)`, or None for a rank that wins nothing."""
    flags = ("certificate", "pre_placement_internship", "pre_placement_opportunity")
    extras = [optional_text(rank.get("others")), *(flag.replace("_", " ") for flag in flags if rank.get(flag))]
    won = ", ".join(" ".join(extra.split()) for extra in extras if extra)
    if cash := rank.get("cash") or rank.get("max_cash"):
        words = (_currency(rank), str(cash), optional_text(rank.get("cash_postfix")), f"({won})" if won else None)
        won = " ".join(word for word in words if word)
    name = optional_text(rank.get("rank"))
    return f"{name}: {won}" if won and name else won or None


def _fetch(board: str, page: int) -> Fetch:
    query = f"opportunity={board_in_url(board)}&oppstatus=open&page={page}&per_page=50"
    return Fetch(f"{_SITE}api/public/opportunity/search-result?{query}")


PLATFORM = Unstop()
