"""Ten real days of five real boards: the event log equals what a plain script computes from the raw files."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

Event = tuple[str, str, str, str, str]
Jobs = dict[str, dict[str, list[dict[str, Any]]]]


@pytest.fixture(scope="module")
def recorded() -> Jobs:
    """The jobs of each board on each day."""
    folder = Path(__file__).parents[3] / "shared" / "data" / "replay" / "history"
    if not folder.exists():
        pytest.skip("shared/ is absent: the lifecycle of five real boards has NOT been checked")
    days: Jobs = {}
    for day in sorted(folder.iterdir()):
        for line in (day / "index.jsonl").read_text().splitlines():
            entry = json.loads(line)
            board = entry["url"].split("/boards/")[1].split("/")[0]
            days.setdefault(day.name, {})[board] = json.loads((day / entry["body_file"]).read_text())["jobs"]
    return days


def retold(recorded: Jobs, close_after: int) -> Iterator[Event]:
    """The rules, told one posting at a time over the raw files; prospect posts (no internal job) are no postings."""
    for board in {board for boards in recorded.values() for board in boards}:
        listed = {d: {j["id"] for j in b[board] if j["internal_job_id"]} for d, b in recorded.items()}
        for number in set().union(*listed.values()):
            yield from _story(board, number, listed, close_after)


def _story(board: str, number: int, listed: dict[str, set[int]], close_after: int) -> Iterator[Event]:
    state, missed, since = "unknown", 0, ""
    for day, numbers in listed.items():
        if number in numbers:
            if state != "open":
                yield board, str(number), "opened" if state == "unknown" else "reopened", day, day
            state, missed = "open", 0
        elif state == "open":
            missed += 1
            since = day if missed == 1 else since
            if missed >= close_after:
                state = "closed"
                yield board, str(number), "closed", since, day


@pytest.mark.parametrize("close_after", [1, 2])
def test_the_event_log_of_real_boards(
    con: duckdb.DuckDBPyConnection, tmp_path: Path, recorded: Jobs, close_after: int
) -> None:
    landing = Landing(tmp_path, "greenhouse")
    for day, boards in recorded.items():
        at = datetime.fromisoformat(f"{day}T06:00:00+00:00")
        for board, jobs in boards.items():
            crawl = BoardCrawl(
                source_id=f"greenhouse:{board}",
                platform="greenhouse",
                board=board,
                company=board,
                crawl_id=day,
                run_id=day,
                crawled_at=at,
                outcome=CrawlOutcome.COMPLETE,
            )
            landing.land(crawl, jobs, frozenset({"updated_at"}))
        run = Run(day, at, close_after)
        normalise(con, tmp_path, run)
        lifecycle(con, run)
    query = """
        SELECT split_part(source_id, ':', 2), identifier, event, strftime(occurred_at, '%Y-%m-%d'), run_id
        FROM int_listing_events WHERE event <> 'changed'
    """
    assert sorted(con.execute(query).fetchall()) == sorted(retold(recorded, close_after))
