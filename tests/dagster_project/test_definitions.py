"""The Dagster project: the graph as a person sees it, checks that block, dead runs, and landings that come late."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg
import duckdb
import pytest
import yaml

from dagster_project.definitions import defs
from dagster_project.defs import resources
from dagster_project.defs.checks import BLOCKING, CHECKS, WARNING
from dagster_project.defs.freshness import DAILY
from dagster_project.defs.jobs import late_landing, schedules, unread_landing
from dagster_project.defs.published import COMPARISONS, REFUSALS
from dagster_project.defs.sql_files import SqlFile
from dagster_project.defs.tables import MODELS, column_lineage
from dagster_project.instance import fail_dead_runs, install_settings
from dagster_project.main_job import with_those_before
from dagster_project.planning import due_sources, not_landed_by
from spiders.platforms import platforms
from spiders.platforms.base import Source
from warehouse.database import open_warehouse
from warehouse.errors import StorageBusy, StorageError
from warehouse.landing import BoardCrawl, Landing
from warehouse.layout import SAMPLE, Home
from warehouse.locks import AliveLock
from warehouse.vocabulary import CrawlOutcome

STEPS = {
    "staging": ["stg_challenges", "stg_crawls", "stg_postings", "stg_rejects"],
    "history": ["int_listing_events", "int_listing_states"],
    "matching": ["int_classified", "int_members", "int_published_states"],
    "published": ["challenges", "hub_sections", "positions", "publication", "source_health"],
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    made = Home(tmp_path)
    made.prepare()
    return made


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def test_the_asset_graph_reads_like_the_flow() -> None:
    specs = defs.resolve_all_asset_specs()
    raw = sorted(spec.key.to_user_string() for spec in specs if spec.group_name == "raw")
    assert raw == sorted(f"raw_{name}" for name in platforms())
    for group, tables in STEPS.items():
        assert sorted(spec.key.to_user_string() for spec in specs if spec.group_name == group) == tables
    assert all(spec.description for spec in specs)


def test_normalise_follows_every_raw_asset_and_the_publication_comes_last() -> None:
    graph = defs.resolve_asset_graph()
    assert {key.to_user_string() for key in graph.get(dg.AssetKey("stg_postings")).parent_keys} == {
        f"raw_{name}" for name in platforms()
    }
    assert graph.get(dg.AssetKey("publication")).child_keys == set()


def test_every_check_file_is_a_declared_check() -> None:
    declared = {(key.asset_key.to_user_string(), key.name) for key in defs.resolve_asset_graph().asset_check_keys}
    assert {(check.asset, check.name) for check in [*CHECKS, *COMPARISONS]} <= declared
    assert {("publication", name) for name in REFUSALS} <= declared


def test_what_would_harm_a_reader_blocks_and_what_looks_odd_warns() -> None:
    blocking = {f"{check.asset}.{check.name}" for check in CHECKS if check.word == BLOCKING}
    assert blocking == {
        "int_classified.every_listing",
        "int_listing_events.no_close_by_failed_crawl",
        "int_members.every_posting_once",
        "int_published_states.one_canonical",
        "stg_challenges.sanitised",
        "stg_challenges.unique",
        "stg_postings.sanitised",
        "stg_postings.unique",
    }
    assert all(check.word == WARNING for check in COMPARISONS)


def test_one_job_serves_the_schedules_and_the_command_line() -> None:
    assert {schedule.job_name for schedule in schedules} == {"rolecall"}
    assert defs.resolve_job_def("rolecall").executor_def.name == "in_process"


def test_schedules_follow_the_cadences_and_never_meet() -> None:
    crons = {schedule.name: schedule.cron_schedule for schedule in schedules}
    assert crons == {"daily": "0 5 * * *", "every_12_hours": "0 17 * * *"}


def test_a_schedule_crawls_what_is_due_but_no_real_board_into_sample_data(home: Home) -> None:
    schedule = next(schedule for schedule in schedules if schedule.name == "every_12_hours")
    asked = schedule.evaluate_tick(dg.build_schedule_context()).run_requests
    assert asked is not None
    assert asked[0].run_config == {"ops": {"crawl": {"config": {"cadence_h": 12}}}}
    home.claim(SAMPLE)
    tick = schedule.evaluate_tick(dg.build_schedule_context())
    assert "sample data" in (tick.skip_message or "")


def test_every_asset_says_whose_it_is_when_it_is_late_and_where_its_code_lies() -> None:
    for spec in defs.resolve_all_asset_specs():
        assert spec.owners
        assert spec.kinds
        assert spec.freshness_policy == DAILY
        assert spec.metadata["dagster/code_references"].code_references[0].line_number


def test_every_table_shows_its_columns_and_lineage_names_columns_that_exist() -> None:
    for spec in defs.resolve_all_asset_specs():
        table = spec.key.to_user_string()
        if table in MODELS and table != "publication":  # the whole file, which has a table of that name
            schema = spec.metadata["dagster/column_schema"]
            assert [column.name for column in schema.columns] == list(MODELS[table].model_fields)
            assert all(column.description for column in schema.columns)
        for deps in column_lineage(table).values() if table in MODELS else ():
            assert all(dep.column_name in MODELS[dep.asset_key.to_user_string()].model_fields for dep in deps)
    assert [dep.asset_key.to_user_string() for dep in column_lineage("positions")["title"]] == ["stg_postings"]


def test_nothing_is_retried_inside_a_retry() -> None:
    assert all(assets.op.retry_policy is None for assets in defs.resolve_asset_graph().assets_defs)
    shipped = yaml.safe_load((Path(resources.__file__).parents[1] / "dagster.yaml").read_text())
    assert shipped["run_retries"] == {"enabled": False}
    assert shipped["run_monitoring"]["max_resume_run_attempts"] == 0


def test_a_held_warehouse_is_tried_again_and_a_damaged_one_is_not(
    home: Home, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dagster_project.defs.retries.WAIT_S", 0)
    opened = []

    def held_once(path: Path) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        opened.append(path)
        if len(opened) == 1:
            raise StorageBusy("another process holds it")
        return open_warehouse(path)

    monkeypatch.setattr("dagster_project.defs.resources.open_warehouse", held_once)
    refresh(instance)
    opened.clear()

    def damaged(path: Path) -> AbstractContextManager[duckdb.DuckDBPyConnection]:
        opened.append(path)
        raise StorageError("damaged")

    monkeypatch.setattr("dagster_project.defs.resources.open_warehouse", damaged)
    done = defs.resolve_job_def("refresh").execute_in_process(instance=instance, raise_on_error=False)
    assert (done.success, len(opened)) == (False, 1)


def board(crawl_id: str) -> BoardCrawl:
    return BoardCrawl(
        source_id="lever:a",
        platform="lever",
        board="a",
        company="A",
        crawl_id=crawl_id,
        run_id="r",
        crawled_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=CrawlOutcome.COMPLETE,
    )


def test_a_platform_that_lands_during_a_run_is_published_by_the_next(home: Home, instance: dg.DagsterInstance) -> None:
    landing = Landing(home.landing, "lever")
    landing.land(board("c1"), [], frozenset())
    refresh(instance)
    assert unread_landing(instance, home) == []
    landing.land(board("c2"), [], frozenset())  # after normalise had read
    assert len(unread_landing(instance, home)) == 1
    asked = late_landing(dg.build_sensor_context(instance))
    assert isinstance(asked, dg.RunRequest)
    refresh(instance)
    assert unread_landing(instance, home) == []
    assert isinstance(late_landing(dg.build_sensor_context(instance)), dg.SkipReason)


def refresh(instance: dg.DagsterInstance) -> None:
    done = defs.resolve_job_def("refresh").execute_in_process(instance=instance)
    assert done.success


def test_what_a_source_listed_ages_out_once_no_registry_names_it(home: Home, instance: dg.DagsterInstance) -> None:
    posting = {"id": "1", "text": "Product Manager", "hostedUrl": "https://jobs.lever.co/nobodysboard/1"}
    unnamed = replace(board("c1"), source_id="lever:nobodysboard", board="nobodysboard")
    Landing(home.landing, "lever").land(unnamed, [posting], frozenset())
    refresh(instance)
    with open_warehouse(home.warehouse) as con:
        closed = con.execute("SELECT close_reason, closed_at FROM int_published_states").fetchall()
    assert closed == [("aged_out", unnamed.crawled_at + timedelta(days=30))]


def test_a_harmful_table_stops_everything_after_it(
    home: Home, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    Landing(home.landing, "lever").land(board("c1"), [], frozenset())
    monkeypatch.setattr(SqlFile, "query", "SELECT 'fault' AS fault, 1 AS number")
    done = defs.resolve_job_def("refresh").execute_in_process(instance=instance, raise_on_error=False)
    assert not done.success
    made = {event.asset_key.to_user_string() for event in done.get_asset_materialization_events() if event.asset_key}
    assert made == set(STEPS["staging"])
    assert not (home.published / "rolecall.duckdb").exists()


def test_runs_whose_process_is_gone_are_failed_and_living_ones_left(home: Home, instance: dg.DagsterInstance) -> None:
    job = defs.resolve_job_def("refresh")
    dead = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
    alive = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
    starting = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTING)
    held = AliveLock(home.locks, alive.run_id)
    held.hold()
    assert fail_dead_runs(instance, home) == [dead.run_id]
    held.release()
    status = {run.run_id: run.status for run in instance.get_runs()}
    assert status[dead.run_id] is dg.DagsterRunStatus.FAILURE
    assert status[alive.run_id] is dg.DagsterRunStatus.STARTED
    assert status[starting.run_id] is dg.DagsterRunStatus.STARTING


def test_of_several_runs_killed_in_a_row_the_next_goes_on_from_all(instance: dg.DagsterInstance) -> None:
    job = defs.resolve_job_def("rolecall")
    first = instance.create_run_for_job(job, status=dg.DagsterRunStatus.FAILURE)
    config = {"ops": {"crawl": {"config": {"continues": [first.run_id]}}}}
    second = instance.create_run_for_job(job, run_config=config, status=dg.DagsterRunStatus.STARTED)
    assert with_those_before(instance, [second.run_id]) == [second.run_id, first.run_id]
    assert with_those_before(instance, []) == []


def test_the_shipped_settings_are_installed_once(home: Home) -> None:
    installed = install_settings(home)
    installed.write_text("telemetry:\n  enabled: false\n")
    assert install_settings(home).read_text() == "telemetry:\n  enabled: false\n"


def test_a_run_that_continues_a_dead_one_asks_only_for_what_had_not_landed(home: Home) -> None:
    sources = [Source("A", "lever", name) for name in ("landed", "failed", "never", "older")]
    landing = Landing(home.landing, "lever")
    for name, run_id, outcome in (
        ("landed", "dead", CrawlOutcome.COMPLETE),
        ("failed", "dead", CrawlOutcome.ERROR),
        ("older", "before", CrawlOutcome.COMPLETE),
    ):
        crawl = replace(board("c"), source_id=f"lever:{name}", run_id=run_id, outcome=outcome)
        landing.land(crawl, [{"id": 1}], frozenset())
    assert [source.board for source in not_landed_by(sources, home.landing, ["dead"])] == ["failed", "never", "older"]


def test_a_board_is_due_when_its_cadence_is_over(home: Home) -> None:
    Landing(home.landing, "lever").land(board("c1"), [], frozenset())
    crawled, never = Source("A", "lever", "a"), Source("B", "lever", "b")
    morning = datetime(2026, 1, 1, tzinfo=UTC)
    due = due_sources([crawled, never], home.landing, morning + timedelta(hours=12))
    assert due == [never]
    assert due_sources([crawled], home.landing, morning + timedelta(hours=23)) == [crawled]
