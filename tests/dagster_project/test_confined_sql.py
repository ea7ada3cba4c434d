"""`rolecall sql` reads the published file and nothing else, within its limits; exports run nothing in a spreadsheet."""

import csv
from pathlib import Path

import duckdb
import pytest
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.cli.rows import harmless
from warehouse.errors import RolecallError, UsageError, WorkFailed

runner = CliRunner()
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'quoted", "＝1"]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A published folder with one table of texts, and a file beside it that must not be read."""
    published = tmp_path / "published"
    published.mkdir()
    with duckdb.connect(str(published / "rolecall-1.duckdb")) as con:
        con.execute("CREATE TABLE positions (title VARCHAR, pay INTEGER, themes VARCHAR[])")
        con.executemany("INSERT INTO positions VALUES (?, -5, ['=a'])", [[text] for text in [*FORMULAS, "Plain", None]])
    (published / "rolecall.duckdb").symlink_to("rolecall-1.duckdb")
    (tmp_path / "secret.csv").write_text("secret\n1\n")
    monkeypatch.setenv("ROLECALL_HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def failure(*arguments: str) -> RolecallError:
    done = runner.invoke(app, list(arguments))
    assert isinstance(done.exception, RolecallError), (done.output, done.exception)
    return done.exception


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('secret.csv')",
        "SELECT * FROM 'secret.csv'",
        "SELECT content FROM read_text('/etc/hostname')",
        "SELECT * FROM glob('*')",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "COPY positions TO 'stolen.csv'",
        "COPY (SELECT 1) TO 'stolen.parquet'",
        "EXPORT DATABASE 'stolen'",
        "IMPORT DATABASE 'stolen'",
        "ATTACH 'other.duckdb'",
        "ATTACH 'secret.csv' AS other (TYPE sqlite)",
        "INSTALL httpfs",
        "LOAD httpfs",
        "INSTALL x FROM community",
        "LOAD '/tmp/evil.duckdb_extension'",
        "SET enable_external_access = true",
        "RESET enable_external_access",
        "SET lock_configuration = false",
        "SET memory_limit = '64GB'",
        "SET GLOBAL threads = 64",
        "PRAGMA enable_profiling; SET profiling_output = 'stolen.json'; SELECT 1",
        "SELECT 1; COPY positions TO 'stolen.csv'",
        "CREATE TABLE mine (a INTEGER)",
        "DELETE FROM positions",
        "UPDATE positions SET pay = 1",
        "DROP TABLE positions",
        "CREATE SECRET (TYPE s3, KEY_ID 'a', SECRET 'b')",
        "SELECT getenv('HOME')",
    ],
)
def test_a_query_reads_and_writes_no_file_loads_nothing_and_changes_nothing(home: Path, query: str) -> None:
    before = sorted(path.name for path in home.rglob("*"))
    assert isinstance(failure("sql", query), UsageError)
    assert sorted(path.name for path in home.rglob("*")) == before


def test_a_query_that_takes_too_long_is_ended(home: Path) -> None:
    endless = "SELECT count(*) FROM range(10000000000) a, range(10000000000) b"
    assert isinstance(error := failure("sql", endless, "--timeout", "0.3"), WorkFailed)
    assert "longer than 0.3 s" in str(error)


def test_a_query_that_takes_too_much_memory_is_ended_and_leaves_no_file(home: Path) -> None:
    large = "SELECT count(*) FROM (SELECT i, md5(i::VARCHAR) FROM range(20000000) t(i) ORDER BY 2)"
    assert isinstance(error := failure("sql", large, "--memory", "32"), WorkFailed)
    assert "needs more than 32 MB" in str(error)
    assert not list(home.rglob("*.tmp"))


def test_csv_runs_nothing_in_a_spreadsheet_and_loses_nothing(home: Path) -> None:
    assert runner.invoke(app, ["export", "--to", "out", "--format", "csv"]).exit_code == 0
    with (home / "out" / "positions.csv").open(newline="") as file:
        exported = list(csv.DictReader(file))
    printed = runner.invoke(app, ["sql", "SELECT * FROM positions", "--format", "csv"])
    shown = list(csv.DictReader(printed.stdout.split("\n"))) if "\r" not in printed.stdout else []
    for rows in filter(None, (exported, shown)):
        assert {row["pay"] for row in rows} == {"-5"}
    titles = [row["title"] for row in exported]
    assert not [title for title in titles if title[:1] in "=+-@\t\r＝" and title]
    assert [title.removeprefix("'") for title in titles] == [*FORMULAS, "Plain", ""]


@pytest.mark.parametrize("text", FORMULAS)
def test_a_printed_text_is_harmless_too(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert harmless(-5) == -5
    assert harmless("a=b") == "a=b"


def test_other_formats_keep_the_text_as_it_is(home: Path) -> None:
    assert runner.invoke(app, ["export", "--to", "out", "--format", "parquet"]).exit_code == 0
    found = duckdb.sql(f"SELECT title FROM '{home / 'out' / 'positions.parquet'}'").fetchall()
    assert [title for (title,) in found] == [*FORMULAS, "Plain", None]
