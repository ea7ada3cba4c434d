"""Everything Dagster loads; `workspace.yaml` points here."""

import dagster as dg

from dagster_project.defs import compaction, jobs, published, raw, sensors, steps
from dagster_project.defs.resources import Rolecall

defs = dg.Definitions(
    assets=dg.load_assets_from_modules([raw, steps, published]),
    asset_checks=dg.load_asset_checks_from_modules([published]),
    jobs=[jobs.rolecall_job, jobs.refresh_job, jobs.reread_job, compaction.compact_job],
    schedules=[*jobs.schedules, compaction.weekly],
    sensors=[jobs.late_landing, sensors.dead_runs, sensors.troubles],
    resources={"rolecall": Rolecall()},
    executor=dg.in_process_executor,
)
