"""The main job as a person starts it: real processes on the sample sites, again, killed, and given wrong input."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dagster_project.cli import main
from warehouse.publication import open_published

Rolecall = Callable[..., "subprocess.CompletedProcess[str]"]
SAMPLE = ["run", "--sample", "--as-of", "2026-11-22T06:00:00Z"]
LATER = ["run", "--sample", "--as-of", "2026-11-22T07:00:00Z"]
TIMES = {
    "first_seen_at",
    "last_seen_at",
    "updated_at",
    "published_at",
    "publication_id",
    "run_id",
    "crawl_id",
    "consecutive_failures",
}


@pytest.fixture
def published(home: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with open_published(home / "published") as con:
        yield con


def one(con: duckdb.DuckDBPyConnection, query: str) -> Any:
    row = con.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_the_run_ends_with_a_table_and_what_to_type_next(home: Path) -> None:
    shown = (home / "first_run.txt").read_text()
    for expected in (
        "Product Management",
        "positions",
        "challenges",
        "rolecall.duckdb",
        "rolecall sql",
        "rolecall status",
    ):
        assert expected in shown


def test_the_flagship_hub_is_populated(published: duckdb.DuckDBPyConnection) -> None:
    assert one(published, "SELECT count(*) FROM product_management_positions") > 30
    assert one(published, "SELECT count(*) FROM product_management_challenges") > 3
    assert (
        one(published, "SELECT count(*) FROM product_management_positions WHERE title ILIKE '%product marketing%'") == 0
    )
    assert one(published, "SELECT count(*) FROM product_management_positions WHERE len(evidence::JSON[]) = 0") == 0


def test_every_posting_lands_in_one_position_or_the_rejects(published: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT count(*), count(DISTINCT (source_id, identifier)) FROM position_sources"
    sources, distinct = published.execute(query).fetchall()[0]
    assert sources == distinct > 250
    assert one(published, "SELECT count(*) FROM positions") < sources
    assert one(published, "SELECT count(*) FROM rejects WHERE reason LIKE 'missing_field%'") == 2
    assert one(published, "SELECT count(*) FROM rejects WHERE reason LIKE 'prospect_post%'") >= 1


def test_boards_that_failed_are_named_with_their_reason(published: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT source_id, reason FROM source_health WHERE state = 'failing' ORDER BY source_id"
    failing = dict(published.execute(query).fetchall())
    assert {"greenhouse:brightwaterdental", "greenhouse:gonefishingstudios", "lever:paperkitemutual"} == set(failing)
    assert "500" in failing["greenhouse:brightwaterdental"]


def contents(home: Path) -> dict[str, list[Any]]:
    """Every published table, row by row, without run ids and times."""
    found: dict[str, list[Any]] = {}
    with open_published(home / "published") as con:
        tables = con.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        for (table,) in tables:
            columns = con.execute(f"SELECT column_name FROM (DESCRIBE {table})").fetchall()
            kept = [name for (name,) in columns if name not in TIMES and not name.endswith("_at")]
            rows = con.execute(f"SELECT {', '.join(kept)} FROM {table}").fetchall() if kept else []
            found[table] = sorted(map(repr, rows))
    return found


@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["run", "--registry", "none.csv"], 2, "There is no registry file none.csv"),
        (["run", "--source", "myspace:*"], 2, "No source matches myspace:*"),
        (["run", "--as-of", "yesterday"], 2, "is not a time: write it like"),
        (["run", "--as-of", "2020-01-01T00:00:00Z", "--sample"], 2, "is before the last crawl of"),
        (["run", "--as-of", "2020-01-01T00:00:00Z", "--sample"], 2, "`rolecall forget --after 2020-01-01T00:00:00Z`"),
        (["forget", "--after", "yesterday"], 2, "--after 'yesterday' is not a time: write it like"),
        (["forget", "--after", "2031-01-01T00:00:00Z"], 0, "Nothing was crawled after 2031-01-01"),
        (["run"], 1, "holds sample data and this run would add real data"),
        (["sql", "SELECT nothing FROM nowhere"], 2, "The query failed"),
        (["sql", "COPY positions TO 'x.csv'"], 2, "The query failed"),
        (["sql", "SELECT * FROM read_text('/etc/hostname')"], 2, "The query failed"),
        (["read", "myspace", "--board", "b"], 2, "Unknown platform 'myspace'; known are"),
        (["sample-sites", "--dir", "nowhere"], 2, "nowhere"),
        (["detect", "-i", "nowhere.jsonl"], 2, "Cannot read nowhere.jsonl"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_input_is_one_sentence_and_a_status(
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    status: int,
    sentence: str,
) -> None:
    monkeypatch.setenv("ROLECALL_HOME", str(home))
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "argv", ["rolecall", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr().err
    assert (ended.value.code, said.count("Traceback")) == (status, 0), said
    assert sentence in " ".join(said.split())


@pytest.mark.parametrize(("arguments", "status"), [(["run"], 1), (["run", "--source", "myspace:*"], 2)])
def test_the_process_ends_with_that_status(home: Path, rolecall: Rolecall, arguments: list[str], status: int) -> None:
    done = rolecall(home, *arguments)
    assert (done.returncode, done.stderr.count("Traceback"), done.stderr.count("\n")) == (status, 0, 1), done.stderr


def test_a_deleted_publication_and_a_killed_run_are_made_good_by_the_next(home: Path, rolecall: Rolecall) -> None:
    before = contents(home)
    (home / "published" / "rolecall.duckdb").unlink()
    told = rolecall(home, "status")
    assert (told.returncode, "Nothing is published yet" in told.stderr) == (1, True)
    kill_in_the_middle(home, SAMPLE)
    for again in (SAMPLE, LATER):  # at the very same clock, and an hour later
        done = rolecall(home, *again)
        assert done.returncode == 0, done.stderr
        assert contents(home) == before
    assert rolecall(home, "status").returncode == 0


def kill_in_the_middle(home: Path, arguments: list[str]) -> None:
    """A run that dies past the crawl, in the middle of the writing."""
    environment = {**os.environ, "ROLECALL_HOME": str(home)}
    command = [sys.executable, "-m", "dagster_project", *arguments]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=environment, start_new_session=True
    ) as killed:
        assert killed.stderr is not None
        assert any("normalise" in line for line in killed.stderr)
        os.killpg(killed.pid, signal.SIGKILL)
