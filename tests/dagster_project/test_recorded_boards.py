"""176 real boards through the whole job, from the recordings in shared/: every posting read, or rejected with why."""

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from spiders.sample_sites.server import serve
from warehouse.publication import open_published

Rolecall = Callable[..., "subprocess.CompletedProcess[str]"]
BOARDS, POSTINGS = 176, 8668


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory, rolecall: Rolecall) -> Path:
    """A data folder after one run over the recordings."""
    recordings = Path(__file__).parents[3] / "shared" / "data" / "replay" / "2026-08-22"
    if not recordings.exists():
        pytest.skip("shared/ is absent: the run over 176 real boards has NOT been made")
    home = tmp_path_factory.mktemp("replayed")
    with serve(recordings) as server:
        registry = str(recordings / "sources.csv")
        arguments = ["run", "--registry", registry, "--as-of", "2026-08-22T06:00:00Z"]
        done = rolecall(home, *arguments, ROLECALL_REPLAY=server.address)
    assert done.returncode == 0, done.stderr
    return home


def value(home: Path, query: str) -> Any:
    with open_published(home / "published") as con:
        row = con.execute(query).fetchone()
    assert row is not None
    return row[0]


def test_every_board_answered_and_every_posting_is_read_or_rejected_with_a_reason(replayed: Path) -> None:
    assert value(replayed, "SELECT count(*) FROM source_health WHERE state = 'healthy'") == BOARDS
    read = value(replayed, "SELECT count(*) FROM position_sources")
    rejected = value(replayed, "SELECT count(*) FROM rejects")
    assert read + rejected == POSTINGS
    assert value(replayed, "SELECT count(*) FROM rejects WHERE NOT reason LIKE 'prospect_post%'") == 0


def test_the_product_management_section_holds_product_managers(replayed: Path) -> None:
    view = "product_management_positions"
    assert value(replayed, f"SELECT count(*) FROM {view}") > 400
    plain = f"SELECT avg((title ILIKE '%product%')::INT) FROM {view}"
    assert value(replayed, plain) > 0.9
    traps = "'%product marketing%' OR title ILIKE '%property manager%' OR title ILIKE '%production manager%'"
    assert value(replayed, f"SELECT count(*) FROM {view} WHERE title ILIKE {traps}") == 0
    assert value(replayed, f"SELECT count(DISTINCT level) FROM {view}") == 8


def test_an_absent_description_is_null_and_a_present_one_is_text(replayed: Path) -> None:
    stated = (
        "SELECT count(description_text) FROM positions JOIN position_sources USING (position_id) WHERE source_id LIKE "
    )
    assert value(replayed, f"{stated}'greenhouse:%'") == 0
    assert value(replayed, f"{stated}'ashby:%'") > 1800
