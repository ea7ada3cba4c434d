"""What a source itself calls closed, from landing to event: closed at once, and only by a crawl that is believed."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome


def offer(number: int, **other: Any) -> dict[str, Any]:
    return {"id": number, "title": "Analyst", "careers_url": f"https://acme.recruitee.com/o/{number}", **other}


def at(day: int) -> datetime:
    return datetime(2026, 1, day, 6, tzinfo=UTC)


class Board:
    """One board, crawled on given days."""

    def __init__(self, con: duckdb.DuckDBPyConnection, root: Path) -> None:
        self.con = con
        self.root = root

    def crawl(
        self, day: int, *payloads: dict[str, Any], outcome: str = "complete", gone: str = "", is_window: bool = False
    ) -> None:
        """Land, read and fold one crawl; `gone` names listings by a letter each."""
        crawl = BoardCrawl(
            source_id="recruitee:acme",
            platform="recruitee",
            board="acme",
            company="Acme",
            crawl_id=f"crawl-{day}",
            run_id=f"run-{day}",
            crawled_at=at(day),
            outcome=CrawlOutcome(outcome),
            is_window=is_window,
            gone=tuple(gone),
        )
        Landing(self.root, "recruitee").land(crawl, payloads, frozenset())
        run = Run(f"run-{day}", at(day))
        normalise(self.con, self.root, run)
        lifecycle(self.con, run)

    def events(self) -> list[tuple[Any, ...]]:
        query = "SELECT identifier, event, day(occurred_at), reason FROM int_listing_events WHERE event <> 'opened'"
        return self.con.execute(f"{query} ORDER BY occurred_at, identifier").fetchall()


@pytest.fixture
def board(con: duckdb.DuckDBPyConnection, tmp_path: Path) -> Board:
    """Four offers, seen on the first day."""
    made = Board(con, tmp_path)
    made.crawl(1, *map(offer, range(1, 5)))
    return made


def test_an_offer_that_its_source_marks_as_closed_closes_at_once(board: Board) -> None:
    board.crawl(2, offer(1, status="closed"), *map(offer, range(2, 5)))
    assert board.events() == [("1", "closed", 2, "source_closed")]
    (evidence,) = board.con.execute("SELECT evidence FROM int_listing_events WHERE event = 'closed'").fetchone() or ()
    assert [item["matched"] for item in json.loads(evidence)] == ["crawl-2", "status is closed"]


def test_an_offer_whose_page_is_gone_closes_at_once(board: Board) -> None:
    board.crawl(2, *map(offer, range(2, 5)), gone="1")
    assert board.events() == [("1", "closed", 2, "page_gone")]
    (evidence,) = board.con.execute("SELECT evidence FROM int_listing_events WHERE event = 'closed'").fetchone() or ()
    assert [item["matched"] for item in json.loads(evidence)] == ["crawl-2"]


def test_a_closing_is_dated_at_the_first_miss_and_listed_again_it_reopens(board: Board) -> None:
    board.crawl(2, *map(offer, range(2, 5)))
    board.crawl(3, *map(offer, range(2, 5)), gone="1")
    board.crawl(4, *map(offer, range(1, 5)))
    assert board.events() == [("1", "closed", 2, "page_gone"), ("1", "reopened", 4, "listed_again")]


def test_a_window_closes_what_is_marked_as_closed(board: Board) -> None:
    board.crawl(2, offer(1, status="archived"), offer(2), is_window=True)
    assert board.events() == [("1", "closed", 2, "source_closed")]


@pytest.mark.parametrize(
    ("payloads", "outcome", "gone"),
    [
        ([offer(1, status="closed"), offer(2), offer(3)], "partial", "4"),
        ([offer(1, status="closed"), offer(2, status="closed"), offer(3, status="closed")], "complete", "4"),  # suspect
        ([offer(1, status="internal"), offer(2), offer(3), offer(4)], "complete", ""),  # no longer shown is not closed
        ([offer(1, status="closed"), *map(offer, range(1, 5))], "complete", "2"),  # and listed all the same
    ],
)
def test_nothing_closes_at_once(board: Board, payloads: list[dict[str, Any]], outcome: str, gone: str) -> None:
    board.crawl(2, *payloads, outcome=outcome, gone=gone)
    assert board.events() == []


def test_an_earlier_crawl_that_lands_late_closes_nothing(board: Board) -> None:
    board.crawl(5, *map(offer, range(1, 5)))
    board.crawl(3, *map(offer, range(2, 5)), gone="1")
    assert board.events() == []


def test_what_was_never_seen_open_makes_no_event(board: Board) -> None:
    board.crawl(2, *map(offer, range(1, 5)), offer(7, status="closed"), gone="8")
    assert board.events() == []
    assert board.con.execute("SELECT identifier, reason FROM stg_rejects").fetchall() == [("7", "closed")]
    assert board.con.execute("SELECT count(*) FROM stg_closures").fetchall() == [(0,)]
