"""What an operator is told: failed runs and sources newly ill, once each, to a webhook or the log."""

import json
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import dagster as dg
import duckdb
import pytest

from dagster_project.definitions import defs
from dagster_project.defs.sensors import dead_runs, troubles
from dagster_project.instance import UNFINISHED
from dagster_project.troubles import Trouble, newly_ill, run_failed, tell
from warehouse.errors import WorkFailed
from warehouse.layout import Home

FAILING = {"source_id": "lever:a", "state": "failing", "reason": "http_status: HTTP 500", "since_at": "2026-01-01"}
SUSPECT = {"source_id": "lever:a", "state": "suspect", "reason": "dropped: 3 after 120", "since_at": "2026-01-01"}


@pytest.mark.parametrize(
    ("before", "now", "is_told"),
    [
        ({}, [], False),
        ({}, [FAILING], True),
        ({}, [SUSPECT], True),
        ({"lever:a": "failing"}, [FAILING], False),
        ({"lever:a": "suspect"}, [SUSPECT], False),
        ({"lever:a": "suspect"}, [FAILING], True),
        ({"lever:a": "failing"}, [SUSPECT], False),  # better than it was
        ({"lever:b": "failing"}, [FAILING], True),
    ],
)
def test_a_source_is_told_of_when_it_falls_ill_or_worse(before: dict[str, str], now: list[Any], is_told: bool) -> None:
    assert (newly_ill(before, now) is not None) is is_told


def test_many_sources_are_one_message_that_says_how_many_more() -> None:
    told = newly_ill({}, [{**FAILING, "source_id": f"lever:{number}"} for number in range(25)])
    assert told is not None
    assert told.text.splitlines()[-1] == "and 5 more: rolecall status"
    assert len(told.body()["rows"]) == 20


class Hook:
    """A webhook on this machine that answers with the status it is set to."""

    def __init__(self) -> None:
        self.status = 200
        self.taken: list[dict[str, Any]] = []
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                if hook.status == 200:
                    hook.taken.append(json.loads(body))
                self.send_response(hook.status)
                self.end_headers()

            def log_message(self, *_: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}/services/T0/s3cret"


@pytest.fixture
def hook() -> Iterator[Hook]:
    made = Hook()
    thread = Thread(target=made.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.server.shutdown()
    thread.join()
    made.server.server_close()


def test_without_a_webhook_the_log_has_one_line_a_trouble() -> None:
    lines: list[str] = []
    tell([run_failed("abcdef0123", "rolecall", ["no\nspace"]), Trouble("sources_ill", "a\nb")], None, lines.append)
    assert [line.split()[0] for line in lines] == ["run_failed", "sources_ill"]
    assert all("\n" not in line for line in lines)
    assert "no space" in lines[0]


@pytest.mark.parametrize("address", ["file:///etc/hostname", "ftp://example.org", "hooks.example.org/s3cret"])
def test_a_webhook_is_a_web_address_and_never_named(address: str) -> None:
    with pytest.raises(WorkFailed) as refused:
        tell([Trouble("x", "y")], address, lambda _: None)
    assert address not in str(refused.value)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    made = Home(tmp_path)
    made.prepare()
    return made


def publish(home: Home, name: str, *rows: dict[str, str]) -> None:
    file = home.published / f"{name}.duckdb"
    with duckdb.connect(str(file)) as con:
        con.execute(
            "CREATE TABLE source_health (source_id VARCHAR, state VARCHAR, reason VARCHAR, since_at TIMESTAMPTZ)"
        )
        for row in rows:
            con.execute("INSERT INTO source_health VALUES (?, ?, ?, ?::DATE)", list(row.values()))
    link = home.published / "rolecall.duckdb"
    link.unlink(missing_ok=True)
    link.symlink_to(file.name)


def test_the_sensor_tells_each_trouble_once_and_again_only_where_the_webhook_failed(
    home: Home, hook: Hook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ROLECALL_WEBHOOK", hook.address)
    with dg.DagsterInstance.ephemeral() as instance:
        run = instance.create_run_for_job(defs.resolve_job_def("refresh"), status=dg.DagsterRunStatus.STARTED)
        instance.report_run_failed(run, "The disk is full.")
        publish(home, "first", FAILING, {**SUSPECT, "source_id": "lever:b", "state": "healthy"})
        hook.status = 503
        refusing = dg.build_sensor_context(instance)
        with pytest.raises(WorkFailed, match="it answered 503") as refused:
            troubles(refusing)
        assert "s3cret" not in str(refused.value)
        hook.status = 200
        context = dg.build_sensor_context(instance, cursor=refusing.cursor)
        troubles(context)
        assert [message["event"] for message in hook.taken] == ["run_failed", "sources_ill"]
        assert "lever:a is failing: http_status: HTTP 500" in hook.taken[1]["text"]
        troubles(dg.build_sensor_context(instance, cursor=context.cursor))
        assert len(hook.taken) == 2
        publish(home, "second", FAILING, {**SUSPECT, "source_id": "lever:b"})
        later = dg.build_sensor_context(instance, cursor=context.cursor)
        troubles(later)
        assert [row["source_id"] for row in hook.taken[2]["rows"]] == ["lever:b"]


def test_nothing_published_and_nothing_failed_is_no_trouble(home: Home) -> None:
    with dg.DagsterInstance.ephemeral() as instance:
        said = troubles(dg.build_sensor_context(instance))
        assert isinstance(said, dg.SkipReason)
        assert said.skip_message == "No new trouble."


def test_a_dead_run_gives_its_place_in_the_queue_back(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dagster_project.defs.sensors.STARTED_GRACE", timedelta(0))
    with dg.DagsterInstance.ephemeral() as instance:
        job = defs.resolve_job_def("refresh")
        dead = instance.create_run_for_job(job, status=dg.DagsterRunStatus.STARTED)
        dead_runs(dg.build_sensor_context(instance))
        assert [run.status for run in instance.get_runs()] == [dg.DagsterRunStatus.FAILURE]
        assert instance.get_runs()[0].run_id == dead.run_id


def test_a_run_that_waits_for_its_turn_is_not_dead() -> None:
    assert dg.DagsterRunStatus.QUEUED not in UNFINISHED
