"""Every check before the swap catches the fault it is named for, on a file that was good until then."""

import shutil

import duckdb
import pytest

from pipelines.publish import catalog, checks, statements
from warehouse.errors import PublicationRefused
from warehouse.models.published import TABLES

FAULTS = [
    ("schema", "DROP TABLE published.rejects"),
    ("schema", "ALTER TABLE published.positions RENAME department TO team"),
    ("schema", "ALTER TABLE published.positions ALTER source_count TYPE BIGINT"),
    ("schema", "ALTER TABLE published.positions ALTER title DROP NOT NULL"),
    ("schema", "ALTER TABLE published.rejects ADD COLUMN more VARCHAR"),
    ("schema", "CREATE TABLE published.extra (column_name VARCHAR)"),
    ("unique_key", "INSERT INTO published.position_skills FROM published.position_skills"),
    ("unique_key", "INSERT INTO published.position_sources FROM published.position_sources LIMIT 1"),
    (
        "open_postings_in_one_position",
        "UPDATE published.positions SET position_id = 'p7';"
        "UPDATE published.position_sources SET position_id = 'p7' WHERE closed_at IS NULL",
    ),
    ("company_counts", "DELETE FROM published.positions"),
    ("open_positions_have_open_postings", "DELETE FROM published.position_sources"),
    (
        "positions_open_or_closed",
        "INSERT INTO published.closed_positions BY NAME SELECT *, last_seen_at AS closed_at FROM published.positions",
    ),
    ("publication_counts", "DELETE FROM published.publication"),
    ("publication_counts", "UPDATE published.publication SET position_count = 7"),
    (
        "publication_counts",
        "INSERT INTO published.challenges SELECT * REPLACE ('c7' AS challenge_id) FROM published.challenges",
    ),
    ("hub_counts", "UPDATE published.challenges SET status = 'closed'"),
    ("company_counts", "DELETE FROM published.companies"),
    ("hub_counts", "UPDATE published.skill_hubs SET position_count = 0"),
    ("hub_counts", "UPDATE published.skill_hubs SET challenge_count = 2"),
    ("hub_counts", "UPDATE published.challenge_skills SET hub = 'astrology'"),
    ("hub_sections_complete", "DELETE FROM published.hub_sections WHERE hub = 'marketing' AND section = 'positions'"),
    ("hub_sections_complete", "UPDATE published.hub_sections SET state = 'empty'"),
    ("hub_sections_complete", "UPDATE published.hub_sections SET listing_count = listing_count + 1"),
]


def refusal(con, good, copy, fault):
    shutil.copy(good, copy)
    with catalog.attached(con, copy):
        con.execute(fault)
        try:
            checks.check(con)
        except PublicationRefused as error:
            return str(error).split()[1]
    return None


def test_each_fault_is_refused_by_its_check(everything, publish_small, tmp_path):
    good = publish_small().file
    found = [
        (refusal(everything.con, good, tmp_path / f"{number}.duckdb", fault), fault)
        for number, (_, fault) in enumerate(FAULTS)
    ]
    assert found == FAULTS


def test_every_check_has_a_fault_that_it_catches():
    assert {name for name, _ in FAULTS} == {"schema", "unique_key", *statements.checks()}


def test_a_published_table_has_one_statement_of_its_name():
    for table in TABLES:
        assert statements.statement(table.__tablename__).startswith("-- Grain: ")


def test_a_missing_parameter_is_loud():
    with pytest.raises(KeyError):
        statements.values_for("SELECT $when", {"as_of": 1})
    assert statements.values_for("SELECT $as_of, $as_of", {"as_of": 1, "today": 2}) == {"as_of": 1}


def test_a_file_is_attached_for_a_block_whatever_its_name(tmp_path):
    with duckdb.connect() as con:
        here = "SELECT count(*) FROM duckdb_databases() WHERE database_name = 'published'"
        with catalog.attached(con, tmp_path / "it's new.duckdb"):
            assert con.execute(here).fetchall() == [(1,)]
        assert con.execute(here).fetchall() == [(0,)]
