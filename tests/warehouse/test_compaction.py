"""Packs give back every crawl as it landed, hold each version once, and a killed compaction loses nothing."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse.compaction import compact
from warehouse.landing import BoardCrawl, Landing
from warehouse.vocabulary import CrawlOutcome

START = datetime(2026, 1, 1, 6, tzinfo=UTC)
Payloads = list[dict[str, Any]]


def land(landing: Landing, board: str, day: int, payloads: Payloads) -> BoardCrawl:
    crawl = BoardCrawl(
        source_id=f"{landing.platform}:{board}",
        platform=landing.platform,
        board=board,
        company="Acme",
        crawl_id=f"crawl-{day:02}",
        run_id=f"run-{day}",
        crawled_at=START + timedelta(days=day),
        outcome=CrawlOutcome.COMPLETE,
    )
    return landing.land(crawl, payloads, frozenset({"views"}))


def job(number: int, version: int = 0, **other: Any) -> dict[str, Any]:
    return {"id": number, "text": f"{number} {version} " + "words " * 40, **other}


@pytest.fixture
def landing(tmp_path: Path) -> Landing:
    """Twelve days of a board that changes daily, and a quiet one that landed on the first and the sixth."""
    made = Landing(tmp_path, "greenhouse")
    for day in range(12):
        if day in {0, 5}:
            land(made, "quiet", day, [job(900 + day)])
        land(made, "busy", day, [job(n, (day + n) // 7) for n in range(day % 3, 20 + day)][:: -1 if day == 4 else 1])
    return made


def contents(landing: Landing) -> dict[tuple[str, str], Payloads]:
    fresh = Landing(landing.folder.parent, landing.platform)
    return {(c.board, c.crawl_id): [line.payload for line in fresh.payloads(c)] for c, _ in fresh.crawls()}


def versions(landing: Landing) -> list[tuple[str, str]]:
    """Every payload line that lies in a file, whichever crawl it belongs to."""
    found = []
    for path in landing.folder.glob("*.zst"):
        rows = duckdb.sql(
            f"SELECT source_id, content_hash FROM read_json('{path}', format = 'newline_delimited', "
            "columns = {source_id: 'VARCHAR', content_hash: 'VARCHAR'}) WHERE content_hash IS NOT NULL"
        ).fetchall()
        found += rows
    return found


def test_every_crawl_comes_back_and_each_version_lies_there_once(landing: Landing) -> None:
    before, crawls, distinct = contents(landing), list(landing.crawls()), set(versions(landing))
    (report,) = compact(landing.folder.parent)
    assert contents(landing) == before
    assert list(landing.crawls()) == crawls
    after = versions(landing)
    assert len(after) == len(set(after)) == len(distinct)
    assert report.bytes_after < report.bytes_before / 2
    assert [path.name for path in landing.folder.glob("*.zst")] == ["pack-000001.jsonl.zst"]


def test_a_second_time_changes_nothing_and_later_crawls_join_the_pack(landing: Landing) -> None:
    compact(landing.folder.parent)
    (again,) = compact(landing.folder.parent)
    assert (again.boards, again.bytes_after) == (0, again.bytes_before)
    for day in range(12, 21):
        land(landing, "busy", day, [job(n, (day + n) // 7) for n in range(20)])
    before = contents(landing)
    assert compact(landing.folder.parent)[0].boards == 1
    assert contents(landing) == before
    after = versions(landing)
    assert len(after) == len(set(after))


def test_of_versions_that_differ_in_volatile_keys_the_newest_is_kept(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    for day in range(8):
        land(landing, "busy", day, [job(1, views=day)])
    compact(tmp_path)
    assert {payloads[0]["views"] for payloads in contents(landing).values()} == {7}


def test_a_reader_that_began_before_the_segments_went_finds_the_pack(landing: Landing) -> None:
    reader = Landing(landing.folder.parent, "greenhouse")
    crawl = next(c for c, _ in reader.crawls())
    reader.packs.places()
    expected = list(landing.payloads(crawl))
    compact(landing.folder.parent)
    assert list(reader.payloads(crawl)) == expected


def test_a_board_that_cannot_be_read_stays_as_it_is(landing: Landing) -> None:
    segment = landing.folder / "crawl-03.jsonl.zst"
    segment.write_bytes(segment.read_bytes()[:-9])
    (report,) = compact(landing.folder.parent)
    assert report.damaged == ["greenhouse:busy"]
    assert len(list(landing.folder.glob("crawl-*.zst"))) == 12


class Killed(BaseException):
    """As good as kill -9: nothing of the compaction's own runs after it."""


def test_killed_between_any_two_writes_it_loses_nothing(  # noqa: C901
    landing: Landing, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = contents(landing)
    for moment in range(1, 100):
        left = moment

        def dying(real: Any) -> Any:
            def call(*arguments: Any, **named: Any) -> Any:
                nonlocal left
                left -= 1
                if left == 0:
                    raise Killed
                return real(*arguments, **named)

            return call

        with monkeypatch.context() as patch:
            patch.setattr(os, "fsync", dying(os.fsync))
            for name in ("replace", "unlink", "open"):
                patch.setattr(Path, name, dying(getattr(Path, name)))
            try:
                compact(landing.folder.parent)
            except Killed:
                killed = True
            else:
                killed = False
        assert contents(landing) == before, moment
        if not killed:
            break
        land(landing, "busy", 11 + moment, [job(n, moment) for n in range(5)])
        before = contents(landing)
    assert moment > 20
    after = versions(landing)
    assert len(after) >= len(set(after))
