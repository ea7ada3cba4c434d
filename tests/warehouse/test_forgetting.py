"""A run whose clock was ahead is forgotten: what lay there before it stays, and a kill in between is made good."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from warehouse.errors import StorageError, WorkFailed
from warehouse.forgetting import forget_after
from warehouse.landing import BoardCrawl, Landing
from warehouse.layout import Home
from warehouse.locks import AliveLock, WriterLock
from warehouse.vocabulary import CrawlOutcome

NOW = datetime(2026, 1, 2, 6, tzinfo=UTC)
AHEAD = NOW.replace(year=2031)


def land(home: Home, board: str, at: datetime, platform: str = "greenhouse") -> None:
    crawl = BoardCrawl(
        source_id=f"{platform}:{board}",
        platform=platform,
        board=board,
        company="Acme",
        crawl_id=f"{at:%Y%m%d}",
        run_id=f"run-{at:%Y%m%d}",
        crawled_at=at,
        outcome=CrawlOutcome.COMPLETE,
    )
    Landing(home.landing, platform).land(crawl, [{"id": 1, "at": at.year}], frozenset())


def crawled(home: Home, platform: str = "greenhouse") -> list[tuple[str, datetime]]:
    return [(crawl.board, crawl.crawled_at) for crawl, _ in Landing(home.landing, platform).crawls()]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A day, then a run five years ahead, on one platform of two."""
    made = Home(tmp_path)
    made.prepare()
    for board in ("a", "b"):
        land(made, board, NOW - timedelta(days=1))
        land(made, board, AHEAD)
    land(made, "c", NOW, "lever")
    made.warehouse.write_bytes(b"knows of 2031")
    return made


def test_what_was_crawled_later_is_set_aside_and_the_warehouse_is_made_anew(home: Home) -> None:
    torn = home.landing / "greenhouse" / "index.jsonl"
    torn.write_bytes(torn.read_bytes() + b'{"half')
    assert forget_after(home, NOW) == {"greenhouse": 2}
    assert crawled(home) == [("a", NOW - timedelta(days=1)), ("b", NOW - timedelta(days=1))]
    assert crawled(home, "lever") == [("c", NOW)]
    assert not home.warehouse.exists()
    assert (home.landing / "greenhouse" / "forgotten.jsonl").read_text().count("run-20310102") == 2
    history = Landing(home.landing, "greenhouse").histories()["greenhouse:a"]
    assert history.last.crawled_at == NOW - timedelta(days=1)


def test_where_nothing_is_later_nothing_changes(home: Home) -> None:
    assert forget_after(home, AHEAD) == {}
    assert home.warehouse.exists()
    assert len(crawled(home)) == 4


def test_a_call_that_was_killed_is_made_again(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(BaseException):
        pass

    def die(*_: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", die)
        with pytest.raises(Killed):
            forget_after(home, NOW)
    assert len(crawled(home)) == 4
    assert not home.warehouse.exists()  # before the landing: it must not know more than that
    assert forget_after(home, NOW) == {"greenhouse": 2}


def test_nobody_forgets_while_a_run_is_alive(home: Home) -> None:
    alive, writer = AliveLock(home.locks, "abc"), WriterLock(home.locks)
    alive.hold()
    with pytest.raises(WorkFailed, match="Run abc is under way"):
        forget_after(home, NOW)
    alive.release()
    writer.acquire()
    with pytest.raises(StorageError, match="Another run"):
        forget_after(home, NOW)
    writer.release()
    assert len(crawled(home)) == 4
