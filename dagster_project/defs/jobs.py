"""The one job, when it runs by itself, and what happens to a crawl that lands late."""

import dagster as dg

from dagster_project.defs.raw import GROUP
from pipelines.normalise.version import version_of
from spiders.platforms import platforms
from warehouse.landing import landed_platforms
from warehouse.layout import Home
from warehouse.settings import Settings

rolecall_job = dg.define_asset_job(
    "rolecall",
    selection=dg.AssetSelection.all(),
    description="Crawl every source that is due, then everything up to the publication.",
    executor_def=dg.in_process_executor,
)
refresh_job = dg.define_asset_job(
    "refresh",
    selection=dg.AssetSelection.all() - dg.AssetSelection.groups(GROUP),
    description="Everything after the crawl: reads what has landed and publishes it.",
    executor_def=dg.in_process_executor,
)
daily = dg.ScheduleDefinition(
    name="daily",
    job=rolecall_job,
    cron_schedule="0 5 * * *",
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Every morning. A board is crawled when its platform's cadence says it is due.",
)
_ACTIVE = [dg.DagsterRunStatus.QUEUED, dg.DagsterRunStatus.STARTING, dg.DagsterRunStatus.STARTED]


def unread_landing(instance: dg.DagsterInstance, home: Home) -> list[str]:
    """Platforms whose landing has grown since the last normalise, or was read by code that has changed since."""
    event = instance.get_latest_materialization_event(dg.AssetKey("stg_crawls"))
    made = event.asset_materialization if event else None
    report = made.metadata["step_report"].value if made and "step_report" in made.metadata else {}
    done = report if isinstance(report, dict) else {}
    return [
        f"{held.platform} at {held.size()} by {version_of(platforms()[held.platform])}"
        for held in landed_platforms(home.landing)
        if held.platform in platforms()
        and (
            done.get("landing_offsets", {}).get(held.platform) != held.size()
            or done.get("read_with", {}).get(held.platform) != version_of(platforms()[held.platform])
        )
    ]


@dg.sensor(job=refresh_job, minimum_interval_seconds=60, default_status=dg.DefaultSensorStatus.RUNNING)
def late_landing(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Publishes what landed while a run was past reading, and re-reads after a change of code, once nothing runs."""
    if context.instance.get_runs_count(dg.RunsFilter(statuses=_ACTIVE)):
        return dg.SkipReason("A run is under way.")
    unread = unread_landing(context.instance, Home(Settings().home.resolve()))
    if not unread:
        return dg.SkipReason("Everything that landed has been read by today's code.")
    return dg.RunRequest(run_key="; ".join(unread), tags={"rolecall/why": "late landing or changed reader"})
