"""The normalise step by several processes, over payloads that break them, and over what has been read before."""

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import duckdb
import pytest

from pipelines.normalise import ahead, jobs, rows
from pipelines.normalise.jobs import Job
from pipelines.normalise.step import Again, normalise
from spiders.platforms.base import Platform
from tests.pipelines.normalise.conftest import Acme, job
from warehouse.run import Run

Con = duckdb.DuckDBPyConnection


def rows_of(acme: Acme) -> list[list[tuple[Any, ...]]]:
    columns = {"stg_postings": "*", "stg_sightings": "*", "stg_rejects": "* EXCLUDE rejected_at", "stg_crawls": "*"}
    return [acme.rows(f"SELECT {chosen} FROM {table} ORDER BY ALL") for table, chosen in columns.items()]


def land_some_days(acme: Acme) -> None:
    """New, unchanged, changed, repeated and unreadable payloads, over several crawls."""
    acme.land(*(job(number, f"Manager {number}") for number in range(60)), job(90, None), job(91), job(91, "Another"))
    acme.land(*(job(number, f"Manager {number}") for number in range(60)), job(90, None))
    acme.land(*(job(number, f"Manager {number % 7}") for number in range(60)), company="Acme Robotics")
    acme.land(*(job(number, f"Manager {number}") for number in range(60)))


@pytest.mark.parametrize("together", [1, 7, 1_000])
def test_however_many_are_read_together_the_tables_are_the_same(
    acme: Acme, other: Acme, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    land_some_days(acme)
    acme.normalise()
    land_some_days(other)
    monkeypatch.setattr(ahead, "CHUNK", together)
    monkeypatch.setattr(ahead, "MOST_TOGETHER", 2 * together)
    other.normalise()
    assert rows_of(other) == rows_of(acme)


def test_crawls_that_landed_nothing_are_not_gathered_without_end(acme: Acme, run: Run) -> None:
    acme.land(job(1))
    crawl = next(iter(acme.landing.crawls()))[0]
    met = []

    def crawls() -> Iterator[ahead.Landed]:
        for number in range(5 * ahead.MOST_TOGETHER):
            met.append(number)
            yield crawl, []

    given = ahead.read_ahead(ahead.Here(run), crawls(), lambda *_: [], lambda *_: None)
    assert next(given) == (crawl, [])
    assert len(met) <= 2 * ahead.MOST_TOGETHER
    assert len(list(given)) == len(met) - 1 == 5 * ahead.MOST_TOGETHER - 1


def test_workers_come_to_the_same_tables(acme: Acme, other: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    land_some_days(acme)
    alone = acme.normalise()
    land_some_days(other)
    monkeypatch.setattr(ahead, "FEWEST", 1)
    monkeypatch.setattr(ahead, "CORES", 2)
    monkeypatch.setattr(ahead, "CHUNK", 7)
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
    (landed,) = acme.landing.payloads(crawl)
    chunk: list[Any] = [
        Job(crawl, replace(landed, line=line), str(number), "version")
        for number, line in enumerate([landed.line, Poison()])
    ]
    workers = ahead.Workers(1, run)
    try:
        outcomes = workers.begin(chunk)()
    finally:
        workers.close()
    assert outcomes.rows["title"].to_pylist() == ["Product Manager"]
    assert outcomes.said[1:] == [("invalid_value", "reader failed: the process that read it died")]


def test_where_no_worker_starts_this_process_reads(acme: Acme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "FEWEST", 1)
    monkeypatch.setattr(ahead, "CORES", 2)
    program = sys.modules["__main__"]  # as if it were read from a pipe
    monkeypatch.setattr(program, "__spec__", None)
    monkeypatch.setattr(program, "__file__", "absent.py", raising=False)
    acme.land(job(1))
    assert acme.normalise().read == 1
    assert acme.rows("SELECT title FROM stg_postings") == [("Product Manager",)]


def test_what_no_rule_foresaw_is_a_reject_and_its_neighbours_are_read(
    acme: Acme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def normalised_rows(platform: Platform, landed: list[Any], run: Run) -> list[Any]:
        if any(payload["id"] == 2 for _, payload in landed):
            raise RecursionError("too deep")
        return rows.normalised_rows(platform, landed, run)

    monkeypatch.setattr(jobs, "normalised_rows", normalised_rows)
    acme.land(job(1), job(2), job(3))
    acme.normalise()
    assert acme.rows("SELECT identifier FROM stg_postings ORDER BY 1") == [("1",), ("3",)]
    assert acme.rows("SELECT identifier, reason, detail FROM stg_rejects") == [
        ("2", "invalid_value", "reader failed: RecursionError: too deep")
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
