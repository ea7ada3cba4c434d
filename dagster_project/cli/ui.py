"""`rolecall ui`: the Dagster UI over the same data folder, with the shipped settings and the daily schedule."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from warehouse.errors import UsageError, WorkFailed
from warehouse.layout import Home


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command()(ui)


def ui(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port to listen on.", min=1, max=65535)] = 3000,
) -> None:
    """Watch and start runs in the Dagster UI."""
    from dagster_project.instance import install_settings
    from warehouse.settings import Settings

    home = Home(Settings().home.resolve())
    home.prepare()
    install_settings(home)
    check_port_is_free(host, port)
    workspace = Path(__file__).parents[2] / "workspace.yaml"
    if not workspace.exists():
        raise WorkFailed(f"There is no {workspace}: run this from a clone of the repository.")
    # children find the data folder from wherever Dagster starts them
    os.environ |= {"DAGSTER_HOME": str(home.dagster), "ROLECALL_HOME": str(home.root)}
    # Dagster says that `dagster dev` has a successor, which wants another package for the same thing
    quiet = ["-W", "ignore:Function `dev_command` is superseded"]
    command = [sys.executable, *quiet, "-m", "dagster", "dev", "-w", str(workspace), "-h", host, "-p", str(port)]
    os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell


def check_port_is_free(host: str, port: int) -> None:
    """Raises UsageError where something listens there already, or the address is not this machine's."""
    import socket

    try:
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
    except OSError as error:
        raise UsageError(f"Cannot listen on {host}:{port} ({error.strerror}): choose another --port.") from error
