"""The three shapes of a Kaggle competition: the site's list, the token API and a row of Meta Kaggle.

Quirks: deadlines years ahead mean practice, which the normaliser calls evergreen; a table's instants are in UTC without
saying so; what is won is a word or a currency; classes set their homework as competitions (InClass, now Community).
"""

import re
from datetime import UTC, datetime

from spiders.platforms.base import Payload
from spiders.platforms.parsing import optional_text, required_text
from spiders.platforms.plain_text import html_of_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import RejectReason

#: the official client's HostSegment for what anybody may set up
_COMMUNITY_SEGMENT = 10
_COMMUNITY_NAMES = frozenset({"inclass", "community"})
_CURRENCY = re.compile(r"[A-Z]{3}")
_NO_PRIZE = frozenset({"", "knowledge", "kudos"})
_WORDS = re.compile(r"[A-Za-z]+")


def slug_of(payload: Payload) -> str:
    """The competition's slug; the API's `ref` is a slug or an address that ends with it."""
    key = next((key for key in ("competitionName", "Slug") if key in payload), "ref")
    return required_text(payload, key).rstrip("/").rpartition("/")[2]


def url_of(slug: str) -> str:
    """The competition's page."""
    return f"https://www.kaggle.com/competitions/{slug}"


def of_site(payload: Payload) -> ChallengeReading:
    """A record of the site's own list."""
    reward = payload.get("reward") or {}
    won = optional_text(reward.get("id")) or ""
    _refuse_homework(payload.get("competitionHostSegmentId") == _COMMUNITY_SEGMENT, won)
    return ChallengeReading(
        identifier=slug_of(payload),
        name=required_text(payload, "title"),
        url=url_of(slug_of(payload)),
        kind="hackathon" if payload.get("hackathon") else "competition",
        organizer=optional_text(payload.get("hostName"))
        or optional_text((payload.get("organization") or {}).get("name")),
        starts=payload.get("dateEnabled"),
        ends=payload.get("deadline"),
        deadline=payload.get("prohibitNewEntrantsExplicitDeadline") or payload.get("deadline"),
        attendance="online",
        prize=_prize(won, reward.get("quantity"), optional_text(reward.get("clarification"))),
        team_size_max=payload.get("maxTeamSize"),
        # metrics are among the tags, but have no slug
        themes=[tag["displayName"] for tag in payload.get("categories") or [] if tag.get("slug")],
        description_html=html_of_text(payload.get("briefDescription")),
    )


def of_api(payload: Payload) -> ChallengeReading:
    """A record of the token API."""
    stated = optional_text(payload.get("reward")) or ""
    is_word = _WORDS.fullmatch(stated) is not None
    category = str(payload.get("category") or "").replace(" ", "").lower()
    _refuse_homework(category in _COMMUNITY_NAMES, stated)
    return ChallengeReading(
        identifier=slug_of(payload),
        name=required_text(payload, "title"),
        url=url_of(slug_of(payload)),
        kind="competition",
        organizer=optional_text(payload.get("organizationName")),
        starts=payload.get("enabledDate"),
        ends=payload.get("deadline"),
        deadline=payload.get("newEntrantDeadline") or payload.get("deadline"),
        attendance="online",
        prize=_prize(stated) if is_word else PrizeReading(text=stated) if stated else None,
        team_size_max=payload.get("maxTeamSize"),
        themes=[tag["name"] for tag in payload.get("tags") or [] if tag.get("name") and tag.get("fullPath")],
        description_html=html_of_text(payload.get("description")),
    )


def of_table(payload: Payload) -> ChallengeReading:
    """A row of Meta Kaggle's Competitions.csv."""
    won = payload.get("RewardType") or ""
    _refuse_homework((payload.get("HostSegmentTitle") or "").lower() in _COMMUNITY_NAMES, won)
    size = payload.get("MaxTeamSize") or ""
    ends = _instant(payload.get("DeadlineDate"))
    return ChallengeReading(
        identifier=slug_of(payload),
        name=required_text(payload, "Title"),
        url=url_of(slug_of(payload)),
        kind="competition",
        organizer=optional_text(payload.get("HostName")),
        starts=_instant(payload.get("EnabledDate")),
        ends=ends,
        deadline=_instant(payload.get("ProhibitNewEntrantsDeadlineDate")) or ends,
        attendance="online",
        prize=_prize(won, payload.get("RewardQuantity") or None),
        team_size_max=int(size) if size.isdecimal() else None,
        description_html=html_of_text(payload.get("Subtitle")),
    )


def _refuse_homework(is_community: bool, won: str) -> None:
    """Raises PayloadError(`junk`) for what a class or a club set up without a prize."""
    if is_community and won.lower() in _NO_PRIZE:
        raise PayloadError(RejectReason.JUNK, "homework of a class (InClass, Community) without a prize")


def _prize(won: str, quantity: float | str | None = None, words: str | None = None) -> PrizeReading | None:
    if not won:
        return None
    if not _CURRENCY.fullmatch(won):
        return PrizeReading(text=words, kind=won.lower())
    if not quantity:
        return PrizeReading(text=words, kind="other")
    sum_of_money = f"{float(quantity):,.0f} {won}"
    return PrizeReading(text=f"{sum_of_money} ({words})" if words else sum_of_money, amount=quantity, currency=won)


def _instant(stated: str | None) -> str | None:
    """`MM/DD/YYYY HH:MM:SS` as ISO text in UTC."""
    if not stated:
        return None
    return datetime.strptime(stated, "%m/%d/%Y %H:%M:%S").replace(tzinfo=UTC).isoformat()
