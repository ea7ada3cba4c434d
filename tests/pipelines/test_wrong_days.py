"""Days that go wrong come to the tables of days that went right, run ids and publication times apart.

Crawls of two boards through every step, the last day's to the published file; `python -m tests.faults` does the same
to whole runs.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.faults import one_run, tables
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, Landing
from warehouse.layout import Home
from warehouse.publication import open_published
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

STEPS = one_run.STEPS[1:]
Jobs = dict[int, str]
Tables = dict[str, list[str]]
#: what is remembered after a day, and after the last what is published
Told = tuple[Tables, Tables]
#: what two boards list on four days; 3 goes and comes back, 2 changes, and both boards list one vacancy
DAYS: list[dict[str, Jobs]] = [
    {"acme": {1: "Product Manager", 2: "Accountant", 3: "Product Owner"}, "acme-eu": {11: "Product Manager"}},
    {"acme": {1: "Product Manager", 2: "Senior Accountant"}, "acme-eu": {11: "Product Manager"}},
    {"acme": {1: "Product Manager", 2: "Senior Accountant"}, "acme-eu": {11: "Product Manager", 12: "Nurse"}},
    {"acme": {1: "Product Manager", 2: "Senior Accountant", 3: "Product Owner"}, "acme-eu": {11: "Product Manager"}},
]

LAST = len(DAYS) - 1


def at(day: int) -> datetime:
    return datetime(2026, 1, 1, 6, tzinfo=UTC) + timedelta(days=day)


def job(number: int, title: str) -> dict[str, Any]:
    return {
        "id": number,
        "internal_job_id": number + 1000,
        "title": title,
        "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}",
        "location": {"name": "Berlin, Germany"},
        "content": f"&lt;p&gt;{title}: what the team of {title} does, day by day.&lt;/p&gt;",
        "updated_at": "2025-12-01T00:00:00-05:00",
        "metadata": None,
    }


@dataclass
class Place:
    """One home, lived in day by day."""

    home: Home
    runs: int = 0

    def land(self, day: int, board: str, jobs: list[dict[str, Any]], number: str = "") -> None:
        crawl = BoardCrawl(
            source_id=f"greenhouse:{board}",
            platform="greenhouse",
            board=board,
            company="Acme",
            crawl_id=f"crawl-{day}{number}",
            run_id=f"run-{day:08x}",
            crawled_at=at(day),
            outcome=CrawlOutcome.COMPLETE,
        )
        Landing(self.home.landing, "greenhouse").land(crawl, jobs, frozenset({"updated_at"}))

    def land_day(self, day: int) -> None:
        for board, jobs in DAYS[day].items():
            self.land(day, board, [job(*one) for one in jobs.items()])

    def work(self, day: int, until: str = "") -> None:
        """A run after its crawl, up to a step; without one to its end, which is the publication on the last day."""
        until = until or STEPS[-1 if day == LAST else -2]
        self.runs += 1
        run = Run(f"run-{self.runs + 100:08x}", at(day))
        with open_warehouse(self.home.warehouse) as con:
            for step in STEPS[: STEPS.index(until) + 1]:
                one_run.take_step(step, con, self.home, run)

    def tables(self, day: int) -> Told:
        published = tables.published(self.home.root) if day == LAST else {}
        return {name: rows for name, rows in published.items() if name != "publication"}, tables.remembered(
            self.home.root
        )


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return made(tmp_path / "disturbed")


def made(folder: Path) -> Place:
    home = Home(folder)
    home.prepare()
    return Place(home)


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    """The tables after each undisturbed day."""
    place, days = made(tmp_path_factory.mktemp("calm")), []
    for day in range(len(DAYS)):
        place.land_day(day)
        place.work(day)
        days.append(place.tables(day))
    return days


def lost(found: Told, expected: Told) -> list[str]:
    return [told for some, others in zip(found, expected, strict=True) for told in tables.differences(some, others)]


def test_the_days_hold_what_can_be_lost(calm: list[Told]) -> None:
    events = "".join(calm[-1][0]["listing_events"])
    assert all(f"'{event}'" in events for event in ("opened", "changed", "closed", "reopened"))
    assert len(calm[-1][0]["positions"]) == 4  # of five postings two are one vacancy


def test_a_run_killed_between_any_two_steps_and_started_again(place: Place, calm: list[Told]) -> None:
    for day, expected in enumerate(calm):
        place.land_day(day)
        for step in STEPS[: None if day == LAST else -1]:
            place.work(day, until=step)
        place.work(day)
        assert lost(place.tables(day), expected) == [], day


def test_a_crawl_that_lands_twice(place: Place, calm: list[Told]) -> None:
    """Once more under its own id as its writer is run again, and before and after the run that reads it."""
    for day, expected in enumerate(calm):
        place.land_day(day)
        place.land_day(day)
        place.work(day)
        index = Landing(place.home.landing, "greenhouse").index
        index.write_bytes(index.read_bytes() + b"".join(index.read_bytes().splitlines(keepends=True)[-2:]))
        place.work(day)
        assert lost(place.tables(day), expected) == [], day


def test_the_crawl_of_an_earlier_clock_that_lands_late_turns_nothing_back(place: Place, calm: list[Told]) -> None:
    """Two runs side by side, of which the one that began first ends last."""
    for day, expected in enumerate(calm):
        place.land_day(day)
        place.work(day)
        if day:
            for board, jobs in DAYS[day - 1].items():
                place.land(day - 1, board, [job(*one) for one in jobs.items()], "-late")
            place.work(day)
        assert lost(place.tables(day), expected) == [], day


def test_days_that_land_the_wrong_way_round_before_one_run(place: Place, calm: list[Told]) -> None:
    for day in (1, 0, 3, 2):
        place.land_day(day)
    place.work(3)
    (published, remembered), (wanted, known) = place.tables(LAST), calm[-1]
    for table in ("positions", "closed_positions", "position_skills", "position_sources"):
        assert tables.differences({table: published[table]}, {table: wanted[table]}) == []
    for table in ("int_listing_states", "int_source_states"):
        assert tables.differences({table: remembered[table]}, {table: known[table]}) == []


def test_of_two_postings_with_one_id_the_first_is_listed_and_the_other_rejected(place: Place, calm: list[Told]) -> None:
    for day, expected in enumerate(calm):
        for board, jobs in DAYS[day].items():
            twins = [job(number, "Plumber") for number in jobs]
            place.land(day, board, [job(*one) for one in jobs.items()] + twins)
        place.work(day)
        told = lost(place.tables(day), expected)
        assert {line.split(":")[0] for line in told} <= {"rejects", "stg_rejects", "source_health"}, day
    assert len(place.tables(LAST)[0]["rejects"]) == 5


def test_an_id_reused_for_another_job_is_that_job_from_then_on(place: Place, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    place.land(0, "acme", [job(1, "Product Manager")])
    place.land(0, "acme-eu", [job(11, "Product Manager")])
    place.work(0)
    for here in (place, other):
        here.land(1, "acme", [job(1, "Accountant")])
        here.land(1, "acme-eu", [job(11, "Product Manager")])
        here.work(LAST)
    with open_warehouse(place.home.warehouse) as con:
        query = "SELECT identifier, reason FROM int_listing_events WHERE event = 'changed' AND listing_kind = 'posting'"
        changed = con.execute(query).fetchall()
    assert [(number, "title" in fields) for number, fields in changed] == [("1", True)]
    for name in ("title, level, primary_hub FROM positions", "hub, is_primary FROM position_skills"):
        assert shown(place, name) == shown(other, name)
    assert ("Accountant", "none", "finance-accounting") in shown(place, "title, level, primary_hub FROM positions")


def shown(place: Place, what: str) -> list[tuple[Any, ...]]:
    with open_published(place.home.published) as con:
        return sorted(con.execute(f"SELECT {what}").fetchall(), key=repr)
