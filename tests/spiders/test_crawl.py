"""Real crawls, each in its own process as in a run, of a replay server that answers well, badly and not at all."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from spiders.replay_address import check_replay_address, replay_url
from spiders.sample_sites.server import serve
from warehouse.errors import UsageError
from warehouse.landing import BoardCrawl, Landing

API = "https://boards-api.greenhouse.io/v1/boards"
CRAWL = """
import json, logging, sys
from datetime import UTC, datetime
from pathlib import Path
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.platforms.base import Source
from warehouse.settings import Settings
logging.getLogger().setLevel(logging.CRITICAL)
landing, replay, *boards = sys.argv[1:]
sources = tuple(Source("Acme", "greenhouse", board) for board in boards)
plan = CrawlPlan("greenhouse", sources, "c1", "r1", datetime(2026, 1, 1, tzinfo=UTC))
report = crawl(plan, Path(landing), Settings(replay=replay))
print(json.dumps({key: value for key, value in report.stats.items() if isinstance(value, int)}))
"""


def recording(board: str, body: object, **response: Any) -> dict[str, Any]:
    text = body if isinstance(body, str) else json.dumps(body)
    url = f"{API}/{board}/jobs?content=true"
    headers = {"Content-Type": "application/json"}
    return {"method": "GET", "url": url, "status": 200, "headers": headers, "body": text, **response}


def folder_of(tmp_path: Path, *recordings: dict[str, Any]) -> Path:
    folder = tmp_path / "sites"
    folder.mkdir()
    lines = []
    for number, entry in enumerate(recordings):
        (folder / f"{number}.body").write_text(entry.pop("body"))
        lines.append(json.dumps({**entry, "body_file": f"{number}.body"}))
    (folder / "index.jsonl").write_text("\n".join(lines) + "\n")
    return folder


def crawl(tmp_path: Path, folder: Path, *boards: str) -> tuple[dict[str, BoardCrawl], dict[str, int]]:
    with serve(folder) as server:
        command = [sys.executable, "-c", CRAWL, str(tmp_path / "landing"), server.address, *boards]
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    landed = {found.board: found for found, _ in Landing(tmp_path / "landing", "greenhouse").crawls()}
    return landed, json.loads(done.stdout.splitlines()[-1])


def jobs(*ids: int, total: int | None = None) -> dict[str, Any]:
    return {"jobs": [{"id": n, "title": f"Job {n}"} for n in ids], "meta": {"total": total or len(ids)}}


ENDINGS: dict[str, tuple[dict[str, Any], str, str | None]] = {
    "complete": (recording("complete", jobs(1, 2)), "complete", None),
    "short": (recording("short", jobs(1, 2, total=3)), "partial", "stopped_short"),
    "empty": (recording("empty", jobs()), "empty", "no_listings"),
    "gone": (recording("gone", {"status": 404, "error": "gone"}, status=404), "not_found", "http_status"),
    "broken": (recording("broken", "", status=500), "error", "http_status"),
    "walled": (recording("walled", "<html>Just a moment...</html>"), "blocked", "challenge_page"),
    "website": (recording("website", "<html>Welcome</html>"), "error", "not_json"),
    "null": (recording("null", "null"), "error", "wrong_shape"),
    "hollow": (recording("hollow", {"jobs": None}), "error", "wrong_shape"),
    "truncated": (recording("truncated", jobs(1, 2), truncate_at=20), "error", "connection"),
    "unrecorded": (recording("elsewhere", jobs(1)), "error", "replay_miss"),
    "looping": (
        recording("looping", "", status=302, headers={"Location": f"{API}/looping/jobs?content=true"}),
        "error",
        "redirects",
    ),
}


@pytest.fixture(scope="module")
def endings(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BoardCrawl]:
    """One crawl of a board for every ending, together in one process."""
    tmp_path = tmp_path_factory.mktemp("endings")
    entries = [dict(entry) for entry, _, _ in ENDINGS.values()]
    return crawl(tmp_path, folder_of(tmp_path, *entries), *ENDINGS)[0]


@pytest.mark.parametrize("board", ENDINGS)
def test_every_ending_has_its_outcome_and_touches_no_other_board(endings: dict[str, BoardCrawl], board: str) -> None:
    assert (endings[board].outcome, endings[board].reason) == ENDINGS[board][1:]


def test_a_host_that_says_not_now_is_left_alone_for_the_run(tmp_path: Path) -> None:
    busy = recording("busy", "", status=429, headers={"Retry-After": "120"}, delay_s=0)
    folder = folder_of(tmp_path, busy, *(recording(f"b{n}", jobs(n)) for n in range(40)))
    landed, stats = crawl(tmp_path, folder, "busy", *(f"b{n}" for n in range(40)))
    assert (landed["busy"].outcome, landed["busy"].reason) == ("blocked", "http_status")
    assert (landed["b39"].outcome, landed["b39"].reason) == ("blocked", "host_left_alone")
    assert "120" in (landed["b39"].detail or "")
    assert stats.get("downloader/response_status_count/429") == 1


def test_a_board_that_answers_as_before_is_unchanged_and_not_landed_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, recording("b", jobs(1, 2)), recording("b", jobs(1, 2, 3)))
    first, _ = crawl(tmp_path, folder, "b")
    second, stats = crawl(tmp_path, folder, "b")
    assert (first["b"].outcome, second["b"].outcome, second["b"].payload_count) == ("complete", "unchanged", 0)
    assert stats["downloader/response_status_count/304"] == 1  # the replay server answers If-None-Match
    assert second["b"].digest == first["b"].digest


def test_a_server_error_that_passes_is_asked_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, recording("b", "", status=502), recording("b", jobs(1)))
    landed, stats = crawl(tmp_path, folder, "b")
    assert (landed["b"].outcome, stats["retry/count"]) == ("complete", 1)


def test_a_refusal_is_not_asked_again(tmp_path: Path) -> None:
    _, stats = crawl(tmp_path, folder_of(tmp_path, recording("b", "", status=403)), "b")
    assert "retry/count" not in stats


def test_robots_txt_is_obeyed(tmp_path: Path) -> None:
    robots = {
        "method": "GET",
        "url": "https://boards-api.greenhouse.io/robots.txt",
        "status": 200,
        "headers": {"Content-Type": "text/plain"},
        "body": "User-agent: *\nDisallow: /v1/boards/secret/\n",
    }
    folder = folder_of(tmp_path, robots, recording("secret", jobs(1)), recording("b", jobs(1)))
    landed, _ = crawl(tmp_path, folder, "secret", "b")
    assert (landed["secret"].outcome, landed["secret"].reason) == ("blocked", "robots")
    assert landed["b"].outcome == "complete"


def test_a_redirect_is_followed_under_the_original_address(tmp_path: Path) -> None:
    moved = recording("b", "", status=301, headers={"Location": f"{API}/new/jobs?content=true"})
    landed, _ = crawl(tmp_path, folder_of(tmp_path, moved, recording("new", jobs(1))), "b")
    assert landed["b"].outcome == "complete"


def test_the_replay_address_of_a_url() -> None:
    assert replay_url("http://127.0.0.1:1/", "https://a.b/c?d=e&f") == "http://127.0.0.1:1/a.b/c?d=e&f"


@pytest.mark.parametrize("address", ["https://127.0.0.1:1", "http://example.org", "127.0.0.1:80", "http://10.0.0.1"])
def test_replay_only_ever_means_this_machine(address: str) -> None:
    with pytest.raises(UsageError, match="ROLECALL_REPLAY must be"):
        check_replay_address(address)
