"""Published tables about employers, about what happened over time, and about how well the sources answer."""

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import SourceState


class Company(SQLModel, table=True):
    """Grain: one employer with a position, open or closed. Key: company_slug."""

    __tablename__ = "companies"
    company_slug: str = c.text("employer as a URL-safe key", primary_key=True)
    name: str = c.text("employer, in the spelling most of its positions use")
    domain: str | None = c.text("its own internet domain", default=None)
    open_position_count: int = c.count("open positions")
    open_position_count_by_hub: dict[str, int] = c.counts("open positions by hub; hubs without one are left out")
    first_seen_at: AwareDatetime = c.instant("first time any of its positions was seen")
    last_seen_at: AwareDatetime = c.instant("last time any of its positions was seen")
    careers_url: str | None = c.text("its careers page or board", default=None)


class ListingEvent(SQLModel, table=True):
    """Grain: one thing that happened to a posting, position or challenge. A log: it has no key."""

    __tablename__ = "listing_events"
    listing_kind: str = c.text("posting, position or challenge", primary_key=True)
    listing_id: str = c.text("its id: of a position or challenge the published one", primary_key=True)
    source_id: str | None = c.text("platform:board, where one source said so", default=None)
    identifier: str | None = c.text("the platform's own id (of a posting)", default=None)
    event: str = c.text("opened, changed, closed or reopened; of positions also merged or split", primary_key=True)
    occurred_at: AwareDatetime = c.instant("when, by the clock of the crawls", primary_key=True)
    reason: str | None = c.text("why", default=None)
    evidence: str | None = c.json("list of {rule, matched, field}: what was seen", default=None)
    run_id: str = c.text("run that established it")


class SourceHealth(SQLModel, table=True):
    """Grain: one source ever asked, and what to think of it. Key: source_id."""

    __tablename__ = "source_health"
    source_id: str = c.text("platform:board", primary_key=True)
    platform: str = c.text("platform")
    state: SourceState = c.text("healthy, suspect, failing or retired")
    last_attempt_at: AwareDatetime = c.instant("when it was last asked")
    last_success_at: AwareDatetime | None = c.instant("when it last answered in full; null for never", default=None)
    posting_count: int | None = c.count("postings, or challenges, it then listed; null for never", default=None)
    reject_count: int | None = c.count("payloads that then could not be read; null for never", default=None)
    consecutive_failures: int = c.count("attempts since the last full answer")
    reason: str | None = c.text("why: a word of a closed list, then what was seen; null while healthy", default=None)
    since_at: AwareDatetime = c.instant("since when it has been in this state")


class PublishedReject(SQLModel, table=True):
    """Grain: one version of one payload that could not be read. A log: it has no key."""

    __tablename__ = "rejects"
    source_id: str = c.text("platform:board", primary_key=True)
    rejected_at: AwareDatetime = c.instant("when it was first rejected", primary_key=True)
    reason: str = c.text("why: a word of a closed list, then what was seen", primary_key=True)
    payload_excerpt: str | None = c.text("start of the payload, at most 500 characters", default=None)
