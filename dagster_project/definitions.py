"""Everything Dagster loads; `workspace.yaml` points here."""

import dagster as dg

from dagster_project.defs import jobs, raw, steps
from dagster_project.defs.resources import Rolecall

defs = dg.Definitions(
    assets=dg.load_assets_from_modules([raw, steps]),
    jobs=[jobs.rolecall_job, jobs.refresh_job],
    schedules=[jobs.daily],
    sensors=[jobs.late_landing],
    resources={"rolecall": Rolecall()},
    executor=dg.in_process_executor,
)
