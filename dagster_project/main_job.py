"""Running the main job from the command line, in this process, with its progress as plain events."""

import warnings
from collections.abc import Callable, Set
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

import dagster as dg
from dagster._core.utils import make_new_run_id

from dagster_project.definitions import defs
from dagster_project.defs.jobs import FROM
from dagster_project.defs.raw import raw_key
from dagster_project.instance import fail_dead_runs, open_instance
from spiders.platforms import platforms
from warehouse.layout import Home


@dataclass(frozen=True, slots=True)
class JobRequest:
    """What `rolecall run` asks of the job."""

    sources: list[str]
    registries: list[str]
    is_sample: bool
    as_of: str
    replay: str | None
    tag: str
    #: those of the chosen boards: the raw assets of the others have no part in the run
    platforms: frozenset[str]


@dataclass(slots=True)
class JobResult:
    """How the job ended: step names with their seconds, and what went wrong."""

    run_id: str
    is_success: bool
    seconds: float = 0.0
    seconds_by_step: dict[str, float] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    dead_runs: list[str] = field(default_factory=list)


def run_main_job(request: JobRequest, home: Home, on_event: Callable[[str, str], None]) -> JobResult:
    """Run crawl to publish. `on_event` is told (event, step) as steps start and end.

    A failing step is in the result, with its own words; it does not raise.
    """
    without = {raw_key(name) for name in platforms() if name not in request.platforms}

    def config_of(dead: list[str]) -> dict[str, dict[str, Any]]:
        return {"crawl": _crawl_config(request, dead)}

    return _run_job("rolecall", home, request.as_of, on_event, config_of, without)


def run_reread(
    platforms: list[str], day: str, as_of: str, home: Home, on_event: Callable[[str, str], None]
) -> JobResult:
    """Read landed payloads again and publish; no site is asked. As `run_main_job` otherwise."""
    return _run_job("reread", home, as_of, on_event, lambda _: {"normalise": {"platforms": platforms, "day": day}})


def _run_job(
    name: str,
    home: Home,
    as_of: str,
    on_event: Callable[[str, str], None],
    config_of: Callable[[list[str]], dict[str, dict[str, Any]]],
    without: Set[dg.AssetKey] = frozenset(),
) -> JobResult:
    """Run a job in this process. `config_of` makes the config by op, given the dead runs that this one goes on from."""
    # Dagster warns of its own unfinished parts; there is nothing a person could do about them
    warnings.filterwarnings("ignore", category=dg.PreviewWarning)
    with open_instance(home) as instance:
        dead = with_those_before(instance, fail_dead_runs(instance, home))
        job = defs.resolve_job_def(name)
        assets = set(job.asset_layer.executable_asset_keys) - without
        run_id = make_new_run_id()
        instance.add_event_listener(run_id, lambda entry: _tell(entry, on_event))
        done = job.execute_in_process(
            run_config={
                "ops": {op: {"config": config} for op, config in config_of(dead).items()},
                "resources": {"rolecall": {"config": {"as_of": as_of}}},
                "loggers": {"console": {"config": {"log_level": "CRITICAL"}}},
            },
            instance=instance,
            run_id=run_id,
            asset_selection=sorted(assets) if without else None,
            raise_on_error=False,
            tags={FROM: "cli"},
        )
        result = JobResult(run_id, done.success, dead_runs=dead)
        for event in done.all_events:
            _take_in(event, result)
        return result


def with_those_before(instance: dg.DagsterInstance, dead: list[str]) -> list[str]:
    """Dead runs, and those that each of them had itself gone on from: what they landed is kept as well."""
    configs: list[Any] = [run.run_config for run_id in dead if (run := instance.get_run_by_id(run_id))]
    before = [c.get("ops", {}).get("crawl", {}).get("config", {}).get("continues", []) for c in configs]
    return list(dict.fromkeys([*dead, *chain.from_iterable(before)]))


def _tell(entry: dg.EventLogEntry, on_event: Callable[[str, str], None]) -> None:
    event = entry.dagster_event
    if event is not None and event.step_key:
        on_event(event.event_type_value, event.step_key)


def _crawl_config(request: JobRequest, continues: list[str]) -> dict[str, Any]:
    return {
        "sources": request.sources,
        "registries": request.registries,
        "sample": request.is_sample,
        "only_due": False,
        "replay": request.replay or "",
        "continues": continues,
        "tag": request.tag,
    }


def _take_in(event: dg.DagsterEvent, result: JobResult) -> None:
    if event.event_type is dg.DagsterEventType.STEP_SUCCESS and event.step_key:
        result.seconds_by_step[event.step_key] = event.step_success_data.duration_ms / 1000
    elif event.event_type is dg.DagsterEventType.STEP_FAILURE:
        error = event.step_failure_data.error
        while error and error.cause:
            error = error.cause
        result.failures.append((error.message if error else str(event.message)).strip())
    elif event.event_type is dg.DagsterEventType.ASSET_CHECK_EVALUATION:
        check = event.asset_check_evaluation_data
        if not check.passed and check.severity is dg.AssetCheckSeverity.ERROR:
            result.failures.append(f"check {check.check_name} on {check.asset_key.to_user_string()} failed")
