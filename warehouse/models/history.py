"""The warehouse's own memory: what was crawled, seen, opened, closed, classified and joined. Not published as it is."""

from pydantic import AwareDatetime
from sqlmodel import SQLModel

from warehouse import columns as c
from warehouse.vocabulary import CloseReason, CrawlOutcome, CrawlReason, Level, ListingKind


class StgWatermark(SQLModel, table=True):
    """Grain: one platform. How far its landing index has been read, in bytes."""

    __tablename__ = "stg_watermarks"
    platform: str = c.text("platform", primary_key=True)
    index_offset: int = c.serial("bytes of the landing index already read")
    reader_version: str = c.text("hash of the code that read them")


class StgCrawl(SQLModel, table=True):
    """Grain: one crawl of one board, in the order normalise met them. Key: crawl_seq."""

    __tablename__ = "stg_crawls"
    crawl_seq: int = c.serial("order in which crawls are folded into the lifecycle", primary_key=True)
    crawl_id: str = c.text("crawl that landed it")
    run_id: str = c.text("run that crawled")
    source_id: str = c.text("platform:board")
    platform: str = c.text("platform")
    listing_kind: ListingKind = c.text("posting or challenge")
    crawled_at: AwareDatetime = c.instant("clock of the crawl")
    outcome: CrawlOutcome = c.text("how it ended")
    reason: CrawlReason | None = c.text("why, where the outcome alone does not say", default=None)
    detail: str | None = c.text("what was seen", default=None)
    payload_count: int = c.count("payloads landed")
    listing_count: int = c.count("listings seen, rejects left out")
    reject_count: int = c.count("payloads rejected")
    is_window: bool = c.flag("the board shows only its newest listings")
    is_folded: bool = c.flag("the lifecycle has taken it in")


class StgSighting(SQLModel, table=True):
    """Grain: one listing seen in one crawl that the lifecycle has not yet folded in. Emptied by it."""

    __tablename__ = "stg_sightings"
    crawl_seq: int = c.serial(
        "crawl it was seen in; 0: an old payload read again by newer code",
        primary_key=True,
    )
    listing_id: str = c.text("listing", primary_key=True)
    identifier: str = c.text("the platform's own id")
    facts: str = c.json("hash by field at that crawl")


class StgClosure(SQLModel, table=True):
    """Grain: one listing that its source calls closed in a crawl not yet folded in. Emptied by the lifecycle."""

    __tablename__ = "stg_closures"
    crawl_seq: int = c.serial("crawl that met it", primary_key=True)
    listing_id: str = c.text("listing", primary_key=True)
    reason: CloseReason = c.text("page_gone or source_closed")
    stated: str | None = c.text("the source's own words, where it has any", default=None)


class StgReject(SQLModel, table=True):
    """Grain: one version of one payload that could not be read, and why. Key: source_id, payload_hash, reason."""

    __tablename__ = "stg_rejects"
    source_id: str = c.text("platform:board", primary_key=True)
    payload_hash: str = c.text("hash of the payload as landed", primary_key=True)
    identifier: str | None = c.text("the platform's own id, where it has one", default=None)
    reason: str = c.text("closed list: warehouse.vocabulary.RejectReason", primary_key=True)
    detail: str = c.text("what was wrong")
    payload_excerpt: str = c.text("start of the payload")
    rejected_at: AwareDatetime = c.instant("clock of the run that first rejected it")


class IntListingState(SQLModel, table=True):
    """Grain: one listing of one source ever seen, open or closed. Key: listing_id."""

    __tablename__ = "int_listing_states"
    listing_id: str = c.text("listing", primary_key=True)
    listing_kind: ListingKind = c.text("posting or challenge")
    source_id: str = c.text("platform:board")
    identifier: str = c.text("the platform's own id")
    facts: str = c.json("hash by field when last seen")
    first_seen_at: AwareDatetime = c.instant("clock of the first crawl that saw it")
    last_seen_at: AwareDatetime = c.instant("clock of the last crawl that saw it")
    missed_count: int = c.count("complete crawls in a row that missed it")
    missed_since_at: AwareDatetime | None = c.instant("clock of the first of these", default=None)
    missed_crawl_id: str | None = c.text("the first of these crawls", default=None)
    closed_at: AwareDatetime | None = c.instant("when it closed; null while open", default=None)
    close_reason: str | None = c.text("warehouse.vocabulary.CloseReason", default=None)


