"""The rows of the JSON interface, made from the published tables' own models. Which rows: `hub.api`."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import AwareDatetime, Json, PlainSerializer, create_model
from sqlmodel import Field, SQLModel

from warehouse.models.published_challenges import ChallengeSource, PublishedChallenge
from warehouse.models.published_history import Company
from warehouse.models.published_hubs import HubSection, PublishedFile, SkillHub
from warehouse.models.published_positions import (
    Position,
    PositionLocation,
    PositionSalary,
    PositionSkill,
    PositionSource,
)

_TEXTS = {"description_html", "description_text"}
#: a JSON number: the published type has two decimals
Money = Annotated[Decimal, PlainSerializer(float, return_type=float, when_used="json")]
#: columns that are sent otherwise than stored
_AS_SENT: dict[str, Any] = {"evidence": Json}


def _row(name: str, says: str, table: type[SQLModel], without: set[str] | None = None) -> type[SQLModel]:
    """A published table's row as a plain model that validates, without the columns named."""
    fields: dict[str, Any] = {
        column: (
            _AS_SENT.get(column, Money | None if field.annotation == Decimal | None else field.annotation),
            Field(default=... if field.is_required() else None, description=field.description),
        )
        for column, field in table.model_fields.items()
        if column not in (without or ())
    }
    return create_model(name, __base__=SQLModel, __doc__=says, **fields)


Publication = _row("Publication", "The publication that every answer is of, until the next one.", PublishedFile)
Skill = _row("Skill", "One skill hub with its open counts.", SkillHub)
Section = _row("Section", "One section of a skill's page, as published.", HubSection, {"hub"})
Employer = _row("Company", "One employer with a position, open or closed.", Company)
PositionRow = _row("Position", "One open position, without its descriptions.", Position, _TEXTS)
ChallengeRow = _row("Challenge", "One challenge on offer, without its descriptions.", PublishedChallenge, _TEXTS)
Place = _row("Place", "One place of a position.", PositionLocation, {"position_id"})
Pay = _row("Pay", "One pay range of a position.", PositionSalary, {"position_id"})
ListingSkill = _row("ListingSkill", "One hub that a listing belongs to, and why.", PositionSkill, {"position_id"})
Posting = _row("Posting", "One posting behind a position.", PositionSource, {"position_id"})
Record = _row("Record", "One source's record behind a challenge.", ChallengeSource, {"challenge_id"})
_Position = _row("PositionWithTexts", "One position.", Position)
_Challenge = _row("ChallengeWithTexts", "One challenge.", PublishedChallenge)


class SkillPage(Skill):  # type: ignore[valid-type, misc]  # made above
    """One skill hub with its sections."""

    sections: list[Section]  # type: ignore[valid-type]


class WholePosition(_Position):  # type: ignore[valid-type, misc]
    """One position with all that hangs on it. `closed_at` tells one that is open no more: its status is 410."""

    closed_at: AwareDatetime | None = None
    close_reason: str | None = None
    places: list[Place]  # type: ignore[valid-type]
    pay: list[Pay]  # type: ignore[valid-type]
    skills: list[ListingSkill]  # type: ignore[valid-type]
    sources: list[Posting]  # type: ignore[valid-type]


class WholeChallenge(_Challenge):  # type: ignore[valid-type, misc]
    """One challenge with all that hangs on it."""

    skills: list[ListingSkill]  # type: ignore[valid-type]
    sources: list[Record]  # type: ignore[valid-type]


class Count(SQLModel):
    """One value of a filter, and how many listings it would leave."""

    value: str
    listing_count: int


class Page(SQLModel):
    """One page of a list. `corrected` is the search as it was understood, where it had typing mistakes."""

    publication_id: str
    total: int
    page: int
    page_count: int
    corrected: str | None
    next: str | None
    counts: dict[str, list[Count]] | None


class Positions(Page):
    """One page of open positions."""

    items: list[PositionRow]  # type: ignore[valid-type]


class Challenges(Page):
    """One page of challenges on offer."""

    items: list[ChallengeRow]  # type: ignore[valid-type]


class Problem(SQLModel):
    """Why there is no answer."""

    detail: str
