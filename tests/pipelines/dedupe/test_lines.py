"""A file of lines deduplicated in pieces comes to what its records in memory would."""

import io
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import duckdb
import orjson
import pytest

from benchmarks.made_postings import Maker
from pipelines.dedupe import chunks, lines, rematch, stretches
from pipelines.dedupe.matching import Record, deduplicate
from warehouse.sql_text import sql

FIELDS = tuple(Record.__dataclass_fields__)


@pytest.fixture
def postings() -> list[Record]:
    """Made-up postings, two of which took the ids of others."""
    made = [Record(**{name: one.get(name) for name in FIELDS}) for one in Maker(300, 5).postings(300)]
    return [*made, Record("p7", "feed:x", "Cook", "Fenn", "Oslo"), Record("p7", "feed:x", "Baker", "Fenn", "Oslo")]


def written(path: Path, content: bytes) -> tuple[list[dict[str, object]], list[lines.Reject]]:
    """What is written for a file of this content, and what could not be used."""
    path.write_bytes(content)
    sink = io.BytesIO()
    rejects = list(lines.deduplicate_lines(path, sink))
    return [orjson.loads(line) for line in sink.getvalue().splitlines()], rejects


@pytest.mark.parametrize("few", [10_000, 1])
def test_a_file_read_in_pieces_gives_what_its_records_give(
    tmp_path: Path, postings: list[Record], monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(stretches, "STRETCH", 40_000)
    monkeypatch.setattr(rematch, "BATCH", 10)
    monkeypatch.setattr(chunks, "FEW", few)
    content = b"\n".join(orjson.dumps(asdict(record)) for record in postings)
    found, rejects = written(tmp_path / "postings.jsonl", content)
    assert found == [asdict(one) for one in deduplicate(postings)]
    assert rejects == []


def test_bad_lines_are_told_by_their_number_and_stop_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stretches, "STRETCH", 20)
    content = b'{"id": 7, "title": "Cook"}\n\nno\n{"title": "Cook"}\n[1]\n{"id": "b", "title": 1}\n{"id": "\xc3\xa9"}'
    found, rejects = written(tmp_path / "postings.jsonl", content)
    assert [one["id"] for one in found] == ["7", "b", "\u00e9"]
    assert [(number, reason.partition(":")[0], text) for number, reason, text in rejects] == [
        (3, "not JSON", "no\n"),
        (4, "needs id", '{"title": "Cook"}\n'),
        (5, "needs id", "[1]\n"),
    ]


def test_an_empty_file_gives_nothing(tmp_path: Path) -> None:
    assert written(tmp_path / "empty.jsonl", b"") == ([], [])


def test_the_tables_of_a_file_are_the_warehouse_s(con: duckdb.DuckDBPyConnection) -> None:
    query = "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal ORDER BY ALL"
    with duckdb.connect() as own:
        own.execute(sql("dedupe/tables_of_a_file"))
        of_a_file = own.execute(query).fetchall()
    tables = {table for table, *_ in of_a_file}
    assert of_a_file == [column for column in con.execute(query).fetchall() if column[0] in tables]


def test_a_file_is_deduplicated_without_the_models_which_take_long_to_load() -> None:
    script = "import sys, pipelines.dedupe.lines; sys.exit('sqlmodel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
