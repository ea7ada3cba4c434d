"""`rolecall compact`: pack the landing, so that each version of a payload lies there once."""

import typer

from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(compact)


def compact() -> None:
    """Pack old payloads: every version stays, once. Runs may go on meanwhile; a kill loses nothing."""
    from warehouse.compaction import compact as compact_landing
    from warehouse.settings import Settings

    for done in compact_landing(Home(Settings().home.resolve()).landing):
        typer.echo(f"{done.platform}\t{done.boards} boards packed\t{done.bytes_before} -> {done.bytes_after} bytes")
        for source in done.damaged:
            typer.echo(f"{source}: a segment is damaged, left as it is", err=True)
