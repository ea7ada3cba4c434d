"""`rolecall hub`: what it hands to the server, and a port that is taken."""

import os
import socket

import pytest
import typer
import uvicorn
from typer.testing import CliRunner

from dagster_project.cli import hub
from hub.app import app_of_environment
from warehouse.errors import UsageError


@pytest.fixture
def started(monkeypatch):
    """What the server was started with, instead of starting it."""
    calls = []
    monkeypatch.setattr(uvicorn, "run", lambda app, **options: calls.append((app, options)))
    return calls


def rolecall_hub(*arguments):
    app = typer.Typer()
    hub.add_to(app)
    return CliRunner().invoke(app, arguments, catch_exceptions=False)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_it_serves_the_newest_publication_and_prints_its_address(started, publish_small, folder, monkeypatch):
    monkeypatch.setenv("ROLECALL_HOME", str(folder.parent))
    file = publish_small().file
    port = free_port()
    result = rolecall_hub("--port", str(port))
    assert result.exit_code == 0
    assert f"Rolecall hub on http://127.0.0.1:{port}/ over {file}" in result.stderr
    assert (started[0][1]["host"], started[0][1]["port"]) == ("127.0.0.1", port)


def test_it_waits_where_nothing_is_published_yet(started, folder):
    result = rolecall_hub("--db", str(folder), "--port", str(free_port()))
    assert result.exit_code == 0
    assert "waiting: Nothing is published yet" in result.stderr
    assert len(started) == 1


def test_a_port_in_use_is_one_sentence(started, folder):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"Cannot listen on 127.0.0.1:{port} .*: choose another --port"):
            rolecall_hub("--db", str(folder), "--port", str(port))
    assert started == []


def test_workers_are_told_what_to_serve(started, publish_small, folder, site, monkeypatch):
    monkeypatch.setattr("os.environ", dict(os.environ))
    publish_small()
    more = ("--workers", "2", "--site-url", "https://a.example/")
    result = rolecall_hub("--db", str(folder), "--port", str(free_port()), *more)
    assert result.exit_code == 0
    app, options = started[0]
    assert (app, options["factory"], options["workers"]) == ("hub.app:app_of_environment", True, 2)
    site.app = app_of_environment()
    canonical = site.get("/openings").page.css_first("link[rel=canonical]")
    assert canonical.attributes["href"] == "https://a.example/openings"


def test_a_site_url_that_is_none_is_one_sentence(started, folder):
    with pytest.raises(UsageError, match="write it like https://"):
        rolecall_hub("--db", str(folder), "--port", str(free_port()), "--site-url", "jobs.example.org")
    assert started == []
