"""Every question of the cookbook, answered from a made file whose answers are worked out by hand."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dagster_project.cli import app
from docs.pages import FOLDER
from docs.recipes import recipes

ROOT = Path(__file__).parents[2]
RECIPES = {each.name: each for each in recipes(FOLDER / "cookbook")}
AS_OF = datetime(2026, 11, 22, 10, tzinfo=UTC)
GERMANY, USA, UNSAID = "Germany", "United States", "not stated"

ANSWERS = {
    "changed_this_week": [
        (datetime(2026, 11, 18, 6, tzinfo=UTC), "senior at Acme", "Acme", "title, pay", "https://p2.example")
    ],
    "closed_by_reason": [
        ("2026-07", "absent", 1),
        ("2026-10", "source_closed", 1),
        ("2026-11", "absent", 1),
        ("2026-11", "board_gone", 1),
        ("2026-11", "expired", 1),
    ],
    "companies_hiring_this_month": [("Birch", 2, 1), ("Acme", 1, 1)],
    "deadlines_next_week": [
        (date(2026, 11, 25), "Sprint", "Kiln", "$5,000", "-"),
        (date(2026, 11, 29), "Relay", None, None, "-"),
    ],
    "duplicates_by_platform": [("ashby", 2, 1, 50.0), ("lever", 2, 0, 0.0)],
    "empty_sections": [("Marketing", "challenges", "No Marketing challenges yet", "-", "-")],
    "openings_by_level_and_country": [
        (2, "pm", GERMANY, 2),
        (2, "pm", UNSAID, 1),
        (3, "senior", GERMANY, 1),
        (3, "senior", USA, 1),
    ],
    "openings_over_time": [
        ("2026-06", "pm", GERMANY, 1),
        ("2026-06", "pm", USA, 1),
        ("2026-07", "pm", GERMANY, 1),
        ("2026-07", "pm", USA, 1),
        ("2026-08", "pm", USA, 1),
        ("2026-09", "pm", USA, 1),
        ("2026-09", "senior", GERMANY, 1),
        ("2026-10", "pm", GERMANY, 1),
        ("2026-10", "pm", USA, 1),
        ("2026-10", "pm", UNSAID, 1),
        ("2026-10", "senior", GERMANY, 1),
        ("2026-11", "pm", GERMANY, 2),
        ("2026-11", "pm", UNSAID, 1),
        ("2026-11", "senior", GERMANY, 1),
        ("2026-11", "senior", USA, 1),
    ],
    "pay_by_level": [
        ("pm", "EUR", "YEAR", 2, 75_000.0, Decimal(60_000), Decimal(100_000)),
        ("senior", "EUR", "YEAR", 1, 100_000.0, Decimal(100_000), Decimal(100_000)),
        ("senior", "USD", "YEAR", 1, 160_000.0, Decimal(150_000), Decimal(170_000)),
    ],
    "pay_coverage": [(GERMANY, 3, 3, 100.0), (USA, 2, 1, 50.0), (UNSAID, 1, 0, 0.0)],
    "prizes": [
        ("EUR", Decimal(300), "Relay", None, date(2026, 11, 29), "-"),
        ("USD", Decimal(9000), "Practice", None, None, "-"),
        ("USD", Decimal(5000), "Sprint", "Kiln", date(2026, 11, 25), "-"),
    ],
    "rejects_by_reason": [
        ("lever", "missing_field", 2, 2, "lever:birch", "{1}"),
        ("devpost", "junk", 1, 1, "devpost:all", "{2}"),
    ],
    "remote_from_a_country": [
        ("europe", "-", True, "Europe", "https://europe.example"),
        ("both", "-", True, "DE, US", "https://both.example"),
        ("unsaid", "-", False, None, "https://unsaid.example"),
    ],
    "reposted": [("pm at Acme", "Acme", 1, 46, datetime(2026, 10, 5, 6, tzinfo=UTC))],
    "skills_together": [("Marketing", 2, 0.5)],
    "source_trouble": [
        ("lever:gone", "failing", None, None, 3, "http_status: 500", AS_OF, None),
        ("ashby:few", "suspect", 1, None, 0, "dropped: 1 of usually 40", AS_OF, None),
        ("lever:empty", "healthy", 0, None, 0, None, AS_OF, AS_OF),
    ],
    "time_to_close": [("senior", 1, 9.0, 9), ("pm", 2, 35.0, 40)],
    "where_an_id_went": [
        ("m1", "merged", datetime(2026, 10, 10, 6, tzinfo=UTC), "p2", "senior at Acme", "open"),
        ("m2", "split", datetime(2026, 7, 4, 6, tzinfo=UTC), "x1", "pm at Birch", "closed"),
    ],
    "why_in_this_hub": [
        (0.7, "pm at Acme", "Acme", "text strong", "description", "roadmap"),
        (0.7, "pm at Acme", "Acme", "title", "title", "product"),
        (0.95, "senior at Acme", "Acme", "title", "title", "product manager"),
    ],
}

ASK = """
import json, sys
import duckdb
file, version = sys.argv[1:]
assert duckdb.__version__.startswith(version + "."), duckdb.__version__
con = duckdb.connect(file, read_only=True)
con.execute("SET TimeZone = 'America/Los_Angeles'")
answers = {name: con.execute(query).fetchall() for name, query in json.load(sys.stdin).items()}
print(json.dumps({name: [[str(value) for value in row] for row in rows] for name, rows in answers.items()}))
"""


def test_every_question_has_its_answer_here():
    assert RECIPES.keys() == ANSWERS.keys()


@pytest.mark.parametrize("name", RECIPES)
def test_a_question_is_answered(made, name):
    assert RECIPES[name].question.endswith("?")
    assert made.execute(RECIPES[name].query).fetchall() == ANSWERS[name]


@pytest.mark.parametrize("name", RECIPES)
def test_it_is_answered_by_rolecall_sql_from_its_file(made_home, monkeypatch, name):
    monkeypatch.setenv("ROLECALL_HOME", str(made_home))
    query = (FOLDER / "cookbook" / f"{name}.sql").read_text()
    done = CliRunner().invoke(app, ["sql", "-", "--format", "jsonl"], input=query)
    assert done.exit_code == 0, done.exception
    rows = [tuple(json.loads(line).values()) for line in done.stdout.splitlines()]
    assert [[str(value) for value in row] for row in rows] == [
        [_shown(value) for value in row] for row in ANSWERS[name]
    ]


def _shown(value):
    return f"{value}.00" if isinstance(value, Decimal) else str(value)


@pytest.mark.parametrize("version", ["1.2", "2.0"])
def test_other_clients_answer_the_same(made, made_home, version):
    client = ROOT / ".clients" / f"duckdb-{version}"
    if not client.is_dir():
        reason = f"{client.relative_to(ROOT)} is absent: run `make clients`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    made.execute("SET TimeZone = 'America/Los_Angeles'")
    queries = {name: each.query for name, each in RECIPES.items()}
    ours = {
        name: [[str(value) for value in row] for row in made.execute(query).fetchall()]
        for name, query in queries.items()
    }
    command = [sys.executable, "-c", ASK, str(made_home / "published" / "rolecall.duckdb"), version]
    environment = {**os.environ, "PYTHONPATH": str(client)}
    ended = subprocess.run(
        command, input=json.dumps(queries), env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    assert json.loads(ended.stdout) == ours
