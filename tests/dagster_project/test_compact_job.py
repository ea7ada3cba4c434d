"""The job that packs the landing: it says what it did, and a crawl that lands meanwhile loses nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import dagster as dg
import pytest
from filelock import Timeout

from dagster_project.definitions import defs
from tests.dagster_project.test_definitions import board
from warehouse import compaction
from warehouse.landing import Landing
from warehouse.layout import Home

Contents = dict[str, list[dict[str, Any]]]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """Nine days of one board."""
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    made = Home(tmp_path)
    made.prepare()
    for day in range(9):
        land(made, day)
    return made


@pytest.fixture
def instance() -> Iterator[dg.DagsterInstance]:
    with dg.DagsterInstance.ephemeral() as made:
        yield made


def land(home: Home, day: int) -> None:
    crawl = replace(board(f"crawl-{day}"), crawled_at=board("").crawled_at + timedelta(days=day))
    jobs = [{"id": number, "text": f"{number} {(day + number) // 9} " + "words " * 40} for number in range(20)]
    Landing(home.landing, "lever").land(crawl, jobs, frozenset())


def contents(home: Home) -> Contents:
    landing = Landing(home.landing, "lever")
    return {crawl.crawl_id: [line.payload for line in landing.payloads(crawl)] for crawl, _ in landing.crawls()}


def packed(instance: dg.DagsterInstance) -> dict[str, Any]:
    done = defs.resolve_job_def("compact_job").execute_in_process(instance=instance)
    (made,) = (e for e in done.all_node_events if e.event_type is dg.DagsterEventType.STEP_OUTPUT)
    return {name: value.value for name, value in made.step_output_data.metadata.items()}


def test_it_says_what_it_saved(home: Home, instance: dg.DagsterInstance) -> None:
    before = contents(home)
    said = packed(instance)
    assert (said["boards_packed"], said["damaged"]) == (1, "none")
    assert 0 < said["bytes_after"] < said["bytes_before"]
    assert contents(home) == before


def test_a_board_that_lands_meanwhile_waits_and_loses_nothing(
    home: Home, instance: dg.DagsterInstance, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, whole_write = contents(home), compaction._Compaction._write
    crawl = Thread(target=land, args=(home, 9))

    def write_while_a_crawl_lands(self: Any, *given: Any) -> None:
        with pytest.raises(Timeout):
            Landing(home.landing, "lever").locked().acquire(timeout=0)
        crawl.start()
        whole_write(self, *given)

    monkeypatch.setattr(compaction._Compaction, "_write", write_while_a_crawl_lands)
    packed(instance)
    crawl.join()
    after = contents(home)
    assert after.pop("crawl-9")[0]["id"] == 0
    assert after == before
