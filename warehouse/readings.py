"""What a platform's reader returns: the payload's own words, in one shape for all platforms.

Nothing here is cleaned, translated or guessed; `pipelines.normalise` does that once for all platforms.
Plain slotted dataclasses, because a reader makes tens of thousands of them a second.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(slots=True)
class PlaceReading:
    """One place as stated: free text, or address parts, or both."""

    text: str | None = None
    locality: str | None = None
    region: str | None = None
    country: str | None = None


@dataclass(slots=True)
class PayReading:
    """One pay range as stated. `unit` is the platform's own word; `place` is set where the range is for one place."""

    minimum: float | str | None = None
    maximum: float | str | None = None
    currency: str | None = None
    unit: str | None = None
    place: str | None = None
    text: str | None = None


@dataclass(slots=True, kw_only=True)
class PostingReading:
    """One job posting as its platform states it. None means: not said."""

    identifier: str
    title: str
    url: str
    company: str | None = None
    apply_url: str | None = None
    requisition_id: str | None = None
    department: str | None = None
    places: list[PlaceReading] = field(default_factory=list)
    workplace: str | None = None
    is_remote: bool | None = None
    employment_type: str | None = None
    pays: list[PayReading] = field(default_factory=list)
    description_html: str | None = None
    posted: str | int | None = None
    valid_through: str | int | None = None
    language: str | None = None
    attribution: str | None = None


@dataclass(slots=True, kw_only=True)
class PrizeReading:
    """The prize as stated: the source's words, and amount and currency where it gives them apart."""

    text: str | None = None
    amount: float | str | None = None
    currency: str | None = None
    kind: str | None = None


@dataclass(slots=True, kw_only=True)
class ChallengeReading:
    """One challenge as its platform states it. Dates are ISO text, epoch numbers or dates; a date stays a date."""

    identifier: str
    name: str
    url: str
    kind: str
    organizer: str | None = None
    is_evergreen: bool = False
    starts: str | int | date | None = None
    ends: str | int | date | None = None
    deadline: str | int | date | None = None
    attendance: str | None = None
    place: PlaceReading | None = None
    prize: PrizeReading | None = None
    team_size_min: int | None = None
    team_size_max: int | None = None
    is_invite_only: bool | None = None
    themes: list[str] = field(default_factory=list)
    skill_tags: list[str] = field(default_factory=list)
    source_status: str | None = None
    language: str | None = None
    description_html: str | None = None
