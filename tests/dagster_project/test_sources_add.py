"""`rolecall sources add`: from the URL alone where that tells, else from the page; never a guess."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dagster_project.cli import app
from spiders.platforms.base import Source
from spiders.sample_sites.server import serve
from warehouse.errors import UsageError

CAREERS = "https://www.acme.example/careers"


@pytest.fixture
def added(monkeypatch: pytest.MonkeyPatch) -> list[Source]:
    """What would be written to the shipped registry."""
    sources: list[Source] = []

    def keep(new: list[Source]) -> list[str]:
        sources.extend(new)
        return [source.source_id for source in new]

    monkeypatch.setattr("spiders.registry.add_to_registry", keep)
    return sources


def add(url: str) -> Result:
    return CliRunner().invoke(app, ["sources", "add", url, "--company", "Acme"])


def add_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, html: str) -> Result:
    (tmp_path / "page.html").write_text(html)
    line = {"method": "GET", "url": CAREERS, "status": 200, "headers": {}, "body_file": "page.html"}
    (tmp_path / "index.jsonl").write_text(json.dumps(line) + "\n")
    with serve(tmp_path) as server:
        monkeypatch.setenv("ROLECALL_REPLAY", server.address)
        return add(CAREERS)


def test_a_url_that_tells_is_not_fetched(added: list[Source]) -> None:
    result = add("https://jobs.lever.co/acme/0f1e2d3c")
    assert (result.exit_code, result.stdout) == (0, "Added lever:acme.\n")
    assert added == [Source("Acme", "lever", "acme")]


def test_a_page_that_tells_is_looked_at(added: list[Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = add_page(tmp_path, monkeypatch, '<script src="https://jobs.ashbyhq.com/acme/embed"></script>')
    assert (result.exit_code, result.stdout) == (0, "Added ashby:acme.\n")
    assert "ashby:acme\tembedded\tscript https://jobs.ashbyhq.com/acme/embed" in result.stderr
    assert added == [Source("Acme", "ashby", "acme")]


@pytest.mark.parametrize(
    ("html", "seen"),
    [
        (
            '<a href="https://jobs.lever.co/acme">x</a><a href="https://jobs.lever.co/other">y</a>',
            "lever:other\tlinked",
        ),
        ('<div id="grnhse_app"></div>', "greenhouse:?\tplatform_only"),
        ("<p>Write us a letter.</p>", ""),
    ],
)
def test_what_is_not_sure_is_not_added(
    added: list[Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, html: str, seen: str
) -> None:
    result = add_page(tmp_path, monkeypatch, html)
    assert isinstance(result.exception, UsageError)
    assert seen in result.stderr
    assert added == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ('<div id="grnhse_app"></div>', "runs on greenhouse but names no board"),
        ('<div id="root"></div><script src="/main.js"></script>', "made by JavaScript"),
        ("<p>Write us a letter.</p>", "No board is recognisable"),
    ],
)
def test_it_says_what_to_do(
    added: list[Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, html: str, words: str
) -> None:
    assert words in str(add_page(tmp_path, monkeypatch, html).exception)


def test_a_careers_page_whose_jobs_are_its_own_is_added_by_its_address(
    added: list[Source], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = {
        CAREERS: '<a href="/jobs/diver-7">Diver</a>',
        "https://www.acme.example/jobs/diver-7": '<script type="application/ld+json">{"@type": "JobPosting"}</script>',
    }
    lines = []
    for number, (url, html) in enumerate(pages.items()):
        (tmp_path / f"{number}.html").write_text(html)
        lines.append(json.dumps({"method": "GET", "url": url, "status": 200, "body_file": f"{number}.html"}))
    (tmp_path / "index.jsonl").write_text("\n".join(lines))
    with serve(tmp_path) as server:
        monkeypatch.setenv("ROLECALL_REPLAY", server.address)
        result = add(CAREERS)
    assert result.stdout == "Added careers_page:www.acme.example/careers.\n"
    assert "looked at, too: https://www.acme.example/jobs/diver-7" in result.stderr


def test_a_platform_that_nobody_reads_is_said(added: list[Source]) -> None:
    result = add("https://app.mokahr.com/social-recruitment/acme/1")
    assert isinstance(result.exception, UsageError)
    assert "runs on moka (acme/1)" in str(result.exception)
    assert added == []


def test_an_address_that_tells_no_whole_board_adds_none_and_says_what_a_board_is(added: list[Source]) -> None:
    result = add("https://lde.tbe.taleo.net/lde02/ats/careers/v2/searchResults?org=ACME&cws=37")
    assert isinstance(result.exception, UsageError)
    assert "pod.tbe.taleo.net|instance|org|cws" in str(result.exception)
    assert added == []
