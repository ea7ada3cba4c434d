"""Real crawls for tests: each in its own process, as in a run, against a server on this machine."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from spiders.sample_sites.server import serve
from warehouse.landing import BoardCrawl, Landing

CRAWL = """
import json, logging, sys
from datetime import UTC, datetime
from pathlib import Path
from spiders import settings
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.platforms.base import Source
from warehouse.settings import Settings
logging.getLogger().setLevel(logging.CRITICAL)
landing, replay, platform, changed, *boards = sys.argv[1:]
settings.REPLAYED |= json.loads(changed)
sources = tuple(Source("Acme", platform, board) for board in boards)
plan = CrawlPlan(platform, sources, "c1", "r1", datetime(2026, 1, 1, tzinfo=UTC))
report = crawl(plan, Path(landing), Settings(replay=replay))
print(json.dumps({key: value for key, value in report.stats.items() if isinstance(value, int)}))
"""


@dataclass(frozen=True)
class Crawled:
    """What a crawl came to: each board, its payloads, Scrapy's counts, and what was asked when."""

    boards: dict[str, BoardCrawl]
    payloads: dict[str, list[dict[str, Any]]]
    stats: dict[str, int]
    requests: list[tuple[float, str, str]]


def crawl_at(address: str, landing: Path, platform: str, *boards: str, **changed: Any) -> Crawled:
    """Crawl boards of one platform from a replay server; `changed` are Scrapy's settings for this crawl."""
    command = [sys.executable, "-c", CRAWL, str(landing), address, platform, json.dumps(changed), *boards]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    landed = Landing(landing, platform)
    found = {crawl.board: crawl for crawl, _ in landed.crawls()}
    payloads = {board: [line.payload for line in landed.payloads(crawl)] for board, crawl in found.items()}
    return Crawled(found, payloads, json.loads(done.stdout.splitlines()[-1]), [])


def folder_of(folder: Path, *recordings: dict[str, Any]) -> Path:
    """A folder of recordings. `body` is text, bytes, or a number: so many bytes of nothing."""
    folder.mkdir(parents=True)
    lines = []
    for number, entry in enumerate(recordings):
        body = entry.get("body", "")
        with (folder / f"{number}.body").open("wb") as file:
            if isinstance(body, int):
                file.truncate(body)
            else:
                file.write(body if isinstance(body, bytes) else body.encode())
        told = {"method": "GET", "status": 200, **entry, "body_file": f"{number}.body"}
        lines.append(json.dumps({key: value for key, value in told.items() if key != "body"}))
    (folder / "index.jsonl").write_text("\n".join(lines) + "\n")
    return folder


@pytest.fixture(scope="session")
def crawled(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Crawled]:
    """Crawl boards of one platform from recordings: `crawled(platform, recordings, *boards, **settings)`."""

    def crawl(platform: str, recordings: list[dict[str, Any]], *boards: str, **changed: Any) -> Crawled:
        place = tmp_path_factory.mktemp("crawl")
        with serve(folder_of(place / "sites", *recordings)) as server:
            done = crawl_at(server.address, place / "landing", platform, *boards, **changed)
            return Crawled(done.boards, done.payloads, done.stats, list(server.requests))

    return crawl


@pytest.fixture(scope="session")
def crawled_at() -> Callable[..., Crawled]:
    """Crawl from a server that a test runs itself: `crawled_at(address, landing, platform, *boards, **settings)`."""
    return crawl_at
