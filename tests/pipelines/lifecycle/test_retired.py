"""What a source listed that nobody asks any more expires or ages out, as of its last sighting, and may come back."""

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import duckdb
import pytest

from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from tests.pipelines.lifecycle.test_step import Days, at
from warehouse.database import append_rows
from warehouse.models.listings import StgChallenge, StgPosting
from warehouse.run import Run

RETIRED = {"greenhouse:a": "not_in_registry"}


def later(days_after: int, con: duckdb.DuckDBPyConnection, retired: dict[str, str] = RETIRED) -> None:
    """A run so many days after the last crawl."""
    lifecycle(con, Run(f"run+{days_after}", at(1) + timedelta(days=days_after)), retired)


def read(con: duckdb.DuckDBPyConnection, listing: str, valid_through: date | None = None) -> None:
    row = dict.fromkeys(StgPosting.model_fields) | dict.fromkeys(
        ("listing_id", "identifier", "title", "url", "apply_url", "company", "company_slug"), listing
    )
    landed = {"source_id": "greenhouse:a", "platform": "greenhouse", "payload_hash": "", "reader_version": ""}
    places = {"facts": "{}", "places": "[]", "salaries": "[]", "read_at": at(1), "valid_through": valid_through}
    append_rows(con, StgPosting, [row | landed | places])


def closings(con: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    query = "SELECT listing_id, occurred_at, reason, run_id FROM int_listing_events WHERE event = 'closed' ORDER BY 1"
    return con.execute(query).fetchall()


@pytest.fixture
def days(con: duckdb.DuckDBPyConnection) -> Days:
    """Two postings, seen once; b says how long it is valid."""
    made = Days(con)
    made.crawl("ab")
    read(con, "a")
    read(con, "b", date(2026, 1, 10))
    return made


@pytest.mark.parametrize(
    ("days_after", "closed"),
    [
        (9, []),
        (10, [("b", datetime(2026, 1, 11, tzinfo=UTC), "expired", "run+10")]),
        (30, [("b", datetime(2026, 1, 11, tzinfo=UTC), "expired", "run+30")]),
        (
            31,
            [
                ("a", at(1) + timedelta(30), "aged_out", "run+31"),
                ("b", datetime(2026, 1, 11, tzinfo=UTC), "expired", "run+31"),
            ],
        ),
    ],
)
def test_it_closes_by_its_stated_expiry_or_thirty_days_after_it_was_seen(
    days: Days, days_after: int, closed: list[tuple[Any, ...]]
) -> None:
    later(days_after, days.con)
    later(days_after, days.con)
    assert closings(days.con) == closed


def test_the_evidence_says_why_nobody_asks(days: Days) -> None:
    later(40, days.con, {"greenhouse:a": "retired_by_tag"})
    query = "SELECT evidence FROM int_listing_events WHERE event = 'closed' AND listing_id = 'a'"
    evidence = json.loads(days.con.execute(query).fetchall()[0][0])
    assert [item["matched"][:14] for item in evidence] == ["retired_by_tag", "2026-01-01 06:"]


def test_a_source_that_is_asked_keeps_what_it_listed(days: Days) -> None:
    later(400, days.con, {"greenhouse:other": "not_in_registry"})
    assert closings(days.con) == []


def test_a_source_that_is_taken_back_reopens_what_it_lists(days: Days) -> None:
    later(31, days.con)
    days.land(28, ["a"])
    days.con.execute("UPDATE stg_crawls SET crawled_at = '2026-03-01 06:00:00+00' WHERE crawl_id = 'crawl-28'")
    later(60, days.con, {})
    query = "SELECT listing_id, event FROM int_listing_events WHERE event = 'reopened'"
    assert days.con.execute(query).fetchall() == [("a", "reopened")]


def test_its_position_closes_with_it(days: Days) -> None:
    dedupe(days.con, Run("run-1", at(1)))
    later(31, days.con)
    dedupe(days.con, Run("run+31", at(1) + timedelta(31)))
    query = "SELECT close_reason FROM int_published_states ORDER BY 1"
    assert days.con.execute(query).fetchall() == [("aged_out",), ("expired",)]


def test_a_challenge_that_can_still_be_entered_by_its_dates_stays(con: duckdb.DuckDBPyConnection) -> None:
    days = Days(con)
    days.kind = "challenge"
    days.crawl("pqr")
    texts = ("listing_id", "identifier", "name", "url", "payload_hash", "reader_version", "source_id", "platform")
    stated: dict[str, dict[str, object]] = {
        "p": {"end_date": date(2026, 12, 1)},
        "q": {"end_date": date(2026, 1, 20)},
        "r": {"is_evergreen": True},
    }
    for name, dates in stated.items():
        row = dict.fromkeys(StgChallenge.model_fields) | dict.fromkeys(texts, name)
        row |= {"kind": "exercise", "facts": "{}", "is_evergreen": False, "read_at": at(1)} | dates
        append_rows(con, StgChallenge, [row])
    later(40, con)
    closed = "SELECT listing_id, close_reason FROM int_listing_states WHERE closed_at IS NOT NULL ORDER BY 1"
    assert con.execute(closed).fetchall() == [("q", "aged_out"), ("r", "aged_out")]
