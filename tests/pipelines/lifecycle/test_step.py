"""The lifecycle over several days: what opens, changes, closes and reopens, checked against a plain re-telling."""

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.lifecycle.step import lifecycle
from warehouse.database import append_rows, open_warehouse
from warehouse.models.history import StgCrawl, StgSighting
from warehouse.models.listings import StgChallenge
from warehouse.run import Run


class Days:
    """Simulated days of one board; each day is one crawl folded by its own run."""

    def __init__(self, con: duckdb.DuckDBPyConnection, close_after: int = 2) -> None:
        self.con = con
        self.close_after = close_after
        self.is_window = False
        self.kind = "posting"
        self.day = 0

    def crawl(
        self, ids: Iterable[str], outcome: str = "complete", title: str = "t", listing_count: int | None = None
    ) -> None:
        self.day += 1
        self.land(self.day, list(ids), outcome, title, listing_count)
        lifecycle(self.con, Run(f"run-{self.day}", at(self.day), self.close_after))

    def land(
        self,
        day: int,
        seen: list[str],
        outcome: str = "complete",
        title: str = "t",
        listing_count: int | None = None,
        source: str = "greenhouse:a",
    ) -> None:
        row = {
            "crawl_seq": self.con.execute("SELECT count(*) + 1 FROM stg_crawls").fetchall()[0][0],
            "crawl_id": f"crawl-{day}",
            "run_id": f"run-{day}",
            "source_id": source,
            "platform": source.split(":")[0],
            "listing_kind": self.kind,
            "crawled_at": at(day),
            "outcome": outcome,
            "payload_count": len(seen),
            "listing_count": len(seen) if listing_count is None else listing_count,
            "reject_count": 0,
            "is_window": self.is_window,
            "is_folded": False,
        }
        facts = json.dumps({"title": title, "place": "p"})
        append_rows(self.con, StgCrawl, [row])
        sightings = [{"crawl_seq": row["crawl_seq"], "listing_id": i, "identifier": i, "facts": facts} for i in seen]
        append_rows(self.con, StgSighting, sightings)

    def events(self) -> list[tuple[str, str, int, str]]:
        """(listing, event, day it happened, run that established it), openings left out."""
        query = "SELECT listing_id, event, day(occurred_at), run_id FROM int_listing_events WHERE event <> 'opened'"
        return sorted(self.con.execute(query).fetchall())


def at(day: int) -> datetime:
    return datetime(2026, 1, day, 6, tzinfo=UTC)


@pytest.fixture
def days(con: duckdb.DuckDBPyConnection) -> Days:
    return Days(con)


def test_a_posting_closes_after_two_misses_dated_at_the_first(days: Days) -> None:
    for ids in ("abc", "ab", "ab"):
        days.crawl(ids)
    assert days.events() == [("c", "closed", 2, "run-3")]


def test_the_evidence_of_a_closing_names_both_crawls(days: Days) -> None:
    for ids in ("abc", "ab", "ab"):
        days.crawl(ids)
    (reason, evidence), *_ = days.con.execute(
        "SELECT reason, evidence FROM int_listing_events WHERE event = 'closed'"
    ).fetchall()
    assert reason == "absent"
    assert [item["matched"] for item in json.loads(evidence)] == ["crawl-2", "crawl-3"]


@pytest.mark.parametrize("outcome", ["partial", "blocked", "error"])
def test_a_failed_crawl_neither_counts_nor_resets(days: Days, outcome: str) -> None:
    days.crawl("abc")
    days.crawl("ab")
    days.crawl("", outcome)
    days.crawl("ab")
    assert days.events() == [("c", "closed", 2, "run-4")]


def test_being_seen_in_a_partial_crawl_resets(days: Days) -> None:
    days.crawl("abc")
    days.crawl("ab")
    days.crawl("c", "partial")
    days.crawl("ab")
    assert days.events() == []


def test_what_slides_out_of_a_window_ages_out_and_is_never_absent(days: Days) -> None:
    days.is_window = True
    days.crawl("abc")
    for _ in range(28):
        days.crawl("ab")
    assert days.events() == []
    days.con.execute("UPDATE int_listing_states SET last_seen_at = '2025-11-01' WHERE listing_id = 'c'")
    days.crawl("ab")
    assert days.events() == [("c", "closed", 30, "run-30")]
    query = "SELECT reason FROM int_listing_events WHERE event = 'closed'"
    assert days.con.execute(query).fetchall() == [("aged_out",)]


def test_challenges_that_are_evergreen_or_ahead_slide_out_of_a_window_without_ageing(days: Days) -> None:
    days.is_window, days.kind = True, "challenge"
    days.crawl("abcd")
    stated: dict[str, dict[str, object]] = {
        "b": {"is_evergreen": True},
        "c": {"application_deadline": date(2026, 1, 1)},
        "d": {"end_date": date(2026, 5, 1)},
    }
    texts = (
        "listing_id",
        "identifier",
        "name",
        "url",
        "payload_hash",
        "reader_version",
        "facts",
        "source_id",
        "platform",
    )
    for name, dates in stated.items():
        row = dict.fromkeys(StgChallenge.model_fields) | dict.fromkeys(texts, name)
        append_rows(
            days.con,
            StgChallenge,
            [row | {"kind": "exercise", "facts": "{}", "is_evergreen": False, "read_at": at(1)} | dates],
        )
    days.con.execute("UPDATE int_listing_states SET last_seen_at = '2025-11-01'")
    days.crawl("a")
    closed = "SELECT listing_id, close_reason FROM int_listing_states WHERE closed_at IS NOT NULL"
    assert days.con.execute(closed).fetchall() == [("c", "aged_out")]


