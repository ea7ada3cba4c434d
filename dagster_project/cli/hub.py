"""`rolecall hub`: the hub site over the published file."""

import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from dagster_project.cli.ui import check_port_is_free
from warehouse.errors import StorageError, UsageError
from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(hub)


def hub(
    db: Annotated[Path | None, typer.Option(help="Published file to serve; default: the newest published.")] = None,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 8000,
    workers: Annotated[int, typer.Option(help="Processes that answer; one a core serves the most.", min=1)] = 1,
    site_url: Annotated[str | None, typer.Option(help="Address that readers know the site by.")] = None,
) -> None:
    """Serve the hub site: skills, openings and challenges as pages. A new publication is followed at once."""
    import uvicorn

    from hub.app import PLACE, SITE_URL, create_app
    from warehouse.publication import published_file
    from warehouse.settings import Settings

    place = db.absolute() if db else Home(Settings().home.resolve()).published
    check_port_is_free(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/"
    try:
        typer.echo(f"Rolecall hub on {address} over {published_file(place)} (Ctrl-C stops it)", err=True)
    except StorageError as error:
        typer.echo(f"Rolecall hub on {address}, waiting: {error}", err=True)
    if site_url and not re.fullmatch(r"https?://[^/\s\"'<>]+(/[^\s\"'<>?#]*)?", site_url):
        raise UsageError(f"--site-url {site_url} is no address of a site: write it like https://jobs.example.org.")
    options: dict[str, Any] = {"host": host, "port": port, "log_level": "warning", "server_header": False}
    if workers == 1:
        uvicorn.run(create_app(place, site_url), **options)
    else:
        os.environ |= {PLACE: str(place), SITE_URL: site_url or ""}
        uvicorn.run("hub.app:app_of_environment", factory=True, workers=workers, **options)
