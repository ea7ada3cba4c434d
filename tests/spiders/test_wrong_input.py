"""Boards that answer wrongly in every way met in the wild: each is counted with its reason, and no other is touched.

How identifiers that are missing or repeat and dates in the future are rejected, `pipelines/normalise` tests.
"""

import gzip
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

API = "https://boards-api.greenhouse.io/v1/boards"
LIMIT = 64 * 1024 * 1024
JSON = {"Content-Type": "application/json"}
TEXT = {"Content-Type": "text/plain; charset=latin-1"}
UTF_16 = {"Content-Type": "application/json; charset=utf-16"}
GOOD = json.dumps({"jobs": [{"id": 1, "title": "Köhler"}], "meta": {"total": 1}}, ensure_ascii=False)
WEBSITE = "<!doctype html><html><body><a href='/jobs'>Welcome to Acme</a></body></html>"
WALL = "<!doctype html><html><head><title>Just a moment...</title></head><body>Verify you are human</body></html>"
SHAPES = {
    "no_list": {"jobs": None},
    "no_jobs": {"error": "not now"},
    "list_of_words": {"jobs": ["a", "b"]},
    "list_alone": [[1]],
}

#: what a board answers, and how its crawl must end
ANSWERS: dict[str, tuple[dict[str, Any], str, str | None]] = {
    "first": ({"body": GOOD}, "complete", None),
    "website": ({"body": WEBSITE}, "error", "not_json"),
    "nothing": ({"body": ""}, "error", "not_json"),
    "bytes": ({"body": bytes(range(256)) * 9}, "error", "not_json"),
    "half": ({"body": GOOD[:-20]}, "error", "wrong_shape"),
    "wall": ({"body": WALL}, "blocked", "challenge_page"),
    "null": ({"body": "null"}, "error", "wrong_shape"),
    "deep": ({"body": "[" * 100_000}, "error", "wrong_shape"),
    **{name: ({"body": json.dumps(shape)}, "error", "wrong_shape") for name, shape in SHAPES.items()},
    "nested": ({"body": GOOD.replace('"id": 1', '"id": 1, "x": ' + "[" * 900 + "]" * 900)}, "complete", None),
    "number": ({"body": "7"}, "error", "not_json"),
    "empty": ({"body": '{"jobs": [], "meta": {"total": 0}}'}, "empty", "no_listings"),
    "moved": ({"status": 302, "headers": {"Location": "https://jobs.lever.co/acme"}}, "error", "redirects"),
    "sold": ({"status": 301, "headers": {"Location": "https://www.bigger.example/"}}, "error", "redirects"),
    "loop": ({"status": 302, "headers": {"Location": f"{API}/loop/jobs?content=true"}}, "error", "redirects"),
    "there": ({"status": 302, "headers": {"Location": f"{API}/back/jobs?content=true"}}, "error", "redirects"),
    "back": ({"status": 302, "headers": {"Location": f"{API}/there/jobs?content=true"}}, "error", "redirects"),
    "nowhere": ({"status": 302}, "error", "http_status"),
    "large": ({"body": b"<html>" + b" " * (50 * 1024 * 1024)}, "error", "not_json"),
    "too_large": ({"body": LIMIT + 1}, "error", "too_large"),
    "bomb": ({"body": gzip.compress(bytes(LIMIT + 1))}, "error", "too_large"),
    "damaged": ({"body": gzip.compress(GOOD.encode())[:-4]}, "error", "not_json"),
    "packed": ({"body": gzip.compress(GOOD.encode())}, "complete", None),
    "charset": ({"body": GOOD.encode(), "headers": UTF_16}, "complete", None),
    "latin": ({"body": GOOD.encode("latin-1"), "headers": TEXT}, "complete", None),
    "cut": ({"body": GOOD, "truncate_at": 20}, "error", "connection"),
    "refused": ({"status": 403, "body": WALL}, "blocked", "http_status"),
    "gone": ({"status": 410}, "not_found", "http_status"),
    "broken": ({"status": 500}, "error", "http_status"),
    "../../etc": ({"body": GOOD}, "complete", None),  # a board's name never climbs out of its path
    "last": ({"body": GOOD}, "complete", None),
}  # fmt: skip


