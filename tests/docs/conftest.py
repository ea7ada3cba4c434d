"""A published file made row by row, small enough to answer every question of the cookbook from it by hand."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlalchemy import Boolean, Date, DateTime, Integer, String
from sqlmodel import SQLModel

from warehouse.countries import areas_of
from warehouse.models import published as p
from warehouse.sql_text import sql
from warehouse.tables import columns_of, create_table

AS_OF = datetime(2026, 11, 22, 10, tzinfo=UTC)
PM, MARKETING = "product-management", "marketing"
#: what a column holds that the question at hand does not look at
ANYTHING = ((Boolean, False), (Integer, 0), (DateTime, AS_OF), (Date, AS_OF.date()), (String, "-"))


def at(month: int, day: int, hour: int = 6) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=UTC)


def position(
    position_id: str, company: str, country: str | None, level: str, seen: datetime, hub: str = PM, **more: Any
) -> dict[str, Any]:
    named = {"title": f"{level} at {company}", "company": company, "company_slug": company.lower()}
    fields = {"position_id": position_id, "address_country": country, "level": level, "primary_hub": hub}
    return named | fields | {"first_seen_at": seen} | more


def pay(low: int | None, high: int | None, currency: str) -> dict[str, Any]:
    return {
        "base_salary_min": low,
        "base_salary_max": high,
        "base_salary_currency": currency,
        "base_salary_unit": "YEAR",
    }


def event(listing: str, what: str, when: datetime, reason: str | None = None, kind: str = "position") -> dict[str, Any]:
    return {"listing_kind": kind, "listing_id": listing, "event": what, "occurred_at": when, "reason": reason}


def source(position_id: str, source_id: str, reason: str = "canonical", closed: bool = False) -> dict[str, Any]:
    ids = {"position_id": position_id, "source_id": source_id, "identifier": position_id}
    return ids | {"match_reason": reason, "closed_at": AS_OF if closed else None}


def skill(position_id: str, hub: str, score: float, *found: tuple[str, str, str]) -> dict[str, Any]:
    evidence = json.dumps([dict(zip(("rule", "matched", "field"), each, strict=True)) for each in found])
    return {"position_id": position_id, "hub": hub, "score": score, "evidence": evidence}


def searched(number: int, position_id: str, workplace: str, areas: list[str] | None, hub: str = PM) -> dict[str, Any]:
    where = {"listing_number": number, "position_id": position_id, "title": position_id, "hubs": [hub]}
    return where | {"workplace_type": workplace, "remote_areas": areas, "apply_url": f"https://{position_id}.example"}


ROWS: dict[type[SQLModel], list[dict[str, Any]]] = {
    p.PublishedFile: [{"publication_id": "made", "contract_version": "1", "published_at": AS_OF}],
    p.Country: [
        {"country": code, "name": name, "areas": areas_of(code)}
        for code, name in (("DE", "Germany"), ("US", "United States"))
    ],
    p.SkillHub: [{"hub": PM, "name": "Product Management"}, {"hub": MARKETING, "name": "Marketing"}],
    p.SkillHubLevel: [
        {"hub": PM, "level": level, "level_number": number}
        for number, level in enumerate(("associate", "pm", "senior"), 1)
    ],
    p.HubSection: [
        {"hub": PM, "section": "positions", "state": "populated"},
        {"hub": MARKETING, "section": "challenges", "state": "empty", "heading": "No Marketing challenges yet"},
    ],
    p.Position: [
        position("p1", "Acme", "DE", "pm", at(11, 3), **pay(80_000, 100_000, "EUR")),
        position("p2", "Acme", "DE", "senior", at(9, 10), **pay(100_000, None, "EUR"), apply_url="https://p2.example"),
        position("p3", "Birch", "US", "senior", at(11, 20), **pay(150_000, 170_000, "USD")),
        position("p4", "Cedar", None, "pm", at(10, 15)),
        position("p5", "Birch", "US", "none", at(11, 5), MARKETING),
        position("p6", "Acme", "DE", "pm", at(6, 15), **pay(None, 60_000, "EUR")),
    ],
    p.ClosedPosition: [
        position("x1", "Birch", "US", "pm", at(7, 1), closed_at=at(7, 31), close_reason="absent",
                 date_posted=date(2026, 6, 21)),
        position("x2", "Cedar", None, "pm", at(10, 1), closed_at=at(10, 31, 12), close_reason="source_closed"),
        position("x3", "Birch", "US", "senior", at(11, 2), closed_at=at(11, 10), close_reason="expired",
                 date_posted=date(2026, 11, 1)),
        position("x4", "Dune", "US", "pm", at(1, 1), closed_at=at(11, 11), close_reason="board_gone"),
        position("x5", "Dune", "US", "none", at(11, 6), MARKETING, closed_at=at(11, 12), close_reason="absent"),
    ],
    p.ListingEvent: [
        event("p1", "opened", at(11, 3)),
        event("p1", "changed", at(11, 10), "title"),
        event("p2", "opened", at(9, 10)),
        event("p2", "changed", at(11, 18), "title, pay"),
        event("p2", "changed", at(11, 19), "page", kind="posting"),
        event("m1", "opened", at(9, 1)),
        event("m1", "merged", at(10, 10), "into:p2"),
        event("p3", "opened", at(11, 20)),
        event("p4", "opened", at(10, 15)),
        event("p5", "opened", at(11, 5)),
        event("p6", "opened", at(6, 15)),
        event("p6", "closed", at(8, 20)),
        event("p6", "reopened", at(10, 5)),
        event("x1", "opened", at(7, 1)),
        event("x1", "closed", at(7, 31)),
        event("x2", "opened", at(10, 1)),
        event("x2", "closed", at(10, 31, 12)),
        event("x3", "opened", at(11, 2)),
        event("x3", "closed", at(11, 10)),
        event("x4", "opened", at(1, 1)),
        event("x4", "closed", at(11, 11)),
        event("x5", "opened", at(11, 6)),
        event("x5", "closed", at(11, 12)),
    ],
    p.PositionSkill: [
        skill("p1", PM, 0.7, ("title", "product", "title"), ("text strong", "roadmap", "description")),
        skill("p1", MARKETING, 0.4),
        skill("p2", PM, 0.95, ("title", "product manager", "title")),
        skill("p3", PM, 0.9),
        skill("p3", MARKETING, 0.6),
        skill("p4", PM, 0.9),
        skill("p5", MARKETING, 0.9),
        skill("p6", PM, 0.9),
    ],
    p.PositionSource: [
        source("p1", "lever:acme"),
        source("p1", "ashby:acme", "exact"),
        source("p2", "ashby:acme"),
        source("p3", "lever:birch"),
        source("p3", "ashby:birch", "exact", closed=True),
    ],
    p.PositionRedirect: [
        {"old_id": "m1", "position_id": "p2", "reason": "merged", "occurred_at": at(10, 10)},
        {"old_id": "m2", "position_id": "x1", "reason": "split", "occurred_at": at(7, 4)},
    ],
    p.SearchPosition: [
        searched(1, "europe", "remote", ["Europe"]),
        searched(2, "usa", "remote", ["US"]),
        searched(3, "unsaid", "remote", None),
        searched(4, "marketer", "remote", ["DE"], MARKETING),
        searched(5, "office", "onsite", ["DE"]),
        searched(6, "both", "remote", ["DE", "US"]),
    ],
    p.PublishedChallenge: [
        {"challenge_id": "c1", "name": "Sprint", "organizer": "Kiln", "status": "open", "kind": "hackathon",
         "application_deadline": date(2026, 11, 25), "end_date": date(2026, 12, 9), "prize_kind": "cash",
         "prize_amount": 5000, "prize_currency": "USD", "prize_text": "$5,000"},
        {"challenge_id": "c2", "name": "Relay", "status": "upcoming", "end_date": date(2026, 11, 29),
         "prize_kind": "cash", "prize_amount": 300, "prize_currency": "EUR"},
        {"challenge_id": "c3", "name": "Later", "status": "open", "application_deadline": date(2026, 11, 30),
         "prize_kind": "swag"},
        {"challenge_id": "c4", "name": "Over", "status": "closed", "application_deadline": date(2026, 11, 23),
         "prize_kind": "cash", "prize_amount": 90000, "prize_currency": "USD"},
        {"challenge_id": "c5", "name": "Practice", "status": "evergreen", "prize_kind": "cash", "prize_amount": 9000,
         "prize_currency": "USD"},
    ],
    p.SourceHealth: [
        {"source_id": "lever:acme", "state": "healthy", "posting_count": 5},
        {"source_id": "lever:empty", "state": "healthy", "posting_count": 0, "last_success_at": AS_OF},
        {"source_id": "ashby:few", "state": "suspect", "posting_count": 1, "reason": "dropped: 1 of usually 40"},
        {"source_id": "lever:gone", "state": "failing", "reason": "http_status: 500", "consecutive_failures": 3},
    ],
    p.PublishedReject: [
        {"source_id": "lever:acme", "rejected_at": at(11, 1), "reason": "missing_field: url", "payload_excerpt": "{}"},
        {"source_id": "lever:birch", "rejected_at": at(11, 2), "reason": "missing_field: id", "payload_excerpt": "{1}"},
        {"source_id": "devpost:all", "rejected_at": at(11, 1), "reason": "junk", "payload_excerpt": "{2}"},
    ],
}  # fmt: skip


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose publication holds these rows."""
    published = tmp_path_factory.mktemp("home") / "published"
    published.mkdir()
    with duckdb.connect(
        str(published / "rolecall-made.duckdb"), config={"storage_compatibility_version": "v1.2.0"}
    ) as con:
        for table in p.TABLES:
            con.execute(create_table(table))
            for row in ROWS.get(table, []):
                con.execute(*_insert(table, row))
        view = sql("publish/views/positions").replace("{hub}", PM)
        con.execute(view.replace("{view}", "product_management_positions"))
    (published / "rolecall.duckdb").symlink_to("rolecall-made.duckdb")
    return published.parent


def _insert(table: type[SQLModel], row: dict[str, Any]) -> tuple[str, list[Any]]:
    unsaid = {column.name: _anything(column.type) for column in columns_of(table) if not column.nullable}
    full = unsaid | row
    assert full.keys() <= {column.name for column in columns_of(table)}
    marks = ", ".join("?" * len(full))
    return f"INSERT INTO {table.__tablename__} ({', '.join(full)}) VALUES ({marks})", list(full.values())


def _anything(sql_type: object) -> Any:
    return next((value for kind, value in ANYTHING if isinstance(sql_type, kind)), 0)


@pytest.fixture
def made(made_home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """That publication, opened by a plain client far from UTC."""
    with duckdb.connect(str(made_home / "published" / "rolecall.duckdb"), read_only=True) as con:
        con.execute("SET TimeZone = 'Pacific/Auckland'")
        yield con
