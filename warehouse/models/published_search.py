"""Published tables for finding listings: what a search filters and counts by, and which word stands in which listing.

They repeat what other tables say, without texts and ready to be scanned: a million rows are filtered in a moment,
and a page of them is read without touching the tables that hold the texts.
"""

from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import (
    AttendanceMode,
    ChallengeKind,
    ChallengeStatus,
    EmploymentType,
    Level,
    PayUnit,
    PrizeKind,
    WorkplaceType,
)


class SearchPosition(SQLModel, table=True):
    """Grain: one open position, numbered newest first. Key: listing_number."""

    __tablename__ = "search_positions"
    listing_number: int = c.count("1 for the newest; of this publication only", primary_key=True)
    position_id: str = c.text("position")
    title: str = c.text("job title")
    company: str = c.text("employer")
    company_slug: str = c.text("employer as a URL-safe key; joins companies")
    location: str | None = c.text("place as stated", default=None)
    date_posted: date | None = c.day("day it was published", default=None)
    first_seen_at: AwareDatetime = c.instant("first time any of its postings was seen")
    posted_on: date = c.day("day it was published, or else first seen")
    hubs: list[str] | None = c.names("hubs it belongs to", default=None)
    place_count: int = c.count("places it names")
    countries: list[str] | None = c.names("countries of its places, ISO 3166-1 alpha-2", default=None)
    remote_areas: list[str] | None = c.names(
        "of remote work: countries and regions it is limited to, or else those of its places; null where none is said",
        default=None,
    )
    level: Level | None = c.text("Product Management ladder; none for other work", default=None)
    workplace_type: WorkplaceType | None = c.text("onsite, hybrid or remote", default=None)
    employment_type: EmploymentType | None = c.text("schema.org employment type", default=None)
    base_salary_min: Decimal | None = c.money("lower end of the first pay range", default=None)
    base_salary_max: Decimal | None = c.money("upper end of the first pay range", default=None)
    base_salary_currency: str | None = c.text("currency of the pay, ISO 4217", default=None)
    base_salary_unit: PayUnit | None = c.text("time one amount is for", default=None)
    company_domain: str | None = c.text("the employer's own internet domain", default=None)
    department: str | None = c.text("department or team", default=None)
    requisition_id: str | None = c.text("the employer's number for the opening", default=None)
    address_locality: str | None = c.text("city of the first place", default=None)
    address_region: str | None = c.text("state or province of the first place", default=None)
    address_country: str | None = c.text("country of the first place, ISO 3166-1 alpha-2", default=None)
    applicant_location_requirements: list[str] | None = c.names(
        "countries or regions that remote work is limited to", default=None
    )
    language: str | None = c.text("language of the description, ISO 639-1", default=None)
    apply_url: str = c.text("where to apply")
    attribution: str | None = c.text("credit that the source asks to be shown", default=None)
    valid_through: date | None = c.day("last day it says it is valid", default=None)
    last_seen_at: AwareDatetime = c.instant("last time any of its postings was seen")
    source_count: int = c.count("sources that list it")
    primary_hub: str | None = c.text("the hub it belongs to most; null where none fits well enough", default=None)


class SearchChallenge(SQLModel, table=True):
    """Grain: one challenge that is upcoming, open or evergreen, numbered newest first. Key: listing_number."""

    __tablename__ = "search_challenges"
    listing_number: int = c.count("1 for the newest; of this publication only", primary_key=True)
    challenge_id: str = c.text("challenge")
    hubs: list[str] | None = c.names("hubs it belongs to", default=None)
    kind: ChallengeKind = c.text("hackathon, competition, case, bounty or exercise")
    status: ChallengeStatus = c.text("upcoming, open or evergreen")
    attendance_mode: AttendanceMode | None = c.text("online, offline or mixed", default=None)
    closes_on: date | None = c.day("last day to enter, or else its last day", default=None)
    prize_amount: Decimal | None = c.money("all prizes together", default=None)
    prize_currency: str | None = c.text("ISO 4217 code, or symbol of a token", default=None)
    prize_kind: PrizeKind | None = c.text("what is won", default=None)


class SearchTerm(SQLModel, table=True):
    """Grain: one word in one field of listings of one section. Key: section, field, term."""

    __tablename__ = "search_terms"
    section: str = c.text("positions or challenges", primary_key=True)
    field: str = c.text("title, company or place; of a challenge also theme", primary_key=True)
    term: str = c.text("the word, in small letters without accents", primary_key=True)
    listing_count: int = c.count("listings with it")
    listing_numbers: list[int] = c.serials("those listings, by their number in the section's search table")
