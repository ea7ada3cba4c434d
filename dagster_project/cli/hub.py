"""`rolecall hub`: the hub site over the published file."""

from pathlib import Path
from typing import Annotated

import typer

from dagster_project.cli.ui import check_port_is_free
from warehouse.errors import StorageError
from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(hub)


def hub(
    db: Annotated[Path | None, typer.Option(help="Published file to serve; default: the newest published.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
) -> None:
    """Serve the hub site: skills, openings and challenges as pages. A new publication is followed at once."""
    import uvicorn

    from hub.app import create_app
    from warehouse.publication import published_file
    from warehouse.settings import Settings

    place = db.absolute() if db else Home(Settings().home.resolve()).published
    check_port_is_free(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    try:
        typer.echo(f"Rolecall hub on {address} over {published_file(place)} (Ctrl-C stops it)", err=True)
    except StorageError as error:
        typer.echo(f"Rolecall hub on {address}, waiting: {error}", err=True)
    uvicorn.run(create_app(place), host=host, port=port, log_level="warning", server_header=False)
