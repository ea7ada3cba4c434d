"""The jobs, when they run by themselves, and what happens to a crawl that lands late."""

from collections.abc import Iterator, Sequence

import dagster as dg

from dagster_project.defs.published import judged
from dagster_project.defs.raw import GROUP
from pipelines.normalise.version import version_of
from spiders.platforms import platforms
from warehouse.landing import landed_platforms
from warehouse.layout import SAMPLE, Home
from warehouse.settings import Settings

#: who started a run, and what for: searchable in the UI's list of runs
FROM, WHY = "rolecall/from", "rolecall/why"
_AFTER_CRAWL = (dg.AssetSelection.all() - dg.AssetSelection.groups(GROUP)) | dg.AssetSelection.checks(judged)

rolecall_job = dg.define_asset_job(
    "rolecall",
    selection=dg.AssetSelection.all(),
    description="Crawl every source that is due, then everything up to the publication.",
    executor_def=dg.in_process_executor,
)
refresh_job = dg.define_asset_job(
    "refresh",
    selection=_AFTER_CRAWL,
    description="Everything after the crawl: reads what has landed and publishes it. No site is asked.",
    executor_def=dg.in_process_executor,
)
reread_job = dg.define_asset_job(
    "reread",
    selection=_AFTER_CRAWL,
    description=(
        "A backfill without asking any site: reads again, out of the landing, the platforms and the day that the "
        "config of `normalise` names in the launchpad, then publishes. `rolecall reread` does the same."
    ),
    executor_def=dg.in_process_executor,
    tags={WHY: "reread"},
)
#: the morning run's hour, UTC
_MORNING = 5
_DAY_H = 24
#: platforms that ask nobody ride with every run
_LEAST_H = 4


def _schedule(name: str, hours: Sequence[int], cadence_h: int, description: str) -> dg.ScheduleDefinition:
    """Crawls what is due at these hours, UTC; a home that holds sample data is left alone."""

    def due(_: dg.ScheduleEvaluationContext) -> dg.RunRequest | dg.SkipReason:
        if Home(Settings().home.resolve()).kind == SAMPLE:
            return dg.SkipReason("This home holds sample data: real boards are crawled in a home of their own.")
        tags = {FROM: "schedule", "rolecall/cadence_h": str(cadence_h)}
        return dg.RunRequest(run_config={"ops": {"crawl": {"config": {"cadence_h": cadence_h}}}}, tags=tags)

    return dg.ScheduleDefinition(
        name=name,
        job=rolecall_job,
        cron_schedule=f"0 {','.join(map(str, hours))} * * *",
        execution_timezone="UTC",
        default_status=dg.DefaultScheduleStatus.RUNNING,
        description=description,
        execution_fn=due,
    )


def _schedules() -> Iterator[dg.ScheduleDefinition]:
    """The daily one, and one for every cadence that is shorter, at the hours that the daily one leaves."""
    every_morning = "Every morning. A board is crawled when its platform's cadence (a day, a week) says it is due."
    yield _schedule("daily", [_MORNING], 0, every_morning)
    for cadence_h in sorted({p.cadence_h for p in platforms().values() if _LEAST_H <= p.cadence_h < _DAY_H}):
        hours = sorted((_MORNING + passed) % _DAY_H for passed in range(cadence_h, _DAY_H, cadence_h))
        names = sorted(p.name for p in platforms().values() if p.cadence_h == cadence_h)
        between = f"Between the mornings, for what changes faster: {', '.join(names)}."
        yield _schedule(f"every_{cadence_h}_hours", hours, cadence_h, between)


schedules = list(_schedules())
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


@dg.sensor(
    job=refresh_job,
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Publishes what landed while a run was past reading; re-reads after a change of code. Asks no site.",
)
def late_landing(context: dg.SensorEvaluationContext) -> dg.RunRequest | dg.SkipReason:
    """Starts `refresh` once nothing runs."""
    if context.instance.get_runs_count(dg.RunsFilter(statuses=_ACTIVE)):
        return dg.SkipReason("A run is under way.")
    unread = unread_landing(context.instance, Home(Settings().home.resolve()))
    if not unread:
        return dg.SkipReason("Everything that landed has been read by today's code.")
    return dg.RunRequest(run_key="; ".join(unread), tags={FROM: "sensor", WHY: "late landing or changed reader"})
