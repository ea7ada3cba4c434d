"""Published tables of challenges: hackathons, competitions, cases, bounties and exercises, and what hangs on them."""

from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import AttendanceMode, ChallengeKind, ChallengeStatus, MatchReason, PrizeKind


class PublishedChallenge(SQLModel, table=True):
    """Grain: one challenge ever published, whatever its status. Key: challenge_id. Null means: no source said."""

    __tablename__ = "challenges"
    challenge_id: str = c.text("opaque id; the same as long as the challenge is known", primary_key=True)
    name: str = c.text("name")
    organizer: str | None = c.text("who runs it", default=None)
    kind: ChallengeKind = c.text("hackathon, competition, case, bounty or exercise")
    url: str = c.text("page of the challenge")
    is_evergreen: bool = c.flag("has no end: practice that stays open")
    start_date: date | None = c.day("first day", default=None)
    end_date: date | None = c.day("last day", default=None)
    application_deadline: date | None = c.day("last day to enter", default=None)
    application_deadline_at: AwareDatetime | None = c.instant(
        "instant of the deadline, where an hour is stated", default=None
    )
    attendance_mode: AttendanceMode | None = c.text("online, offline or mixed", default=None)
    location: str | None = c.text("place as stated", default=None)
    prize_amount: Decimal | None = c.money("all prizes together", default=None)
    prize_currency: str | None = c.text("ISO 4217 code, or symbol of a token", default=None)
    prize_kind: PrizeKind | None = c.text("what is won", default=None)
    prize_text: str | None = c.text("the prize as stated", default=None)
    team_size_min: int | None = c.count("smallest team", default=None)
    team_size_max: int | None = c.count("largest team", default=None)
    is_invite_only: bool | None = c.flag("not open to everyone", default=None)
    themes: list[str] | None = c.names("the source's own themes", default=None)
    status: ChallengeStatus = c.text("upcoming, open, closed or evergreen, by its dates when published")
    source_status: str | None = c.text("status in the source's own word", default=None)
    language: str | None = c.text("language of the description, ISO 639-1", default=None)
    description_html: str | None = c.long_text("description as sanitised HTML", default=None)
    description_text: str | None = c.long_text("description as plain text", default=None)
    first_seen_at: AwareDatetime = c.instant("first time any of its records was seen")
    last_seen_at: AwareDatetime = c.instant("last time any of its records was seen")
    source_count: int = c.count("sources that list it; of one no longer listed: that ever listed it")
    primary_hub: str | None = c.text("the hub it belongs to most; null where none fits well enough", default=None)


class ChallengeSkill(SQLModel, table=True):
    """Grain: one hub that a challenge belongs to, and why. Key: challenge_id, hub."""

    __tablename__ = "challenge_skills"
    challenge_id: str = c.text("challenge", primary_key=True)
    hub: str = c.text("hub", primary_key=True)
    score: float = c.score("how sure, 0 to 1")
    is_primary: bool = c.flag("this is the hub it belongs to most")
    evidence: str = c.json("list of {rule, matched, field}: what matched, and where")


class ChallengeSource(SQLModel, table=True):
    """Grain: one source's record behind one challenge. Key: source_id, identifier."""

    __tablename__ = "challenge_sources"
    challenge_id: str = c.text("challenge")
    source_id: str = c.text("platform:board that lists it", primary_key=True)
    identifier: str = c.text("the platform's own id of the challenge", primary_key=True)
    url: str = c.text("page of the challenge at this source")
    match_reason: MatchReason = c.text("why it belongs to this challenge")
    first_seen_at: AwareDatetime = c.instant("first time it was seen")
    last_seen_at: AwareDatetime = c.instant("last time it was seen")
    closed_at: AwareDatetime | None = c.instant("when it left the source; null while listed", default=None)


class ChallengeRedirect(SQLModel, table=True):
    """Grain: one challenge id that was published and now leads to another. Key: old_id."""

    __tablename__ = "challenge_redirects"
    old_id: str = c.text("id that was published", primary_key=True)
    challenge_id: str = c.text("challenge that took its place")
    reason: str = c.text("merged or split")
    occurred_at: AwareDatetime = c.instant("when")
