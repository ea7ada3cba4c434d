"""Challenge lists that answer wrongly, from real crawls to the published file: suspect, and all else as it was."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipelines.classify.hub_files import HUBS_FOLDER
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from pipelines.publish import HubTexts, publish
from spiders.sample_sites.server import serve
from warehouse.database import open_warehouse
from warehouse.publication import open_published
from warehouse.run import Run

CRAWL = """
import logging, sys
from datetime import datetime
from pathlib import Path
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.platforms.base import Source
from warehouse.settings import Settings
logging.getLogger().setLevel(logging.CRITICAL)
landing, replay, run, as_of, platform, *boards = sys.argv[1:]
sources = tuple(Source("Oak", platform, board) for board in boards)
plan = CrawlPlan(platform, sources, run, run, datetime.fromisoformat(as_of))
crawl(plan, Path(landing), Settings(replay=replay))
"""
UNSTOP = "https://unstop.com/api/public/opportunity/search-result?opportunity={}&oppstatus=open&page=1&per_page=50"
DEVPOST = "https://devpost.com/api/hackathons?page=1&status[]=upcoming&status[]=open"
BOARDS = {"unstop": ("competitions", "hackathons", "quizzes"), "devpost": ("hackathons",)}
HUBS = sorted(HUBS_FOLDER.glob("*.yaml"))
LOGIN = "<!doctype html><html><head><title>Log in</title></head><body><form method=post>Password</form></body></html>"


def opportunities(board: str, count: int) -> str:
    first = {"competitions": 100, "hackathons": 200, "quizzes": 300}[board]
    entries = [
        {
            "id": first + n,
            "title": f"Oak {board} {first + n}",
            "type": board,
            "seo_url": f"https://unstop.com/{board}/oak-{first + n}",
            "regnRequirements": {"end_regn_dt": "2027-03-01T23:59:00+05:30"},
            "organisation": {"name": "Oak Guild"},
        }
        for n in range(count)
    ]
    return json.dumps({"data": {"data": entries, "current_page": 1, "next_page_url": None, "total": count}})


def hackathons(count: int) -> str:
    entries = [
        {
            "id": n,
            "title": f"Larch Hacks {chr(65 + n)}",
            "url": f"https://larch-{n}.devpost.com/",
            "submission_period_dates": "Jan 12 - Feb 15, 2027",
            "open_state": "upcoming",
        }
        for n in range(count)
    ]
    return json.dumps({"hackathons": entries, "meta": {"total_count": count, "per_page": 9, "fuzzy": False}})


#: what each list answers in the first run and in the second
ANSWERS = {
    UNSTOP.format("competitions"): (opportunities("competitions", 4), "null"),
    UNSTOP.format("hackathons"): (opportunities("hackathons", 4), LOGIN),
    UNSTOP.format("quizzes"): (opportunities("quizzes", 4), opportunities("quizzes", 2)),
    DEVPOST: (hackathons(4), hackathons(6)),
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder after two days; it holds what the first one published as first.json."""
    folder = tmp_path_factory.mktemp("feeds")
    lines = []
    for number, (url, texts) in enumerate(ANSWERS.items()):
        for turn, text in enumerate(texts):
            body_file = f"{number}-{turn}.body"
            (folder / body_file).write_text(text)
            headers = {"Content-Type": "application/json"}
            line = {"method": "GET", "url": url, "status": 200, "headers": headers, "body_file": body_file}
            lines.append(json.dumps(line))
    (folder / "index.jsonl").write_text("\n".join(lines) + "\n")
    (folder / "published").mkdir()
    with serve(folder) as server:
        a_day(folder, server.address, datetime(2026, 11, 22, 6, tzinfo=UTC))
        (folder / "first.json").write_text(json.dumps(challenges(folder)))
        a_day(folder, server.address, datetime(2026, 11, 23, 6, tzinfo=UTC))
    return folder


def a_day(folder: Path, replay: str, as_of: datetime) -> None:
    """Crawl each platform in a process of its own, then everything up to publish; one miss is enough to close."""
    run = Run(f"run-{as_of.day}", as_of, close_after=1)
    for platform, boards in BOARDS.items():
        command = [sys.executable, "-c", CRAWL, folder / "landing", replay, run.run_id, as_of.isoformat(), platform]
        subprocess.run([*command, *boards], check=True, capture_output=True, timeout=120)
    with open_warehouse(folder / "warehouse.duckdb") as con:
        normalise(con, folder / "landing", run)
        lifecycle(con, run)
        classify(con)
        dedupe(con, run)
        hubs = [HubTexts(path.stem, path.stem, "x") for path in HUBS]
        publish(con, folder / "published", hubs, run)


def challenges(home: Path) -> dict[str, list[list[str]]]:
    """Name and status of every challenge, by the list it was seen on."""
    query = """
        SELECT source_id, list([name, status] ORDER BY name)
        FROM challenges JOIN challenge_sources USING (challenge_id) GROUP BY source_id
    """
    with open_published(home / "published") as con:
        return dict(con.execute(query).fetchall())


def test_wrong_lists_are_suspect_with_their_reason_and_the_others_healthy(home: Path) -> None:
    with open_published(home / "published") as con:
        found = con.execute("SELECT source_id, state, reason FROM source_health ORDER BY source_id").fetchall()
    states = {source: (state, (reason or "").partition(":")[0]) for source, state, reason in found}
    assert states == {
        "devpost:hackathons": ("healthy", ""),
        "unstop:competitions": ("suspect", "wrong_shape"),
        "unstop:hackathons": ("suspect", "not_json"),
        "unstop:quizzes": ("suspect", "dropped"),
    }


def test_challenges_of_wrong_lists_stay_as_they_were(home: Path) -> None:
    before, after = json.loads((home / "first.json").read_text()), challenges(home)
    lists = [source for source in before if source.startswith("unstop:")]
    assert len(lists) == 3
    assert {source: after[source] for source in lists} == {source: before[source] for source in lists}
    assert all(status == "open" for source in lists for _, status in after[source])


def test_nothing_else_stops(home: Path) -> None:
    assert len(challenges(home)["devpost:hackathons"]) == 6
