"""Packing the landing, weekly or on demand: old payloads lie there once a version. Crawls may go on meanwhile."""

import dagster as dg

from dagster_project.defs.resources import Rolecall
from warehouse.compaction import CompactionReport, compact


@dg.op(description="Packs every platform's landing under its lock, for as long as a crawl waits to append a board.")
def pack_landing(context: dg.OpExecutionContext, rolecall: Rolecall) -> None:
    """What it did by platform, as the output's metadata; a board that cannot be read is left as it is, and named."""
    reports = compact(rolecall.home.landing)
    damaged = [source for report in reports for source in report.damaged]
    context.add_output_metadata(
        {
            "bytes_before": sum(report.bytes_before for report in reports),
            "bytes_after": sum(report.bytes_after for report in reports),
            "boards_packed": sum(report.boards for report in reports),
            "damaged": ", ".join(damaged) or "none",
            "by_platform": dg.MetadataValue.table([_row(report) for report in reports], _SCHEMA),
        }
    )
    for source in damaged:
        context.log.warning(f"landing_damaged source={source} left=as_it_is")


_COUNTS = ("boards", "bytes_before", "bytes_after")
_SCHEMA = dg.TableSchema([dg.TableColumn("platform"), *(dg.TableColumn(name, "int") for name in _COUNTS)])


def _row(report: CompactionReport) -> dg.TableRecord:
    return dg.TableRecord({name: getattr(report, name) for name in ("platform", *_COUNTS)})


@dg.job(
    executor_def=dg.in_process_executor,
    description="Pack the landing: every payload version stays, once. `rolecall compact` does the same.",
)
def compact_job() -> None:
    """One step."""
    pack_landing()


weekly = dg.ScheduleDefinition(
    name="weekly_compaction",
    job=compact_job,
    cron_schedule="0 3 * * 0",
    execution_timezone="UTC",
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="Sundays before the morning's run: packs what has landed in the week.",
)
