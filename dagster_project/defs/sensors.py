"""What the daemon looks at every minute: runs whose process is gone, failed runs and sources that have fallen ill."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import dagster as dg

from dagster_project.instance import fail_dead_runs
from dagster_project.troubles import Trouble, ill_sources, newly_ill, run_failed, tell
from warehouse.errors import StorageError
from warehouse.layout import Home
from warehouse.publication import open_published, published_file
from warehouse.settings import Settings

#: how far back the first look goes
_FIRST_LOOK = timedelta(days=1)
#: from its start to taking its lock, on a busy machine
STARTED_GRACE = timedelta(minutes=1)


@dg.sensor(
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Marks runs failed whose process is gone (killed, machine stopped), so that the queue goes on.",
)
def dead_runs(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Dagster's own launcher cannot tell whether a started run lives; the run's lock can."""
    dead = fail_dead_runs(context.instance, Home(Settings().home.resolve()), STARTED_GRACE)
    return dg.SkipReason(f"Marked failed: {', '.join(dead)}." if dead else "Every unfinished run is alive.")


@dg.sensor(
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Reports failed runs and newly suspect or failing sources, once each: to ROLECALL_WEBHOOK or here.",
)
def troubles(context: dg.SensorEvaluationContext) -> dg.SkipReason:
    """Where the webhook takes no message the cursor stays, so that the next look tells the same again."""
    settings = Settings()
    cursor: dict[str, Any] = json.loads(context.cursor) if context.cursor else {}
    failures, cursor["failed_until"] = _failures(context.instance, cursor.get("failed_until"))
    illness, seen = _illness(Home(settings.home.resolve()), cursor)
    found = [*failures, *([illness] if illness else [])]
    tell(found, settings.webhook.get_secret_value() if settings.webhook else None, context.log.warning)
    context.update_cursor(json.dumps(cursor | seen))
    return dg.SkipReason("\n".join(trouble.text for trouble in found) or "No new trouble.")


def _failures(instance: dg.DagsterInstance, since: float | None) -> tuple[list[Trouble], float]:
    """The runs that failed since an instant, and the instant to go on from."""
    after = datetime.fromtimestamp(since, UTC) if since else datetime.now(UTC) - _FIRST_LOOK
    failed = dg.RunsFilter(statuses=[dg.DagsterRunStatus.FAILURE], updated_after=after)
    records = sorted(instance.get_run_records(failed, limit=20), key=lambda record: record.update_timestamp)
    found = [
        run_failed(record.dagster_run.run_id, record.dagster_run.job_name, _errors(instance, record.dagster_run.run_id))
        for record in records
    ]
    return found, max((record.update_timestamp.timestamp() for record in records), default=after.timestamp())


def _errors(instance: dg.DagsterInstance, run_id: str) -> list[str]:
    kinds = {dg.DagsterEventType.STEP_FAILURE, dg.DagsterEventType.RUN_FAILURE}
    steps, runs = [], []
    for entry in instance.all_logs(run_id, of_type=kinds):
        event = entry.dagster_event
        if event and event.event_type is dg.DagsterEventType.STEP_FAILURE:
            error = event.step_failure_data.error
            while error and error.cause:
                error = error.cause
            steps.append(f"{event.step_key}: {error.message if error else event.message}")
        elif event:
            runs.append(event.message or "")
    return steps or runs


def _illness(home: Home, cursor: dict[str, Any]) -> tuple[Trouble | None, dict[str, Any]]:
    """Who is newly ill in the newest publication, and what to remember of it."""
    try:
        name = published_file(home.published).name
        if cursor.get("file") == name:
            return None, {}
        with open_published(home.published) as con:
            rows = ill_sources(con)
    except StorageError:
        return None, {}
    return newly_ill(cursor.get("ill", {}), rows), {
        "file": name,
        "ill": {row["source_id"]: row["state"] for row in rows},
    }