@pytest.fixture(scope="module")
def answered(crawled: Callable[..., Any]) -> Any:
    """One crawl of all of them, in one process."""
    recordings = [
        {"url": f"{API}/{board.replace('/', '%2F')}/jobs?content=true", "headers": JSON, **answer}
        for board, (answer, _, _) in ANSWERS.items()
    ]
    websites = [{"url": url, "body": WEBSITE} for url in ("https://jobs.lever.co/acme", "https://www.bigger.example/")]
    return crawled("greenhouse", [*recordings, *websites], *ANSWERS, RETRY_TIMES=0)


class Faulty:
    """An item pipeline with an error of ours in it."""

    def process_item(self, item: Any) -> Any:
        if item.crawl.board == "first":
            raise LookupError(item.crawl.board)
        return item


def test_a_board_that_an_error_of_ours_ends_is_counted_too(crawled: Callable[..., Any]) -> None:
    recordings = [
        {"url": f"{API}/{board}/jobs?content=true", "headers": JSON, "body": GOOD} for board in ("first", "b")
    ]
    pipelines = {f"{__name__}.Faulty": 1, "spiders.landing_pipeline.LandingPipeline": 2}
    done = crawled("greenhouse", recordings, "first", "b", ITEM_PIPELINES=pipelines)
    assert {name: (board.outcome, board.reason) for name, board in done.boards.items()} == {
        "first": ("error", "interrupted"),
        "b": ("complete", None),
    }


@pytest.mark.parametrize("board", ANSWERS)
def test_a_wrong_answer_is_counted_with_its_reason(answered: Any, board: str) -> None:
    crawl = answered.boards[board]
    assert (crawl.outcome, crawl.reason) == ANSWERS[board][1:], crawl.detail
    assert crawl.outcome in {"complete", "empty"} or crawl.detail


def test_no_other_board_is_touched(answered: Any) -> None:
    assert set(answered.boards) == set(ANSWERS)
    assert [answered.payloads[board][0]["title"] for board in ("first", "packed", "charset", "last")] == ["Köhler"] * 4
    assert not any(answered.payloads[board] for board, (_, outcome, _) in ANSWERS.items() if outcome != "complete")


def test_a_board_that_never_answers_keeps_no_other_waiting(crawled: Callable[..., Any]) -> None:
    delays = {"first": 0, "silent": 3600, "last": 0}
    recordings = [
        {"url": f"{API}/{board}/jobs?content=true", "headers": JSON, "body": GOOD, "delay_s": delay}
        for board, delay in delays.items()
    ]
    boards = crawled("greenhouse", recordings, *delays, DOWNLOAD_TIMEOUT=2, RETRY_TIMES=0).boards
    assert (boards["silent"].outcome, boards["silent"].reason) == ("error", "timeout")
    assert [boards[board].outcome for board in ("first", "last")] == ["complete", "complete"]


def test_a_board_that_moved_says_where(answered: Any) -> None:
    assert "https://jobs.lever.co/acme" in answered.boards["moved"].detail
    assert "https://www.bigger.example/" in answered.boards["sold"].detail


class _Unruly(BaseHTTPRequestHandler):
    """A server that breaks HTTP itself, where a replay server would not."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        board = self.path.split("/")[4] if self.path.count("/") > 4 else ""
        body = {"bomb": gzip.compress(bytes(LIMIT + 1)), "unpackable": b"\x1f\x8b\x08 no gzip"}.get(
            board, GOOD.encode()
        )
        self.send_response(200 if board else 404)
        if board in {"bomb", "unpackable"}:
            self.send_header("Content-Encoding", "gzip")
        if board == "chunked":
            self.send_header("Transfer-Encoding", "chunked")
            body = b"ff\r\n" + body
        else:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = board == "chunked"

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def unruly(crawled_at: Callable[..., Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Unruly)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    landing: Path = tmp_path_factory.mktemp("unruly") / "landing"
    address = f"http://127.0.0.1:{server.server_port}"
    yield crawled_at(address, landing, "greenhouse", "first", "bomb", "unpackable", "chunked", "last", RETRY_TIMES=0)
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("board", "ending"),
    [
        ("first", ("complete", None)),
        ("bomb", ("error", "too_large")),
        ("unpackable", ("error", "connection")),
        ("chunked", ("error", "connection")),
        ("last", ("complete", None)),
    ],
)
def test_broken_http_is_counted_with_its_reason(unruly: Any, board: str, ending: tuple[str, str | None]) -> None:
    crawl = unruly.boards[board]
    assert (crawl.outcome, crawl.reason) == ending, crawl.detail
