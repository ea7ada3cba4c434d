"""`rolecall forget`: the way out after a run whose clock was wrong."""

from typing import Annotated

import typer

from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(forget)


def forget(
    after: Annotated[str, typer.Option(help="Forget what was crawled later than this, such as 2026-08-22T06:00:00Z.")],
) -> None:
    """Set aside the crawls of runs whose clock was ahead; the next run asks the boards again."""
    from dagster_project.cli.run import instant_of
    from warehouse.forgetting import forget_after
    from warehouse.settings import Settings

    forgotten = forget_after(Home(Settings().home.resolve()), instant_of(after, "--after"))
    for platform, count in forgotten.items():
        typer.echo(f"{platform}\t{count} crawls set aside in forgotten.jsonl")
    typer.echo("The next run rebuilds the warehouse." if forgotten else f"Nothing was crawled after {after}.", err=True)
