"""What an operator sees of the data: panels of any value, checks that find what they are for, and no false alarm."""

import re
from base64 import b64decode
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dagster_project.defs.checks import CHECKS
from dagster_project.defs.panels import PANELS, chart, panels, table
from dagster_project.defs.published import COMPARISONS
from dagster_project.defs.tables import MODELS
from dagster_project.retirement import remember_registries, retired_sources
from pipelines.html import sanitise
from warehouse.database import warehouse_models
from warehouse.layout import SAMPLE, Home
from warehouse.models.history import IntListingEvent, StgCrawl, StgReject
from warehouse.models.listings import StgPosting
from warehouse.models.published import TABLES
from warehouse.publication import beside_previous
from warehouse.tables import columns_of, create_table, sql_type

NOW = datetime(2026, 11, 22, tzinfo=UTC)
PUBLISHED = {str(model.__tablename__) for model in TABLES}


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as made:
        made.execute("SET TimeZone = 'UTC'")
        for model in warehouse_models():
            made.execute(create_table(model))
        yield made


def add(con: duckdb.DuckDBPyConnection, model: Any, **values: Any) -> None:
    """One row: what is not named is null, or a blank of its type where the column is never null."""
    blank = {"VARCHAR": "x", "JSON": "[]", "TEXT": "x", "BOOLEAN": False, "TIMESTAMP WITH TIME ZONE": NOW}
    row = [
        values.get(column.name, None if column.nullable else blank.get(kind, 0))
        for column, kind in ((column, sql_type(column)) for column in columns_of(model))
    ]
    con.execute(f"INSERT INTO {model.__tablename__} VALUES ({', '.join('?' * len(row))})", row)


