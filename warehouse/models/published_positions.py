"""Published tables of positions: one row a vacancy, after deduplication, and what hangs on it."""

from datetime import date
from decimal import Decimal

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import CloseReason, EmploymentType, Level, MatchReason, PayUnit, WorkplaceType


class PositionFields(SQLModel):
    """What an open and a closed position share. Null means: no source said."""

    position_id: str = c.text("opaque id; the same as long as the vacancy is known", primary_key=True)
    title: str = c.text("job title")
    company: str = c.text("employer")
    company_slug: str = c.text("employer as a URL-safe key; joins companies")
    company_domain: str | None = c.text("the employer's own internet domain", default=None)
    department: str | None = c.text("department or team", default=None)
    requisition_id: str | None = c.text("the employer's number for the opening", default=None)
    location: str | None = c.text("place as stated", default=None)
    address_locality: str | None = c.text("city of the first place", default=None)
    address_region: str | None = c.text("state or province of the first place", default=None)
    address_country: str | None = c.text("country of the first place, ISO 3166-1 alpha-2", default=None)
    workplace_type: WorkplaceType | None = c.text("onsite, hybrid or remote", default=None)
    applicant_location_requirements: list[str] | None = c.names(
        "countries or regions that remote work is limited to", default=None
    )
    employment_type: EmploymentType | None = c.text("schema.org employment type, such as FULL_TIME", default=None)
    level: Level | None = c.text("Product Management ladder, associate to cpo; none for other work", default=None)
    base_salary_min: Decimal | None = c.money("lower end of the first pay range", default=None)
    base_salary_max: Decimal | None = c.money("upper end of the first pay range", default=None)
    base_salary_currency: str | None = c.text("currency of the pay, ISO 4217", default=None)
    base_salary_unit: PayUnit | None = c.text("time one amount is for: HOUR, DAY, WEEK, MONTH or YEAR", default=None)
    language: str | None = c.text("language of the description, ISO 639-1", default=None)
    description_html: str | None = c.long_text("description as sanitised HTML", default=None)
    description_text: str | None = c.long_text("description as plain text", default=None)
    apply_url: str = c.text("where to apply")
    attribution: str | None = c.text("credit that the source asks to be shown", default=None)
    date_posted: date | None = c.day("day it was published", default=None)
    valid_through: date | None = c.day("last day it says it is valid", default=None)
    first_seen_at: AwareDatetime = c.instant("first time any of its postings was seen")
    last_seen_at: AwareDatetime = c.instant("last time any of its postings was seen")
    source_count: int = c.count("sources that list it; of a closed position: that ever listed it")
    primary_hub: str | None = c.text("the hub it belongs to most; null where none fits well enough", default=None)


class Position(PositionFields, table=True):
    """Grain: one open vacancy. Values are those of its canonical posting. Key: position_id.

    Description, pay, department and dates that it leaves empty come from another open posting of the same vacancy.
    """

    __tablename__ = "positions"


class ClosedPosition(PositionFields, table=True):
    """Grain: one vacancy that is no longer listed anywhere, as it last was. Key: position_id."""

    __tablename__ = "closed_positions"
    closed_at: AwareDatetime = c.instant("when its last posting closed")
    close_reason: CloseReason | None = c.text("on what authority it was closed", default=None)


class PositionLocation(SQLModel, table=True):
    """Grain: one place of one open position. Key: position_id, location."""

    __tablename__ = "position_locations"
    position_id: str = c.text("position", primary_key=True)
    location: str = c.text("place as stated, or its parts joined", primary_key=True)
    address_locality: str | None = c.text("city", default=None)
    address_region: str | None = c.text("state or province", default=None)
    address_country: str | None = c.text("country, ISO 3166-1 alpha-2", default=None)


class PositionSalary(SQLModel, table=True):
    """Grain: one pay range of one open position, in the order stated. Key: position_id, range_number."""

    __tablename__ = "position_salaries"
    position_id: str = c.text("position", primary_key=True)
    range_number: int = c.count("1 for the first range stated", primary_key=True)
    location: str | None = c.text("place the range is for; null where it is for all", default=None)
    base_salary_min: Decimal | None = c.money("lower end", default=None)
    base_salary_max: Decimal | None = c.money("upper end", default=None)
    base_salary_currency: str | None = c.text("currency, ISO 4217", default=None)
    base_salary_unit: PayUnit | None = c.text("time one amount is for: HOUR, DAY, WEEK, MONTH or YEAR", default=None)
    base_salary_text: str | None = c.text("the range as stated", default=None)


class PositionSkill(SQLModel, table=True):
    """Grain: one hub that an open position belongs to, and why. Key: position_id, hub."""

    __tablename__ = "position_skills"
    position_id: str = c.text("position", primary_key=True)
    hub: str = c.text("hub", primary_key=True)
    score: float = c.score("how sure, 0 to 1")
    is_primary: bool = c.flag("this is the hub it belongs to most")
    evidence: str = c.json("list of {rule, matched, field}: what matched, and where")


class PositionSource(SQLModel, table=True):
    """Grain: one posting behind one position, open or closed. Key: source_id, identifier."""

    __tablename__ = "position_sources"
    position_id: str = c.text("position, open or closed")
    source_id: str = c.text("platform:board that lists it", primary_key=True)
    identifier: str = c.text("the platform's own id of the posting", primary_key=True)
    url: str = c.text("page of the posting")
    match_reason: MatchReason = c.text("why it belongs to this position")
    first_seen_at: AwareDatetime = c.instant("first time it was seen")
    last_seen_at: AwareDatetime = c.instant("last time it was seen")
    closed_at: AwareDatetime | None = c.instant("when it closed; null while open", default=None)


class PositionRedirect(SQLModel, table=True):
    """Grain: one position id that was published and now leads to another. Key: old_id."""

    __tablename__ = "position_redirects"
    old_id: str = c.text("id that was published", primary_key=True)
    position_id: str = c.text("position that took its place")
    reason: str = c.text("merged or split")
    occurred_at: AwareDatetime = c.instant("when")
