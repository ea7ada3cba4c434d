"""`rolecall run`: the main job, its progress, and the summary table at its end."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.errors import UsageError, WorkFailed
from warehouse.layout import REAL, SAMPLE, Home

if TYPE_CHECKING:
    from dagster_project.main_job import JobResult
    from dagster_project.planning import Choice


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(run)


def run(
    sample: Annotated[bool, typer.Option("--sample", help="Crawl the bundled sample sites over loopback.")] = False,
    source: Annotated[list[str] | None, typer.Option(help="Only sources whose source_id matches (fnmatch).")] = None,
    registry: Annotated[
        list[Path] | None, typer.Option(help="CSV with company, platform, board, instead of the shipped registry.")
    ] = None,
    as_of: Annotated[str | None, typer.Option(help="Clock of the run, such as 2026-08-22T06:00:00Z.")] = None,
) -> None:
    """Crawl, classify, deduplicate and publish."""
    from contextlib import ExitStack

    clock = instant_of(as_of) if as_of else datetime.now(UTC)
    from dagster_project.cli.summary import print_summary
    from dagster_project.planning import Choice, check_clock, chosen_sources
    from spiders.registry import SAMPLE_SITES
    from spiders.replay_address import check_replay_address
    from spiders.sample_sites.server import serve
    from warehouse.settings import Settings

    settings = Settings()
    home = Home(settings.home.resolve())
    choice = Choice(tuple(source or ()), tuple(str(path) for path in registry or ()), sample)
    sources = chosen_sources(choice)
    if settings.replay:
        check_replay_address(settings.replay)
    home.prepare()
    home.claim(SAMPLE if sample else REAL)
    check_clock(sources, home.landing, clock)
    typer.echo(f"Rolecall: {len(sources)} boards, clock {clock:%Y-%m-%d %H:%M:%SZ}, data in {home.root}", err=True)
    with ExitStack() as stack:
        replay = stack.enter_context(serve(SAMPLE_SITES)).address if sample else settings.replay
        platforms = frozenset(source.platform for source in sources)
        result = _run_job(choice, clock, replay, home, platforms)
    if not result.is_success:
        raise WorkFailed(f"{_sentence(result.failures)} The last publication, if any, stays in place.")
    print_summary(home, result)


def instant_of(text: str, option: str = "--as-of") -> datetime:
    """An instant a person typed; without an offset it is UTC.

    Raises UsageError where it is no instant.
    """
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"{option} {text!r} is not a time: write it like 2026-08-22T06:00:00Z.") from error
    return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def _run_job(
    choice: "Choice", clock: datetime, replay: str | None, home: Home, platforms: frozenset[str]
) -> "JobResult":
    """The job, with a line on standard error for each step."""
    from dagster_project.cli.progress import Progress

    started = perf_counter()
    _quiet_libraries()
    with Progress() as progress:
        progress.say("starting Dagster")
        from dagster_project.main_job import JobRequest, run_main_job

        request = JobRequest(
            list(choice.patterns),
            list(choice.registries),
            choice.is_sample,
            clock.isoformat(),
            replay,
            choice.tag,
            platforms,
        )
        result = run_main_job(request, home, progress.on_event)
    result.seconds = perf_counter() - started
    return result


def _quiet_libraries() -> None:
    """Dagster logs to the terminal as it starts; its events are in the run, where `make ui` shows them."""
    logging.getLogger("dagster").setLevel(logging.CRITICAL)


def _sentence(failures: list[str]) -> str:
    text = "; ".join(failures) or "The run failed; `make ui` shows where."
    return text if text.endswith((".", "!")) else f"{text}."