class IntSourceState(SQLModel, table=True):
    """Grain: one source ever crawled: what its last complete crawl held and what is suspect. Key: source_id."""

    __tablename__ = "int_source_states"
    source_id: str = c.text("platform:board", primary_key=True)
    counted_at: AwareDatetime | None = c.instant("clock of the last crawl that counted", default=None)
    complete_count: int | None = c.count("listings in its last complete crawl that was believed", default=None)
    suspect_crawl_id: str | None = c.text("a crawl held back as suspect, awaiting agreement", default=None)
    suspect_at: AwareDatetime | None = c.instant("clock of that crawl", default=None)
    suspect_count: int | None = c.count("listings in that crawl", default=None)
    gone_count: int = c.count("crawls in a row that found the board gone")
    gone_since_at: AwareDatetime | None = c.instant("clock of the first of these", default=None)


class IntListingEvent(SQLModel, table=True):
    """Grain: one thing that happened to a posting, position or challenge. Append-only."""

    __tablename__ = "int_listing_events"
    listing_kind: str = c.text("posting, position or challenge")
    listing_id: str = c.text("its id", primary_key=True)
    source_id: str | None = c.text("platform:board (postings and challenges)", default=None)
    identifier: str | None = c.text("the platform's own id (of a posting)", default=None)
    event: str = c.text("opened, changed, closed, reopened, merged or split", primary_key=True)
    occurred_at: AwareDatetime = c.instant("when, by the clock of the crawls", primary_key=True)
    reason: str | None = c.text("why", default=None)
    evidence: str = c.json("list of {rule, matched, field}")
    run_id: str = c.text("run that established it")


class IntClassified(SQLModel, table=True):
    """Grain: one listing, as last classified. Key: listing_id."""

    __tablename__ = "int_classified"
    listing_id: str = c.text("listing", primary_key=True)
    content_hash: str = c.text("hash of what was classified, its text by its payload, and of the rules")
    primary_hub: str | None = c.text("best hub; null where none is good enough", default=None)
    level: Level = c.text("Product Management ladder, else none")
    hubs: str = c.json("list of {hub, score, evidence}, best first")


class IntMember(SQLModel, table=True):
    """Grain: one posting or challenge of one source, and the published listing it belongs to. Key: listing_id."""

    __tablename__ = "int_members"
    listing_id: str = c.text("source record", primary_key=True)
    listing_kind: ListingKind = c.text("posting or challenge")
    published_id: str = c.text("position_id or challenge_id")
    is_canonical: bool = c.flag("names the published row")
    match_reason: str = c.text("warehouse.vocabulary.MatchReason")


class IntPublishedState(SQLModel, table=True):
    """Grain: one position or challenge ever published; its id never changes hands. Key: published_id."""

    __tablename__ = "int_published_states"
    published_id: str = c.text("position_id or challenge_id", primary_key=True)
    listing_kind: ListingKind = c.text("posting or challenge")
    anchor_listing_id: str = c.text("the source record the id was made from")
    facts: str = c.json("hash by field of its canonical record")
    first_seen_at: AwareDatetime = c.instant("first time any of its records was seen")
    closed_at: AwareDatetime | None = c.instant("when its last record closed; null while open", default=None)
    close_reason: str | None = c.text("why", default=None)


class IntRedirect(SQLModel, table=True):
    """Grain: one published id that now leads to another. Key: old_id."""

    __tablename__ = "int_redirects"
    old_id: str = c.text("id that was published", primary_key=True)
    position_id: str = c.text("id that took its place")
    reason: str = c.text("merged or split")
    occurred_at: AwareDatetime = c.instant("when")