def faults(con: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    return con.execute(next(file.query for file in [*CHECKS, *COMPARISONS] if file.name == name)).fetchall()


def test_a_cell_never_becomes_markup() -> None:
    drawn = table(["reason", "payloads"], [("<img src=x> | [a](javascript:b) `c`\nd", 3), (None, 0)])
    assert len(drawn.splitlines()) == 4
    assert not re.search(r"[<`\[]", drawn)
    assert drawn.splitlines()[2].count("|") == 4


def test_a_chart_is_an_image_with_a_bar_for_every_count() -> None:
    drawn = chart(["day", "opened", "closed"], [("2026-01-01", 4, 0), ("2026-01-02", 2, 1)])
    svg = b64decode(drawn.split("base64,")[1].split(")")[0]).decode()
    assert svg.count("<rect") == 3
    assert 'height="120.0"' in svg
    assert "opened 6, closed 1" in drawn


@pytest.mark.parametrize(
    "file", [file for file in PANELS if file.asset not in PUBLISHED], ids=lambda file: file.shown_path
)
def test_a_panel_of_an_empty_warehouse_says_so(con: duckdb.DuckDBPyConnection, file: Any) -> None:
    assert file.asset in MODELS
    assert "Nothing yet" in str(panels(con, file.asset, [file])[file.name].value)


SAFE = [
    '<p>a <a href="https://x.example/?a=1&b=2">l</a> <b>b</b></p>',
    "<h2>x</h2><ul><li>1 < 2 and 3 > 2</li></ul><table><tr><td colspan=2>x</td></tr></table><hr><br>",
    'He said "<" and onclick="x"',
    '<a href="https://x.example/ onload=1">quoted</a>',
    "<a href='mailto:a@x.example'>m</a><blockquote><pre><code>&lt;script&gt;</code></pre></blockquote>",
    "<details><summary>s</summary>x</details><dl><dt>a</dt><dd>b</dd></dl><figure><figcaption>c</figcaption></figure>",
]
HARMFUL = [
    "<p>x</p><script>alert(1)</script>",
    '<p onclick="x">y</p>',
    '<a href="javascript:x">y</a>',
    "<img src=x onerror=y>",
    '<A HREF="data:text/html,x">y</A>',
    "<iframe></iframe>",
    "<!-- c -->",
    '<a href="https://x" onclick="y">z</a>',
]


def posting(con: duckdb.DuckDBPyConnection, number: int, html: str | None) -> None:
    add(con, StgPosting, listing_id=str(number), identifier=str(number), description_html=html)


def test_what_sanitising_leaves_passes_and_what_it_takes_is_found(con: duckdb.DuckDBPyConnection) -> None:
    check = next(file for file in CHECKS if file.asset == "stg_postings" and file.name == "sanitised")
    for number, html in enumerate([*SAFE, *HARMFUL]):
        posting(con, number, sanitise(html))
    posting(con, 900, None)
    assert con.execute(check.query).fetchall() == []
    for number, html in enumerate(HARMFUL):
        posting(con, 1000 + number, html)
    assert {row[1] for row in con.execute(check.query).fetchall()} == {str(1000 + n) for n in range(len(HARMFUL))}


def crawl(con: duckdb.DuckDBPyConnection, source: str, day: int, count: int, outcome: str = "complete") -> None:
    at = NOW - timedelta(days=30 - day)
    add(con, StgCrawl, crawl_seq=day, source_id=source, listing_count=count, outcome=outcome, crawled_at=at)


def test_a_source_is_weighed_against_its_own_history(con: duckdb.DuckDBPyConnection) -> None:
    histories = {"steady": [40, 42, 41], "fell": [40, 42, 12], "rose": [40, 42, 200], "small": [3, 3, 0], "new": [500]}
    for source, counts in histories.items():
        for day, count in enumerate(counts):
            crawl(con, source, day, count)
    crawl(con, "steady", 9, 0, "error")  # a failure is no count
    assert {row[0] for row in faults(con, "count_against_history")} == {"fell", "rose"}


def test_a_failure_without_a_word_is_found(con: duckdb.DuckDBPyConnection) -> None:
    crawl(con, "silent", 1, 0, "error")
    crawl(con, "fine", 1, 9)
    assert [row[0] for row in faults(con, "failures_have_reason")] == ["silent"]


@pytest.mark.parametrize(
    ("reason", "outcome", "is_window", "is_fault"),
    [
        ("absent", "complete", False, False),
        ("absent", "unchanged", False, False),
        ("board_gone", "not_found", False, False),
        ("absent", "partial", False, True),
        ("aged_out", "partial", True, False),
        ("aged_out", "error", True, True),
        ("absent", None, False, True),
        ("aged_out", None, False, False),  # nobody asks its source any more
        ("expired", None, False, False),
    ],
)
def test_a_posting_closed_by_a_crawl_that_failed_is_found(
    con: duckdb.DuckDBPyConnection, reason: str, outcome: str | None, is_window: bool, is_fault: bool
) -> None:
    closed = {"listing_kind": "posting", "event": "closed", "reason": reason, "run_id": "r2", "source_id": "a"}
    add(con, IntListingEvent, listing_id="1", **closed)
    add(con, StgCrawl, source_id="a", run_id="r1", outcome="complete")
    if outcome:
        add(con, StgCrawl, source_id="a", run_id="r2", outcome=outcome, is_window=is_window)
    assert bool(faults(con, "no_close_by_failed_crawl")) is is_fault


def test_many_rejects_of_one_source_are_found(con: duckdb.DuckDBPyConnection) -> None:
    for source, reason in (("bad", "missing_field"), ("prospects", "prospect_post")):
        crawl(con, source, 30, 5)
        for number in range(4):
            add(con, StgReject, source_id=source, payload_hash=str(number), reason=reason, rejected_at=NOW)
    assert [row[0] for row in faults(con, "few")] == ["bad"]


def edition(path: Path, *, located: int, listings: int) -> Path:
    """A published file of 40 positions: so many of them say where, and so many stand in one hub's section."""
    with duckdb.connect(str(path)) as con:
        con.execute(
            "CREATE TABLE positions AS SELECT i AS position_id, if(i < $1, 'x', NULL) AS location FROM range(40) t(i)",
            [located],
        )
        con.execute(
            "CREATE TABLE position_sources AS "
            "SELECT i AS position_id, 's' AS source_id, 'canonical' AS match_reason FROM range(40) t(i)"
        )
        con.execute("CREATE TABLE source_health AS SELECT 's' AS source_id, 'lever' AS platform")
        con.execute(
            "CREATE TABLE hub_sections AS SELECT 'pm' AS hub, 'positions' AS section, $1 AS listing_count", [listings]
        )
    return path


def found(new: Path, old: Path | None) -> list[str]:
    with beside_previous(new, old) as con:
        return [file.name for file in COMPARISONS if con.execute(file.query).fetchall()]


def test_a_publication_is_weighed_against_the_last(tmp_path: Path) -> None:
    old = edition(tmp_path / "old.duckdb", located=40, listings=30)
    same = edition(tmp_path / "same.duckdb", located=38, listings=25)
    worse = edition(tmp_path / "it's worse.duckdb", located=20, listings=0)
    assert found(same, old) == []
    assert found(worse, old) == ["against_last_publication", "fill_by_platform", "null_share_by_field"]
    assert found(worse, None) == []
    with pytest.raises(duckdb.Error):
        found(worse, tmp_path / "deleted.duckdb")


def test_a_source_is_retired_when_no_registry_names_it(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.prepare()
    home.claim(SAMPLE)
    given = tmp_path / "mine.csv"
    given.write_text("company,platform,board\nA,lever,mine\n")
    remember_registries(home, [str(given)])
    remember_registries(home, [str(given)])
    assert home.registries.read_text().count("\n") == 1
    crawled = ["lever:mine", "lever:elsewhere", "lever:quillbay"]
    known = {name: retired_sources(home, [name]) for name in crawled}
    assert known["lever:mine"] == {}
    assert known["lever:elsewhere"] == {"lever:elsewhere": "not_in_registry"}
    given.write_text("not,a,registry\n")
    assert retired_sources(home, crawled) == {}
    given.unlink()
    assert retired_sources(home, ["lever:mine"]) == {"lever:mine": "not_in_registry"}
