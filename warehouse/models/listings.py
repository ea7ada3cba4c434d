"""The staging tables: one row a listing as last read, cleaned and typed, not yet classified or joined to others.

A plain model is the contract and validates; its `Stg...` subclass is the table. Rows cross the border into the
warehouse only through `model_validate`.
"""

from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import (
    AttendanceMode,
    ChallengeKind,
    EmploymentType,
    PayUnit,
    PrizeKind,
    WorkplaceType,
)


class Listing(SQLModel):
    """What a posting and a challenge share: where it came from and which payload it was read from."""

    listing_id: str = c.text("opaque id of the source record", primary_key=True)
    source_id: str = c.text("platform:board it was read from")
    platform: str = c.text("platform it was read from")
    identifier: str = c.text("the platform's own id")
    url: str = c.text("page of the listing", min_length=1)
    language: str | None = c.text("ISO 639-1 code", default=None)
    description_html: str | None = c.long_text("sanitised HTML", default=None)
    description_text: str | None = c.long_text("plain text of the description", default=None)
    payload_hash: str = c.text("hash of the payload as landed")
    reader_version: str = c.text("hash of the code that read it")
    facts: str = c.json("what matters of the listing: a hash by field, compared to tell a change from noise")
    read_at: AwareDatetime = c.instant("clock of the run that read it")


class Posting(Listing):
    """One job posting of one source, normalised."""

    title: str = c.text("title, cleaned of markup and double blanks", min_length=1)
    company: str = c.text("employer, in the registry's spelling", min_length=1)
    company_slug: str = c.text("employer as a URL-safe key, legal forms removed", min_length=1)
    company_domain: str | None = c.text("the employer's own domain", default=None)
    department: str | None = c.text("department or team as stated", default=None)
    requisition_id: str | None = c.text("the employer's number for the opening", default=None)
    location: str | None = c.text("place as stated", default=None)
    address_locality: str | None = c.text("city of the first place", default=None)
    address_region: str | None = c.text("state or province of the first place", default=None)
    address_country: str | None = c.text("ISO 3166-1 alpha-2 of the first place", default=None)
    places: str = c.json("every place: list of {location, address_locality, address_region, address_country}")
    workplace_type: WorkplaceType | None = c.text("onsite, hybrid or remote", default=None)
    applicant_location_requirements: list[str] | None = c.names(
        "countries or regions remote is limited to", default=None
    )
    employment_type: EmploymentType | None = c.text("schema.org employment type", default=None)
    salaries: str = c.json("every pay range: list of {minimum, maximum, currency, unit, place, text}")
    base_salary_min: Decimal | None = c.money("lower end of the first range", default=None)
    base_salary_max: Decimal | None = c.money("upper end of the first range", default=None)
    base_salary_currency: str | None = c.text("ISO 4217", default=None)
    base_salary_unit: PayUnit | None = c.text("time one amount is for", default=None)
    apply_url: str = c.text("where to apply", min_length=1)
    attribution: str | None = c.text("credit the source asks for", default=None)
    date_posted: date | None = c.day("day it was published", default=None)
    valid_through: date | None = c.day("last day it says it is valid", default=None)


class StgPosting(Posting, table=True):
    """Grain: one posting of one source, as last read. Key: listing_id."""

    __tablename__ = "stg_postings"


class Challenge(Listing):
    """One challenge of one source, normalised."""

    name: str = c.text("name, cleaned of markup and double blanks", min_length=1)
    organizer: str | None = c.text("who runs it", default=None)
    kind: ChallengeKind = c.text("hackathon, competition, case, bounty or exercise")
    is_evergreen: bool = c.flag("has no end: practice that stays open")
    start_date: date | None = c.day("first day of the event", default=None)
    end_date: date | None = c.day("last day of the event", default=None)
    application_deadline: date | None = c.day("last day to enter, which is not the event's end", default=None)
    application_deadline_at: AwareDatetime | None = c.instant(
        "instant of the deadline, where an hour is stated", default=None
    )
    attendance_mode: AttendanceMode | None = c.text("online, offline or mixed", default=None)
    location: str | None = c.text("place as stated", default=None)
    prize_amount: Decimal | None = c.money("total prize", default=None)
    prize_currency: str | None = c.text("ISO 4217 or token symbol", default=None)
    prize_kind: PrizeKind | None = c.text("what is won", default=None)
    prize_text: str | None = c.text("the prize as stated", default=None)
    team_size_min: int | None = c.count("smallest team", default=None)
    team_size_max: int | None = c.count("largest team", default=None)
    is_invite_only: bool | None = c.flag("not open to everyone", default=None)
    themes: list[str] | None = c.names("the source's own themes", default=None)
    skill_tags: list[str] | None = c.names("the source's skill tags: weak evidence, often machine-made", default=None)
    source_status: str | None = c.text("status in the source's own word", default=None)


class StgChallenge(Challenge, table=True):
    """Grain: one challenge of one source, as last read. Key: listing_id."""

    __tablename__ = "stg_challenges"
