"""The normalise step: watermark, unchanged payloads, rejects, repeats, and re-reading without asking any site."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.normalise import ahead, step
from pipelines.normalise.step import Again, NormaliseReport, normalise
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, LandedPayload, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

Con = duckdb.DuckDBPyConnection


def job(number: int, title: str | None = "Product Manager", **other: Any) -> dict[str, Any]:
    payload = {
        "id": number,
        "internal_job_id": number + 1000,
        "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}",
        "location": {"name": "Berlin, Germany"},
        "updated_at": "2025-12-01T00:00:00-05:00",
        "metadata": None,
        **other,
    }
    return payload if title is None else {**payload, "title": title}


class Acme:
    """One board whose crawls land day after day."""

    def __init__(self, con: Con, root: Path) -> None:
        self.con = con
        self.root = root
        self.landing = Landing(root, "greenhouse")
        self.day = 0

    def land(self, *payloads: dict[str, Any], company: str = "Acme", is_window: bool = False) -> None:
        self.day += 1
        crawl = BoardCrawl(
            source_id="greenhouse:acme",
            platform="greenhouse",
            board="acme",
            company=company,
            crawl_id=f"crawl-{self.day}",
            run_id=f"run-{self.day}",
            crawled_at=datetime(2026, 1, self.day, tzinfo=UTC),
            outcome=CrawlOutcome.COMPLETE,
            is_window=is_window,
        )
        self.landing.land(crawl, payloads, frozenset({"updated_at"}))

    def normalise(self) -> NormaliseReport:
        return normalise(self.con, self.root, Run(f"run-{self.day}", datetime(2026, 1, self.day or 1, tzinfo=UTC)))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.con.execute(query).fetchall()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Acme]:
    """The same board in another warehouse."""
    with open_warehouse(Path(":memory:")) as con:
        yield Acme(con, tmp_path / "other")


@pytest.fixture
def acme(con: Con, tmp_path: Path) -> Acme:
    return Acme(con, tmp_path)


def test_nothing_landed_is_no_error(acme: Acme) -> None:
    assert acme.normalise().crawls == 0


def test_a_crawl_of_a_window_stays_one(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(2), is_window=True)
    acme.normalise()
    assert acme.rows("SELECT is_window FROM stg_crawls ORDER BY crawl_seq") == [(False,), (True,)]


def test_a_payload_becomes_a_row_and_a_sighting(acme: Acme) -> None:
    acme.land(job(1), job(2, "  Senior\u00a0 Product Manager "))
    assert acme.normalise().read == 2
    query = "SELECT identifier, title, company, address_country, source_id FROM stg_postings ORDER BY identifier"
    assert acme.rows(query) == [
        ("1", "Product Manager", "Acme", "DE", "greenhouse:acme"),
        ("2", "Senior Product Manager", "Acme", "DE", "greenhouse:acme"),
    ]
    assert acme.rows("SELECT count(*) FROM stg_sightings") == [(2,)]


def test_only_what_landed_since_is_read_and_only_what_changed(acme: Acme) -> None:
    acme.land(job(1), job(2))
    acme.normalise()
    assert acme.normalise().payloads == 0
    acme.land(job(1, updated_at="2026-01-02T00:00:00-05:00"), job(2, "Product Owner"))
    report = acme.normalise()
    assert (report.payloads, report.read, report.unchanged) == (2, 1, 1)
    assert acme.rows("SELECT title FROM stg_postings ORDER BY identifier") == [("Product Manager",), ("Product Owner",)]


def test_a_payload_that_cannot_be_read_is_kept_once_with_its_reason(acme: Acme) -> None:
    for _ in range(2):
        acme.land(job(1, None), job(2, internal_job_id=None), {"no": "id"}, job(4))
        acme.normalise()
    query = "SELECT identifier, reason, day(rejected_at) FROM stg_rejects ORDER BY identifier NULLS FIRST"
    assert acme.rows(query) == [(None, "missing_field", 1), ("1", "missing_field", 1), ("2", "prospect_post", 1)]
    assert acme.rows("SELECT reject_count, listing_count FROM stg_crawls") == [(3, 1), (3, 1)]


def test_a_listing_that_turns_unreadable_is_still_there(acme: Acme) -> None:
    acme.land(job(1))
    acme.normalise()
    acme.con.execute("DELETE FROM stg_sightings")
    acme.land(job(1, None))
    acme.normalise()
    assert acme.rows("SELECT identifier FROM stg_sightings") == [("1",)]
    assert acme.rows("SELECT title FROM stg_postings") == [("Product Manager",)]


def test_an_identifier_that_comes_twice_counts_once(acme: Acme) -> None:
    acme.land(job(1), job(1), job(1, "Another job"))
    report = acme.normalise()
    assert (report.read, report.rejected) == (1, 1)
    assert acme.rows("SELECT reason FROM stg_rejects") == [("duplicate_identifier",)]


def test_a_crawl_that_landed_twice_is_read_once(acme: Acme) -> None:
    acme.land(job(1))
    acme.day -= 1
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_crawls") == [(1,)]


def test_the_registry_spelling_of_a_company_wins_when_it_changes(acme: Acme) -> None:
    acme.land(job(1))
    acme.normalise()
    acme.land(job(1), company="Acme Robotics")
    acme.normalise()
    assert acme.rows("SELECT company FROM stg_postings") == [("Acme Robotics",)]


def test_changed_code_reads_again_what_has_landed(acme: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    acme.land(job(1, "Old title"), job(2))
    acme.land(job(1))
    acme.normalise()
    acme.con.execute("DELETE FROM stg_sightings")
    acme.con.execute("UPDATE stg_postings SET title = 'read badly'")
    monkeypatch.setattr(step, "version_of", lambda _: "newer code")
    assert acme.normalise().read == 2
    assert acme.rows("SELECT DISTINCT title FROM stg_postings") == [("Product Manager",)]
    assert acme.rows("SELECT DISTINCT crawl_seq FROM stg_sightings") == [(0,)]


def test_a_damaged_segment_is_an_error_of_its_board_that_is_then_asked_in_full(acme: Acme) -> None:
    acme.land(job(1))
    (acme.root / "greenhouse" / "crawl-1.jsonl.zst").write_bytes(b"half")
    acme.normalise()
    history = acme.landing.histories()["greenhouse:acme"]
    assert (history.landed, history.comparable("Acme")) == (None, None)
    acme.normalise()
    assert acme.rows("SELECT outcome, reason FROM stg_crawls") == [("error", "landing_damaged")]
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(1,)]


def test_a_board_that_answers_as_lost_payloads_had_been_is_not_taken_for_unchanged(acme: Acme) -> None:
    acme.land(job(1), job(2))
    acme.normalise()
    acme.land(job(1))
    (acme.root / "greenhouse" / "crawl-2.jsonl.zst").write_bytes(b"half")
    ((*_, (before, _)),) = (list(acme.landing.crawls()),)
    again = replace(before, crawl_id="crawl-3", outcome=CrawlOutcome.UNCHANGED)
    acme.landing.land(again, [], frozenset(), before=before)
    acme.normalise()
    assert acme.rows("SELECT crawl_id FROM stg_crawls") == [("crawl-1",), ("crawl-2-damaged",)]


def test_damage_that_a_newer_crawl_has_made_good_leaves_that_one_comparable(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(1), job(2))
    (acme.root / "greenhouse" / "crawl-1.jsonl.zst").unlink()
    acme.normalise()
    history = acme.landing.histories()["greenhouse:acme"]
    assert history.comparable("Acme") is not None
    assert history.landed is not None
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(2,)]


def test_an_index_that_was_cut_and_has_grown_again_is_read_from_its_start(acme: Acme) -> None:
    acme.land(job(1))
    acme.land(job(1), job(2))
    acme.normalise()
    whole = acme.landing.index.read_bytes()
    acme.landing.index.write_bytes(whole[: len(whole) // 2 - 40])
    for number in range(3, 9):
        acme.land(job(number), company=f"Acme {'x' * number}")
    acme.normalise()
    assert acme.rows("SELECT count(*) FROM stg_postings") == [(8,)]


def rows_of(acme: Acme) -> list[list[tuple[Any, ...]]]:
    columns = {"stg_postings": "*", "stg_sightings": "*", "stg_rejects": "* EXCLUDE rejected_at", "stg_crawls": "*"}
    return [acme.rows(f"SELECT {chosen} FROM {table} ORDER BY ALL") for table, chosen in columns.items()]


def land_some_days(acme: Acme) -> None:
    """New, unchanged, changed, repeated and unreadable payloads, over several crawls."""
    acme.land(*(job(number, f"Manager {number}") for number in range(60)), job(90, None), job(91), job(91, "Another"))
    acme.land(*(job(number, f"Manager {number}") for number in range(60)), job(90, None))
    acme.land(*(job(number, f"Manager {number % 7}") for number in range(60)), company="Acme Robotics")
    acme.land(*(job(number, f"Manager {number}") for number in range(60)))


def test_workers_come_to_the_same_tables(acme: Acme, other: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    land_some_days(acme)
    alone = acme.normalise()
    land_some_days(other)
    monkeypatch.setattr(ahead, "FEWEST", 1)
    monkeypatch.setattr(ahead, "CORES", 2)
    together = other.normalise()
    assert together == alone
    assert rows_of(other) == rows_of(acme)


class Poison:
    """Ends the process that unpickles it, as a fault in a C library would."""

    def __reduce__(self) -> tuple[Any, ...]:
        return os._exit, (1,)


def test_a_payload_that_kills_its_worker_is_a_reject_and_its_neighbour_is_read(acme: Acme, run: Run) -> None:
    acme.land(job(1))
    crawl = next(iter(acme.landing.crawls()))[0]
    jobs = [
        ahead.Job(crawl, LandedPayload("greenhouse:acme", "", str(number), payload), str(number), "version")
        for number, payload in enumerate([job(1), job(2, poison=Poison())])
    ]
    workers = ahead.Workers(1, run)
    try:
        neighbour, killer = workers.end(jobs, workers.begin(jobs))
    finally:
        workers.close()
    assert isinstance(neighbour, dict)
    assert neighbour["title"] == "Product Manager"
    assert killer == ("invalid_value", "reader failed: the process that read it died")


def test_where_no_worker_starts_this_process_reads(acme: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    monkeypatch.setattr(ahead, "CORES", 2)
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", None)
    monkeypatch.setattr(sys.modules["__main__"], "__file__", "absent.py")  # as for a program read from a pipe
    acme.land(job(1))
    assert acme.normalise().read == 1
    assert acme.rows("SELECT title FROM stg_postings") == [("Product Manager",)]


def test_what_no_rule_foresaw_is_a_reject(acme: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    def normalised_row(*_: object) -> dict[str, Any]:
        raise RecursionError("too deep")

    monkeypatch.setattr(ahead, "normalised_row", normalised_row)
    acme.land(job(1))
    acme.normalise()
    assert acme.rows("SELECT reason, detail FROM stg_rejects") == [
        ("invalid_value", "reader failed: RecursionError: too deep")
    ]


def reread(acme: Acme, again: Again) -> list[tuple[Any, ...]]:
    """Spoil every row, read again, and see which rows are as they were."""
    acme.con.execute("UPDATE stg_postings SET title = 'spoilt'")
    report = normalise(acme.con, acme.root, Run("again", datetime(2026, 2, 1, tzinfo=UTC)), again)
    assert report.crawls == 0
    return acme.rows("SELECT identifier, title FROM stg_postings ORDER BY identifier")


@pytest.mark.parametrize(
    ("again", "mended"),
    [
        (Again(), ""),
        (Again(frozenset({"lever"})), ""),
        (Again(frozenset({"greenhouse"})), "12"),
        (Again(day=date(2026, 1, 1)), "1"),  # the second day's payload of 2 is newer, and only that counts
        (Again(day=date(2026, 1, 2)), "2"),
        (Again(day=date(2026, 1, 3)), ""),
        (Again(frozenset({"greenhouse"}), date(2026, 1, 2)), "2"),
        (Again(frozenset({"lever"}), date(2026, 1, 2)), ""),
    ],
)
def test_a_platform_or_a_day_is_read_again_from_the_landing(acme: Acme, again: Again, mended: str) -> None:
    acme.land(job(1, "First"), job(2, "Old"))
    acme.land(job(2, "New"))
    acme.normalise()
    titles = {"1": "First", "2": "New"}
    assert dict(reread(acme, again)) == {key: titles[key] if key in mended else "spoilt" for key in titles}
