"""The landing keeps every payload as it came, and a killed writer leaves nothing half-landed."""

from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, Landing, landed_platforms
from warehouse.vocabulary import CrawlOutcome, CrawlReason

NOW = datetime(2026, 1, 1, 6, tzinfo=UTC)


def board(name: str = "acme", crawl_id: str = "c1", at: datetime = NOW) -> BoardCrawl:
    return BoardCrawl(
        source_id=f"greenhouse:{name}",
        platform="greenhouse",
        board=name,
        company="Acme",
        crawl_id=crawl_id,
        run_id="r1",
        crawled_at=at,
        outcome=CrawlOutcome.COMPLETE,
    )


def test_payloads_come_back_as_they_went_in(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    payloads = [{"id": 1, "title": "Ünïcode\u2028 – line"}, {"id": 2, "nested": {"a": [1, None]}}]
    landed = landing.land(board(), payloads, frozenset())
    assert [line.payload for line in landing.payloads(landed)] == payloads
    assert {line.source_id for line in landing.payloads(landed)} == {"greenhouse:acme"}
    assert {line.fetched_at for line in landing.payloads(landed)} == {NOW.isoformat()}


def test_boards_of_one_crawl_share_a_segment_that_duckdb_reads(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    first = landing.land(board("a"), [{"id": 1}], frozenset())
    second = landing.land(board("b"), [{"id": 2}, {"id": 3}], frozenset())
    assert [crawl for crawl, _ in landing.crawls()] == [first, second]
    assert [line.payload["id"] for line in landing.payloads(second)] == [2, 3]
    segment = tmp_path / "greenhouse" / "c1.jsonl.zst"
    found = duckdb.sql(f"SELECT payload.id FROM read_json('{segment}', format = 'newline_delimited')").fetchall()
    assert found == [(1,), (2,), (3,)]


def test_volatile_keys_do_not_change_the_content_hash(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    payloads = [{"id": 1, "views": 5}, {"views": 9, "id": 1}, {"id": 2, "views": 5}]
    landed = landing.land(board(), payloads, frozenset({"views"}))
    first, same, other = [line.content_hash for line in landing.payloads(landed)]
    assert first == same != other


def test_the_watermark_finds_only_what_came_after(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landing.land(board("a"), [{"id": 1}], frozenset())
    (_, offset), *_ = landing.crawls()
    assert offset == landing.size()
    landing.land(board("b"), [], frozenset())
    assert [crawl.board for crawl, _ in landing.crawls(offset)] == ["b"]


def test_a_torn_index_line_is_not_read_and_does_not_spoil_the_next(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landing.land(board("a"), [{"id": 1}], frozenset())
    with landing.index.open("ab") as index:
        index.write(b'{"source_id":"greenhouse:torn","pla')
    assert [crawl.board for crawl, _ in landing.crawls()] == ["a"]
    landing.land(board("b"), [{"id": 2}], frozenset())
    assert [crawl.board for crawl, _ in landing.crawls()] == ["a", "b"]


def test_bytes_of_a_killed_writer_in_the_segment_do_no_harm(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landing.land(board("a"), [{"id": 1}], frozenset())
    with (tmp_path / "greenhouse" / "c1.jsonl.zst").open("ab") as segment:
        segment.write(b"\x28\xb5\x2f\xfd half a frame")
    landed = landing.land(board("b"), [{"id": 2}], frozenset())
    assert [line.payload for line in landing.payloads(landed)] == [{"id": 2}]


@pytest.mark.parametrize("damage", [b"", b"not zstd"])
def test_a_damaged_segment_is_an_error_that_names_it(tmp_path: Path, damage: bytes) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landed = landing.land(board(), [{"id": 1}], frozenset())
    segment = tmp_path / "greenhouse" / "c1.jsonl.zst"
    segment.write_bytes(damage)
    with pytest.raises(StorageError, match=r"c1\.jsonl\.zst"):
        list(landing.payloads(landed))


def test_a_flipped_bit_is_found(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landed = landing.land(board(), [{"id": number, "title": f"Role {number}"} for number in range(50)], frozenset())
    segment = tmp_path / "greenhouse" / "c1.jsonl.zst"
    damaged = bytearray(segment.read_bytes())
    damaged[len(damaged) // 2] ^= 1
    segment.write_bytes(damaged)
    with pytest.raises(StorageError, match="damaged"):
        list(landing.payloads(landed))


def test_outcome_and_reason_survive(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    gone = BoardCrawl(
        **{**{name: getattr(board(), name) for name in BoardCrawl.__dataclass_fields__}}
        | {"outcome": CrawlOutcome.NOT_FOUND, "reason": CrawlReason.HTTP_STATUS, "detail": "HTTP 404"}
    )
    landing.land(gone, [], frozenset())
    (read, _), *_ = landing.crawls()
    assert (read.outcome, read.reason, read.detail) == (CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS, "HTTP 404")


def test_the_last_crawl_of_a_board_is_the_newest_by_its_clock(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landing.land(board("a", "c2", NOW.replace(day=2)), [], frozenset())
    landing.land(board("a", "c1", NOW), [], frozenset())
    assert landing.histories()["greenhouse:a"].last.crawl_id == "c2"


def test_platforms_that_landed_nothing_are_not_listed(tmp_path: Path) -> None:
    (tmp_path / "lever").mkdir()
    Landing(tmp_path, "greenhouse").land(board(), [], frozenset())
    assert [landing.platform for landing in landed_platforms(tmp_path)] == ["greenhouse"]


def test_half_a_surrogate_pair_does_not_keep_a_board_from_landing(tmp_path: Path) -> None:
    landing = Landing(tmp_path, "greenhouse")
    landed = landing.land(board(), [{"id": 1, "tags": ["a\ud800b"], "k\udfff": 1}], frozenset())
    assert [line.payload for line in landing.payloads(landed)] == [{"id": 1, "tags": ["a?b"], "k?": 1}]
