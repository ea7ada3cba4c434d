"""`rolecall reread`: a backfill out of the landing, through the same job as in the Dagster UI."""

import logging
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Annotated

import typer

from warehouse.errors import UsageError, WorkFailed
from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(reread)


def reread(
    platform: Annotated[list[str] | None, typer.Option(help="Only this platform, such as greenhouse.")] = None,
    day: Annotated[str | None, typer.Option(help="Only what last landed on this day, such as 2026-08-22.")] = None,
    as_of: Annotated[str | None, typer.Option(help="Clock of the run, such as 2026-08-22T06:00:00Z.")] = None,
) -> None:
    """Read landed payloads again and publish: of a platform, of a day, or both. No site is asked."""
    from dagster_project.cli.progress import Progress
    from dagster_project.cli.run import instant_of
    from dagster_project.cli.summary import print_summary
    from warehouse.settings import Settings

    if not platform and not day:
        raise UsageError("Say what to read again: --platform greenhouse, --day 2026-08-22, or both.")
    home = Home(Settings().home.resolve())
    home.prepare()
    _check(platform or [], day, home)
    clock = instant_of(as_of) if as_of else datetime.now(UTC)
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    started = perf_counter()
    with Progress() as progress:
        progress.say("starting Dagster")
        from dagster_project.main_job import run_reread

        result = run_reread(platform or [], day or "", clock.isoformat(), home, progress.on_event)
    result.seconds = perf_counter() - started
    if not result.is_success:
        raise WorkFailed(
            f"{'; '.join(result.failures) or 'The run failed'}. The last publication, if any, stays in place."
        )
    print_summary(home, result)


def _check(named: list[str], day: str | None, home: Home) -> None:
    """Raises UsageError where a platform has landed nothing here, or the day is no day."""
    from warehouse.landing import landed_platforms

    landed = [held.platform for held in landed_platforms(home.landing)]
    for name in named:
        if name not in landed:
            raise UsageError(
                f"Nothing of {name!r} has landed in {home.landing}; landed are {', '.join(landed) or 'none'}."
            )
    try:
        date.fromisoformat(day or "2000-01-01")
    except ValueError as error:
        raise UsageError(f"--day {day!r} is no day: write it like 2026-08-22.") from error
