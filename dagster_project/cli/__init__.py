"""The command line: one module a group of commands. A command imports what it needs when it runs: help is quick."""

import sys
from importlib import import_module

import typer

from warehouse.errors import RolecallError, UsageError

app = typer.Typer(
    name="rolecall",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Positions and challenges by skill: crawl, classify, deduplicate, publish one DuckDB file.",
)
for _module in ("run", "reread", "published", "ui", "hub", "sources", "listings", "sites", "compact", "forget"):
    import_module(f"{__name__}.{_module}").add_to(app)


def main() -> None:
    """Run a command; an error made on purpose is one sentence and a status, never a traceback."""
    try:
        app()
    except RolecallError as error:
        typer.echo(f"rolecall: {error}", err=True)
        sys.exit(2 if isinstance(error, UsageError) else 1)
    except BrokenPipeError:
        sys.exit(0)
