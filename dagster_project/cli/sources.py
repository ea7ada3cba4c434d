"""`rolecall sources`: look at the registry, check boards, add one by its URL, import a list."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from warehouse.errors import UsageError, WorkFailed

if TYPE_CHECKING:
    from spiders.detection.visit import PageSighting


def add_to(app: typer.Typer) -> None:
    """Register the group."""
    group = typer.Typer(no_args_is_help=True, help="The registry: which boards are crawled.")
    group.command("list")(list_sources)
    group.command("add")(add)
    group.command("check")(check)
    group.command("import")(import_file)
    app.add_typer(group, name="sources")


def list_sources(
    source: Annotated[list[str] | None, typer.Option(help="Only sources whose source_id matches (fnmatch).")] = None,
) -> None:
    """Every board of the registry, one a line: source_id and company."""
    from spiders.registry import select, shipped_registry

    for found in select(shipped_registry(), source or []):
        typer.echo(f"{found.source_id}\t{found.company}")


def add(
    url: Annotated[str, typer.Argument(help="A careers page or job URL.")],
    company: Annotated[str, typer.Option(help="The employer's name.")],
) -> None:
    """Add the board behind a careers URL to the registry; where the URL alone does not tell, its page is looked at."""
    from spiders.detection import detect_by_form
    from spiders.platforms import platforms
    from spiders.platforms.base import Source
    from spiders.registry import add_to_registry

    platform, board = detect_by_form(url) or _board_on_page(url)
    if platform not in platforms():
        raise UsageError(f"{url} runs on {platform} ({board}), which Rolecall does not read yet.")
    source = Source(company, platform, board)
    try:
        list(platforms()[platform].requests(source))
    except ValueError as error:
        raise UsageError(f"{url} runs on {platform}, but does not tell a whole board: {error}.") from error
    typer.echo(_added(add_to_registry([source])))


def _board_on_page(url: str) -> tuple[str, str]:
    """The one board that a page gives away, after saying what was seen.

    Raises UsageError where the page shows none, or several that are equally likely.
    """
    from spiders.detection.pages import best_of
    from spiders.detection.visit import look_at
    from warehouse.settings import Settings

    page = look_at(url, Settings())
    for seen in page.sightings:
        typer.echo(f"{seen.platform}:{seen.board or '?'}\t{seen.strength.name.lower()}\t{seen.evidence}", err=True)
    for further in page.further:
        typer.echo(f"looked at, too: {further}", err=True)
    best = best_of(page.sightings)
    if best is not None and best.board is not None:
        is_its_own = best.platform == "careers_page" and page.further  # a job page told: start where the list is
        return best.platform, page.url.split("://", 1)[1] if is_its_own else best.board
    raise UsageError(_why_none(page))


def _why_none(page: "PageSighting") -> str:
    """What kept a page from naming one board, and what a person can do."""
    if any(seen.board for seen in page.sightings):
        return f"{page.url} shows several boards: give the URL of the one that is meant."
    if page.sightings:
        names = " or ".join(dict.fromkeys(seen.platform for seen in page.sightings))
        return f"{page.url} runs on {names} but names no board: open it, follow a job link, and give its URL."
    if page.is_made_by_javascript:
        return (
            f"{page.url} is made by JavaScript and says nothing without: open it, follow a job link, and give its URL; "
            "if the jobs are the company's own pages, add a line with the platform careers_page_js."
        )
    return f"No board is recognisable on {page.url}: open it, follow a job link, and give its URL."


def import_file(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="CSV with company, platform, board.")],
) -> None:
    """Add every board of a CSV file to the registry."""
    from spiders.registry import add_to_registry, load_csv

    typer.echo(_added(add_to_registry(load_csv(path))))


def _added(names: list[str]) -> str:
    return f"Added {', '.join(names)}." if names else "Nothing added: the registry has these boards already."


def check(
    pattern: Annotated[str, typer.Argument(help="A source_id or fnmatch pattern, such as greenhouse:acme.")],
) -> None:
    """Crawl boards now, into nothing, and say what came back."""
    import logging
    import tempfile
    from datetime import UTC, datetime

    from spiders.board_spider import CrawlPlan
    from spiders.crawl import crawl
    from spiders.registry import select, shipped_registry
    from warehouse.settings import Settings

    sources = select(shipped_registry(), [pattern])
    platforms = {source.platform for source in sources}
    if len(platforms) > 1:
        raise UsageError(f"{pattern} matches boards of {', '.join(sorted(platforms))}: check one platform at a time.")
    logging.getLogger().setLevel(logging.ERROR)
    plan = CrawlPlan(platforms.pop(), tuple(sources), "check", "check", datetime.now(UTC))
    with tempfile.TemporaryDirectory() as folder:
        report = crawl(plan, Path(folder), Settings())
    for board in report.landed:
        typer.echo(f"{board.source_id}\t{board.outcome}\t{board.payload_count} listings\t{board.detail or ''}")
    if any(board.outcome not in {"complete", "unchanged", "empty"} for board in report.landed):
        raise WorkFailed("Some boards did not answer in full.")
