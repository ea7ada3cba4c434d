"""The crawl's log: one line an event, structured, without secrets, and without what a page or a board holds."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from scrapy.utils.log import logformatter_adapter

from spiders.board_spider import FinishedBoard
from spiders.log_format import QuietItems
from spiders.log_lines import OneLine, secrets_of
from warehouse.landing import BoardCrawl
from warehouse.settings import Settings
from warehouse.vocabulary import CrawlOutcome, CrawlReason

BODY = {"id": 1, "description": "the whole text of a posting"}


def line(message: str, *arguments: Any, secrets: tuple[str, ...] = (), error: BaseException | None = None) -> str:
    exc_info = (type(error), error, error.__traceback__) if error else None
    record = logging.LogRecord("some.library", logging.INFO, "f", 1, message, arguments, exc_info)
    assert OneLine(secrets).filter(record)
    return record.getMessage()


@pytest.mark.parametrize(
    ("message", "arguments", "expected"),
    [
        ("Spider opened", (), 'log logger=some.library message="Spider opened"'),
        ("got %d of %d", (2, 3), 'log logger=some.library message="got 2 of 3"'),
        ("two\nlines", (), 'log logger=some.library message="two lines"'),
        ("%d wrong", ("x",), 'log logger=some.library message="%d wrong"'),
        ("board_finished", ({"source_id": "lever:a b", "detail": None},), 'board_finished source_id="lever:a b"'),
        ("board_finished", ({"said": 'a "quote" = b'},), 'board_finished said="a \\"quote\\" = b"'),
    ],
)
def test_every_record_is_one_event_line(message: str, arguments: tuple[Any, ...], expected: str) -> None:
    assert line(message, *arguments) == expected


def test_an_error_is_its_name_its_words_and_its_place() -> None:
    try:
        raise ValueError("no\ngood " + "x" * 999)
    except ValueError as error:
        said = line("Spider error", error=error)
    assert "\n" not in said
    assert 'error=ValueError said="no good xxx' in said
    assert "at=test_log_lines.py:" in said
    assert len(said) < 500


@pytest.mark.parametrize(
    "said",
    [
        "header Basic k4ggle-t0ken",
        "GET https://api.example/x?api_key=abc123&page=2",
        "GET https://api.example/x?page=2&access_token=abc123",
        "proxy http://user:abc123@proxy.example/",
        "half of it: t0ps3cret",
    ],
)
def test_no_secret_is_in_a_line(said: str) -> None:
    settings = Settings(usajobs_key="k4ggle-t0ken", kaggle_token="ann:t0ps3cret", webhook="https://hook.example/s3")
    shown = line(said, secrets=tuple(secrets_of(settings)))
    assert "[secret]" in shown
    for secret in ("k4ggle-t0ken", "abc123", "t0ps3cret"):
        assert secret not in shown


def finished(outcome: CrawlOutcome, reason: CrawlReason | None = None) -> FinishedBoard:
    crawl = BoardCrawl(
        source_id="lever:a",
        platform="lever",
        board="a",
        company="A",
        crawl_id="c",
        run_id="r",
        crawled_at=datetime(2026, 1, 1, tzinfo=UTC),
        outcome=outcome,
        reason=reason,
        detail="HTTP 500" if reason else None,
    )
    return FinishedBoard(crawl, [BODY])


def logged(caught: dict[str, Any]) -> str:
    _, message, *arguments = logformatter_adapter(caught)
    return line(message, *arguments)


def test_a_board_is_logged_by_name_and_never_with_its_payloads() -> None:
    board = finished(CrawlOutcome.PARTIAL, CrawlReason.HTTP_STATUS)
    told = logged(dict(QuietItems().scraped(board, None, None)))
    assert told == ('board_finished source_id=lever:a outcome=partial reason=http_status payloads=1 detail="HTTP 500"')
    lost = logged(dict(QuietItems().item_error(board, OSError("disk full"), None, None)))
    assert lost.startswith("board_not_landed source_id=lever:a")
    for shown in (told, lost, repr(board)):
        assert BODY["description"] not in shown


def test_no_module_prints_or_logs_past_the_filter() -> None:
    root = Path(__file__).parents[2]
    spoken = [
        p for p in (root / "spiders").rglob("*.py") if "print(" in p.read_text() or "basicConfig" in p.read_text()
    ]
    assert spoken == []
