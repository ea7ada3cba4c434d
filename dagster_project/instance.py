"""The Dagster instance under ROLECALL_HOME: installing its settings, opening it, and clearing what dead runs left."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import dagster as dg

from dagster_project.event_files import held_open
from warehouse.files import write_whole
from warehouse.layout import Home
from warehouse.locks import AliveLock

_SHIPPED = Path(__file__).parent / "dagster.yaml"
#: a queued run has no process yet and waits for its turn
UNFINISHED = [
    dg.DagsterRunStatus.NOT_STARTED,
    dg.DagsterRunStatus.STARTING,
    dg.DagsterRunStatus.STARTED,
    dg.DagsterRunStatus.CANCELING,
]
#: a run started from the UI has this long, from its last sign of life, to take its lock
START_GRACE = timedelta(minutes=3)


def install_settings(home: Home) -> Path:
    """Put the shipped dagster.yaml in place; one that a person has edited stays."""
    home.dagster.mkdir(parents=True, exist_ok=True)
    installed = home.dagster / "dagster.yaml"
    if not installed.exists():
        write_whole(installed, _SHIPPED.read_bytes())
    return installed


@contextmanager
def open_instance(home: Home) -> Iterator[dg.DagsterInstance]:
    """The instance, opened as DAGSTER_HOME for this process and its children."""
    install_settings(home)
    os.environ["DAGSTER_HOME"] = str(home.dagster)
    with held_open(), dg.DagsterInstance.get() as instance:
        yield instance


def fail_dead_runs(instance: dg.DagsterInstance, home: Home, started_grace: timedelta = timedelta(0)) -> list[str]:
    """Mark runs failed whose process is gone, and free what they held. Returns their ids.

    `started_grace` is for callers that look at any moment: a run that has just started has not taken its lock.
    """
    dead: list[str] = []
    for record in instance.get_run_records(dg.RunsFilter(statuses=UNFINISHED)):
        run = record.dagster_run
        lock = AliveLock(home.locks, run.run_id)
        grace = started_grace if run.status is dg.DagsterRunStatus.STARTED else START_GRACE
        since = datetime.now(UTC) - record.update_timestamp
        # a sign of life from the future is one of a clock that was ahead
        if lock.is_held() or timedelta(0) <= since < grace:
            continue
        instance.report_run_failed(run, "Its process is gone (killed, or the machine stopped).")
        instance.event_log_storage.free_concurrency_slots_for_run(run.run_id)
        dead.append(run.run_id)
    return dead
