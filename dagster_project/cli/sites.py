"""`rolecall sample-sites`: serve a folder of recordings to crawl without the internet."""

from pathlib import Path
from typing import Annotated

import typer


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command("sample-sites")(sample_sites)


def sample_sites(
    directory: Annotated[
        Path | None, typer.Option("--dir", help="A folder with index.jsonl; default: the bundled sites.")
    ] = None,
    port: Annotated[int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.", min=0, max=65535)] = 8901,
) -> None:
    """Serve recorded sites over loopback until interrupted."""
    from spiders.registry import SAMPLE_SITES
    from spiders.sample_sites.server import serve

    with serve(directory or SAMPLE_SITES, port) as server:
        typer.echo(f"Serving {directory or SAMPLE_SITES} at {server.address} (Ctrl-C stops it)", err=True)
        typer.echo(f"ROLECALL_REPLAY={server.address}")
        try:
            server.wait()
        except KeyboardInterrupt:
            typer.echo("Stopped.", err=True)
