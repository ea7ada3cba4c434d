"""Published tables of a publication as a whole, of its skill hubs and of the countries: what a page shows."""

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c


class PublishedFile(SQLModel, table=True):
    """Grain: this file, one row. Which publication it is and how much it holds."""

    __tablename__ = "publication"
    contract_version: str = c.text("version of this contract; raised by a rename or a change of meaning")
    publication_id: str = c.text("opaque id of this file, later ones sort after earlier ones", primary_key=True)
    run_id: str = c.text("run that published it")
    published_at: AwareDatetime = c.instant("clock of that run")
    position_count: int = c.count("open positions")
    challenge_count: int = c.count("challenges that are upcoming, open or evergreen")


class SkillHub(SQLModel, table=True):
    """Grain: one skill hub. A listing counts for each of its hubs, primary or not. Key: hub."""

    __tablename__ = "skill_hubs"
    hub: str = c.text("hub, as in its page's address", primary_key=True)
    name: str = c.text("name of the skill")
    tagline: str | None = c.text("one sentence about the skill", default=None)
    position_count: int = c.count("open positions")
    challenge_count: int = c.count("challenges that are upcoming, open or evergreen")
    hiring_company_count: int = c.count("companies with an open position")
    updated_at: AwareDatetime = c.instant("when these figures were counted")


class SkillHubText(SQLModel, table=True):
    """Grain: one explaining text of one hub's page, ready to show. Key: hub, section."""

    __tablename__ = "skill_hub_texts"
    hub: str = c.text("hub", primary_key=True)
    section: str = c.text("definition, why_it_matters, career_paths or practice", primary_key=True)
    section_number: int = c.count("its place on the page, 1 for the first")
    heading: str = c.text("heading of the text")
    text: str = c.text("the text, one paragraph")


class SkillHubQuestion(SQLModel, table=True):
    """Grain: one frequently asked question of one hub's page. Key: hub, question_number."""

    __tablename__ = "skill_hub_questions"
    hub: str = c.text("hub", primary_key=True)
    question_number: int = c.count("its place on the page, 1 for the first", primary_key=True)
    question: str = c.text("the question")
    answer: str = c.text("its answer, one paragraph")


class SkillHubLevel(SQLModel, table=True):
    """Grain: one level of one hub's ladder, for hubs that have one. Key: hub, level."""

    __tablename__ = "skill_hub_levels"
    hub: str = c.text("hub", primary_key=True)
    level: str = c.text("level, as in positions", primary_key=True)
    level_number: int = c.count("its place on the ladder, 1 for the first step")
    position_count: int = c.count("open positions of the hub at this level")
    browse_path: str = c.text("path of their list on the hub site")


class HubSection(SQLModel, table=True):
    """Grain: one section of one hub's page: its state and its texts, ready to show. Key: hub, section."""

    __tablename__ = "hub_sections"
    hub: str = c.text("hub", primary_key=True)
    section: str = c.text("positions or challenges", primary_key=True)
    state: str = c.text("populated where at least one listing is on offer, else empty")
    listing_count: int = c.count("open positions, or challenges that are upcoming, open or evergreen")
    heading: str = c.text("heading of the section")
    message: str = c.text("line below the heading")
    browse_label: str = c.text("text of the link to all listings")
    browse_path: str = c.text("path of that link on the hub site")
    updated_at: AwareDatetime = c.instant("when it was decided")


class Country(SQLModel, table=True):
    """Grain: one country, whether a listing is there or not. Key: country."""

    __tablename__ = "countries"
    country: str = c.text("country, ISO 3166-1 alpha-2, as in address_country", primary_key=True)
    name: str = c.text("name a reader knows")
    areas: list[str] = c.names(
        "what stands for it in applicant_location_requirements: its code and the regions it lies in", nullable=False
    )
