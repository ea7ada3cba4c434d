"""`rolecall classify`: order kept over blocks and processes, bad lines by number, every field null or odd."""

import json
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from dagster_project.cli import app
from dagster_project.cli.classifying import Block, blocks, classify_block
from pipelines.classify.workers import in_order

LINES = [json.dumps({"id": str(number), "title": "Product Manager"}) for number in range(40)]
LINES[7] = "not json"
LINES[23] = '{"title": "no id"}'
LINES[24] = ""
FILE = "\n".join(LINES).encode()


@pytest.mark.parametrize("workers", [1, 2])
def test_blocks_keep_the_order_and_the_line_numbers(workers: int) -> None:
    done = list(in_order(classify_block, blocks(BytesIO(FILE), 300), workers=workers))
    assert len(done) > 3
    rows = [json.loads(line) for one in done for line in one.lines.splitlines()]
    assert [row["id"] for row in rows] == [str(n) for n in range(40) if n not in (7, 23, 24)]
    assert [number for number, _, _ in chain.from_iterable(one.rejects for one in done)] == [8, 24]


def test_rejects_are_kept_with_line_and_reason(tmp_path: Path) -> None:
    source, out, rejects = (tmp_path / name for name in ("in.jsonl", "out.jsonl", "rejects.jsonl"))
    source.write_bytes(FILE)
    arguments = ["classify", "-i", str(source), "-o", str(out), "--rejects", str(rejects)]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    assert len(out.read_text().splitlines()) == 37
    kept = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [(row["line"], row["reason"].split(":")[0]) for row in kept] == [(8, "not JSON"), (24, "needs id")]


def classified(row: dict[str, Any]) -> Any:
    done = classify_block(Block(json.dumps(row).encode(), 4))
    return done.rejects or json.loads(done.lines)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "1", "title": ["Product", "Manager"]}, "title is no text"),
        ({"id": "1", "title": "x", "description": {"html": "x"}}, "description is no text"),
        ({"id": ["1"]}, "id is no text"),
        ({"id": "1", "tags": "seo, python"}, "tags is no list"),
        ({"id": "1", "kind": "advert"}, "kind is none of posting, challenge"),
        ({"id": None, "title": "x"}, "needs id"),
        ({"id": "", "title": "x"}, "needs id"),
    ],
)
def test_what_is_no_listing_is_rejected_with_its_reason(row: dict[str, Any], reason: str) -> None:
    ((line, said, _),) = classified(row)
    assert (line, said) == (5, reason)


def test_nulls_everywhere_give_an_empty_answer() -> None:
    row = dict.fromkeys(("title", "company", "location", "description", "department", "tags", "language", "kind"))
    assert classified({"id": 7, **row}) == {"id": "7", "hubs": [], "primary_hub": None, "level": "none"}


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=2)
)


@given(st.dictionaries(st.sampled_from(["id", "title", "description", "tags", "kind", "company"]), VALUES))
def test_any_line_is_answered_or_rejected(row: dict[str, Any]) -> None:
    line = json.dumps(row, default=str, skipkeys=True).encode()
    done = classify_block(Block(line, 0))
    assert len(done.lines.splitlines()) + len(done.rejects) == 1


@pytest.mark.parametrize("size", [1, 300, 100_000])
def test_a_file_on_disk_is_cut_like_a_stream(tmp_path: Path, size: int) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(FILE)
    with path.open("rb") as file:
        placed = [(block.read(), block.before) for block in blocks(file, size)]
    assert placed == [(block.read(), block.before) for block in blocks(BytesIO(FILE), size)]
    assert b"".join(lines for lines, _ in placed) == FILE