def test_a_closed_posting_that_is_listed_again_reopens(days: Days) -> None:
    for ids in ("abc", "ab", "ab", "abc", "abc"):
        days.crawl(ids)
    assert days.events() == [("c", "closed", 2, "run-3"), ("c", "reopened", 4, "run-4")]


def test_a_change_names_its_fields_and_a_restamp_is_none(days: Days) -> None:
    days.crawl("a", title="Product Manager")
    days.crawl("a", title="Product Manager")
    days.crawl("a", title="Senior Product Manager")
    query = "SELECT reason, day(occurred_at) FROM int_listing_events WHERE event = 'changed'"
    assert days.con.execute(query).fetchall() == [("title", 3)]


@pytest.mark.parametrize("close_after", [1, 2])
def test_a_board_that_empties_waits_for_the_next_crawl_to_agree(
    con: duckdb.DuckDBPyConnection, close_after: int
) -> None:
    days = Days(con, close_after)
    days.crawl("abc")
    days.crawl("", "empty")
    assert days.events() == []
    days.crawl("", "empty")
    assert days.events() == [(i, "closed", 2, "run-3") for i in "abc"]
    assert con.execute("SELECT DISTINCT close_reason FROM int_listing_states").fetchall() == [("board_empty",)]


def test_a_board_that_comes_back_after_a_bad_day_closes_nothing(days: Days) -> None:
    for ids, outcome in (("abcde", "complete"), ("a", "complete"), ("abcde", "complete"), ("abcde", "complete")):
        days.crawl(ids, outcome)
    assert days.events() == []


def test_a_board_that_is_gone_twice_closes_everything(days: Days) -> None:
    days.crawl("ab")
    days.crawl("", "not_found")
    assert days.events() == []
    days.crawl("", "not_found")
    assert days.events() == [("a", "closed", 2, "run-3"), ("b", "closed", 2, "run-3")]


def test_an_unchanged_board_shows_again_what_it_had_shown(days: Days) -> None:
    days.crawl("abc")
    days.crawl("ab")
    days.crawl("", "unchanged", listing_count=2)
    assert days.events() == [("c", "closed", 2, "run-3")]
    days.crawl("", "unchanged", listing_count=2)
    query = "SELECT listing_id, day(last_seen_at) FROM int_listing_states ORDER BY 1"
    assert days.con.execute(query).fetchall() == [("a", 4), ("b", 4), ("c", 1)]


def test_the_same_crawl_again_adds_nothing(days: Days) -> None:
    days.crawl("ab")
    days.crawl("a")
    days.day -= 1
    days.crawl("a")
    assert days.events() == []


def test_crawls_that_land_out_of_order_are_folded_by_their_clocks(days: Days) -> None:
    days.land(3, ["a"])
    days.land(1, ["a", "b"])
    days.land(2, ["a"])
    lifecycle(days.con, Run("run-9", at(9)))
    assert days.events() == [("b", "closed", 2, "run-3")]


def test_a_reread_changes_no_history(days: Days) -> None:
    days.crawl("a")
    facts = json.dumps({"title": "read better", "place": "p"})
    append_rows(days.con, StgSighting, [{"crawl_seq": 0, "listing_id": "a", "identifier": "a", "facts": facts}])
    lifecycle(days.con, Run("reread", at(2)))
    days.day += 1
    days.crawl("a", title="read better")
    assert days.events() == []


Day = tuple[frozenset[str], str]
DAY = st.tuples(
    st.frozensets(st.sampled_from("abcdefgh"), min_size=5), st.sampled_from(["complete", "partial", "error"])
)
#: a few boards crawled on the same days: what costs is the day's statements, not what they look at
BOARDS = st.integers(1, 12).flatmap(
    lambda count: st.lists(st.lists(DAY, min_size=count, max_size=count), min_size=3, max_size=8)
)


def retold(board: int, days: list[Day], close_after: int) -> list[tuple[str, str, int, str]]:
    """The rules for a board that never looks suspect, told one posting at a time in plain Python."""
    events = []
    for posting in "abcdefgh":
        name, is_known, closed, missed, since = f"{posting}{board}", False, False, 0, 0
        for day, (seen, outcome) in enumerate(days, start=1):
            if outcome != "error" and posting in seen:
                if closed:
                    events.append((name, "reopened", day, f"run-{day}"))
                is_known, closed, missed = True, False, 0
            elif outcome == "complete" and is_known and not closed:
                missed += 1
                since = day if missed == 1 else since
                if missed == close_after:
                    events.append((name, "closed", since, f"run-{day}"))
                    closed = True
    return events


@given(BOARDS, st.integers(1, 3))
@settings(max_examples=8)
def test_any_sequence_of_days_equals_its_retelling(boards: list[list[Day]], close_after: int) -> None:
    with open_warehouse(Path(":memory:")) as con:
        days = Days(con, close_after)
        for day, round_of_crawls in enumerate(zip(*boards, strict=True), start=1):
            for board, (seen, outcome) in enumerate(round_of_crawls):
                ids = [f"{posting}{board}" for posting in sorted(seen)] if outcome != "error" else []
                days.land(day, ids, outcome, source=f"greenhouse:{board}")
            lifecycle(con, Run(f"run-{day}", at(day), close_after))
        assert days.events() == sorted(
            event for board, each in enumerate(boards) for event in retold(board, each, close_after)
        )
