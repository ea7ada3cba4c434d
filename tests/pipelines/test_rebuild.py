"""A warehouse that was lost is made again from the landing with its history; one that holds something is left alone."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb

from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from pipelines.rebuild import rebuild
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

Con = duckdb.DuckDBPyConnection
DAYS = [
    {1: "Product Manager", 2: "Data Engineer"},
    {1: "Senior Product Manager"},
    {1: "Lead Product Manager", 3: "Nurse"},
]
TABLES = ("stg_postings", "int_listing_states", "int_listing_events", "int_members", "int_published_states")


def run_of(day: int) -> Run:
    return Run(f"run-{day}", datetime(2026, 1, 1, 6, tzinfo=UTC) + timedelta(days=day))


def land(root: Path, day: int) -> None:
    crawl = BoardCrawl(
        source_id="greenhouse:acme",
        platform="greenhouse",
        board="acme",
        company="Acme",
        crawl_id=f"crawl-{day}",
        run_id=f"run-{day}",
        crawled_at=run_of(day).as_of,
        outcome=CrawlOutcome.COMPLETE,
    )
    jobs = [
        {
            "id": number,
            "internal_job_id": number,
            "title": title,
            "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}",
            "location": {"name": "Berlin, Germany"},
            "updated_at": "2025-12-01T00:00:00-05:00",
            "metadata": None,
        }
        for number, title in DAYS[day].items()
    ]
    Landing(root, "greenhouse").land(crawl, jobs, frozenset())


def steps(con: Con, root: Path, day: int) -> None:
    rebuild(con, root, run_of(day))
    normalise(con, root, run_of(day))
    lifecycle(con, run_of(day))
    dedupe(con, run_of(day))


def contents(con: Con) -> dict[str, list[Any]]:
    return {table: sorted(con.execute(f"FROM {table}").fetchall(), key=repr) for table in TABLES}


def test_the_tables_and_their_history_are_as_they_were(con: Con, tmp_path: Path) -> None:
    for day in range(3):
        land(tmp_path, day)
        steps(con, tmp_path, day)
    with open_warehouse(Path(":memory:")) as other:
        steps(other, tmp_path, 2)
        assert contents(other) == contents(con)
        changed = "SELECT count(*) FROM int_listing_events WHERE event = 'changed' AND listing_kind = 'position'"
        assert other.execute(changed).fetchall() == [(2,)]


def test_a_rebuild_that_was_killed_goes_on_where_it_stopped(con: Con, tmp_path: Path) -> None:
    for day in range(3):
        land(tmp_path, day)
        steps(con, tmp_path, day)
    with open_warehouse(Path(":memory:")) as other:
        other.execute("CREATE TABLE _rebuilding (since TIMESTAMPTZ)")
        normalise(other, tmp_path, run_of(0), until=run_of(0).as_of)
        steps(other, tmp_path, 2)
        assert contents(other) == contents(con)


def test_a_warehouse_that_holds_something_is_left_alone(con: Con, tmp_path: Path) -> None:
    land(tmp_path, 0)
    steps(con, tmp_path, 0)
    land(tmp_path, 1)
    assert rebuild(con, tmp_path, run_of(2)) == 0


def test_a_board_s_name_is_never_a_path(tmp_path: Path) -> None:
    root = tmp_path / "landing"
    landing = Landing(root, "greenhouse")
    for number, board in enumerate(["../../out", "/etc/passwd", "a/b", "..", "a\x00b", "C:\\x"]):
        crawl = BoardCrawl(
            source_id=f"greenhouse:{board}",
            platform="greenhouse",
            board=board,
            company="Acme",
            crawl_id=f"c{number}",
            run_id="r",
            crawled_at=run_of(0).as_of,
            outcome=CrawlOutcome.COMPLETE,
        )
        assert next(iter(landing.payloads(landing.land(crawl, [{"id": 1}], frozenset())))).payload == {"id": 1}
    assert {path.parent for path in tmp_path.rglob("*") if path.is_file()} == {root / "greenhouse"}
