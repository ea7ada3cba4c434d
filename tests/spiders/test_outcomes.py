"""How a crawl ended: a table from answers to outcomes."""

import pytest

from spiders.outcomes import (
    BoardProgress,
    Problem,
    problem_of_answer,
    problem_of_body,
    problem_of_failure,
    problem_of_status,
)
from spiders.platforms.base import Fetch, Source
from warehouse.vocabulary import CrawlOutcome, CrawlReason

SOURCE = Source("Acme", "greenhouse", "acme")
MISS = {"X-Rolecall-Replay": "miss"}
HIT = {"X-Rolecall-Replay": "hit"}


@pytest.mark.parametrize(
    ("status", "headers", "expected"),
    [
        (200, {}, None),
        (404, {}, (CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS)),
        (410, {}, (CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS)),
        (404, HIT, (CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS)),
        (404, MISS, (CrawlOutcome.ERROR, CrawlReason.REPLAY_MISS)),
        (403, {}, (CrawlOutcome.BLOCKED, CrawlReason.HTTP_STATUS)),
        (429, {}, (CrawlOutcome.BLOCKED, CrawlReason.HTTP_STATUS)),
        (503, {"Retry-After": "120"}, (CrawlOutcome.BLOCKED, CrawlReason.HTTP_STATUS)),
        (503, {}, (CrawlOutcome.ERROR, CrawlReason.HTTP_STATUS)),
        (500, {}, (CrawlOutcome.ERROR, CrawlReason.HTTP_STATUS)),
        (302, {}, (CrawlOutcome.ERROR, CrawlReason.HTTP_STATUS)),
    ],
)
def test_status(status: int, headers: dict[str, str], expected: tuple[CrawlOutcome, CrawlReason] | None) -> None:
    problem = problem_of_status(status, headers)
    assert (problem and (problem.outcome, problem.reason)) == expected


@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("<html><title>Just a moment...</title>", CrawlOutcome.BLOCKED, CrawlReason.CHALLENGE_PAGE),
        ("<!doctype html><h1>Welcome</h1>", CrawlOutcome.ERROR, CrawlReason.NOT_JSON),
        ("", CrawlOutcome.ERROR, CrawlReason.NOT_JSON),
        ('{"jobs": [{"id"', CrawlOutcome.ERROR, CrawlReason.WRONG_SHAPE),
        ("null", CrawlOutcome.ERROR, CrawlReason.WRONG_SHAPE),
        ('{"ok": false, "error": "Document not found"}', CrawlOutcome.ERROR, CrawlReason.WRONG_SHAPE),
    ],
)
def test_body(text: str, outcome: CrawlOutcome, reason: CrawlReason) -> None:
    problem = problem_of_body(text, "seen")
    assert (problem.outcome, problem.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("name", "detail", "outcome", "reason"),
    [
        ("DownloadTimeoutError", "slow", CrawlOutcome.ERROR, CrawlReason.TIMEOUT),
        ("DownloadCancelledError", "large", CrawlOutcome.ERROR, CrawlReason.TOO_LARGE),
        ("IgnoreRequest", "Forbidden by robots.txt", CrawlOutcome.BLOCKED, CrawlReason.ROBOTS),
        ("IgnoreRequest", "max redirections reached", CrawlOutcome.ERROR, CrawlReason.REDIRECTS),
        ("HttpError", "Ignoring non-200 response", CrawlOutcome.ERROR, CrawlReason.HTTP_STATUS),
        ("ResponseDataLossError", "short", CrawlOutcome.ERROR, CrawlReason.CONNECTION),
    ],
)
def test_failure(name: str, detail: str, outcome: CrawlOutcome, reason: CrawlReason) -> None:
    problem = problem_of_failure(name, detail)
    assert (problem.outcome, problem.reason) == (outcome, reason)


TIMEOUT = Problem(CrawlOutcome.ERROR, CrawlReason.TIMEOUT, "slow")


@pytest.mark.parametrize(
    ("payloads", "total", "problems", "expected"),
    [
        (3, None, [], CrawlOutcome.COMPLETE),
        (3, 3, [], CrawlOutcome.COMPLETE),
        (2, 3, [], CrawlOutcome.PARTIAL),
        (0, 3, [], CrawlOutcome.PARTIAL),
        (0, 0, [], CrawlOutcome.EMPTY),
        (0, None, [], CrawlOutcome.EMPTY),
        (2, None, [TIMEOUT], CrawlOutcome.PARTIAL),
        (0, None, [TIMEOUT], CrawlOutcome.ERROR),
    ],
)
def test_end(payloads: int, total: int | None, problems: list[Problem], expected: CrawlOutcome) -> None:
    board = BoardProgress(SOURCE, payloads=[{}] * payloads, total=total, problems=problems)
    assert board.end()[0] == expected


GONE = Problem(CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS, "HTTP 404")
DETAIL, LIST = Fetch("x", detail_of="7"), Fetch("x")
OPTIONAL, PART = Fetch("x", is_optional=True), Fetch("x", goes_on=True)


@pytest.mark.parametrize(
    ("problem", "fetch", "outcome"),
    [
        (GONE, OPTIONAL, None),
        (GONE, LIST, CrawlOutcome.NOT_FOUND),
        (GONE, PART, CrawlOutcome.ERROR),  # a part that is gone is no board that is gone
        (TIMEOUT, OPTIONAL, CrawlOutcome.ERROR),
        (TIMEOUT, PART, CrawlOutcome.ERROR),
    ],
)
def test_what_is_optional_may_be_missing(problem: Problem, fetch: Fetch, outcome: CrawlOutcome | None) -> None:
    board = BoardProgress(SOURCE)
    board.meet(problem, fetch)
    assert [met.outcome for met in board.problems] == ([outcome] if outcome else [])


@pytest.mark.parametrize(
    ("asked", "answered", "reason"),
    [
        ("https://api.acme.example/jobs", "https://api.acme.example/jobs", CrawlReason.NOT_JSON),
        ("https://acme.example/jobs", "https://www.acme.example/jobs", CrawlReason.NOT_JSON),
        ("https://api.acme.example/jobs", "https://jobs.lever.co/acme", CrawlReason.REDIRECTS),
    ],
)
def test_a_web_page_of_another_host_says_that_the_board_moved(asked: str, answered: str, reason: CrawlReason) -> None:
    problem = problem_of_answer("<html>Welcome</html>", "not JSON", asked, answered)
    assert (problem.outcome, problem.reason) == (CrawlOutcome.ERROR, reason)
    assert problem_of_answer("captcha", "x", asked, answered).reason is CrawlReason.CHALLENGE_PAGE


@pytest.mark.parametrize(
    ("payloads", "total", "gone", "met", "expected"),
    [
        (9, 10, 1, [], CrawlOutcome.COMPLETE),  # the list was a little older
        (8, 10, 1, [], CrawlOutcome.PARTIAL),
        (1, 10, 9, [], CrawlOutcome.PARTIAL),
        (9, 10, 0, [(TIMEOUT, DETAIL)], CrawlOutcome.PARTIAL),
        (0, None, 0, [(GONE, LIST)], CrawlOutcome.NOT_FOUND),
    ],
)
def test_what_is_gone_counts_by_what_it_was(
    payloads: int, total: int | None, gone: int, met: list[tuple[Problem, Fetch]], expected: CrawlOutcome
) -> None:
    board = BoardProgress(SOURCE, payloads=[{}] * payloads, total=total, gone=["7"] * gone)
    for problem, fetch in met:
        board.meet(problem, fetch)
    assert board.end()[0] == expected
