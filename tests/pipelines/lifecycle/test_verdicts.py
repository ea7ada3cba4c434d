"""What a crawl is worth as evidence: tables of literals."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pipelines.lifecycle.verdicts import Crawl, SourceState, judge, platforms_in_outage, rounds
from warehouse.vocabulary import CloseReason, CrawlOutcome

DAY_1 = datetime(2026, 1, 1, tzinfo=UTC)
DAY_2 = DAY_1.replace(day=2)
DAY_3 = DAY_1.replace(day=3)
TEN = SourceState("greenhouse:a", counted_at=DAY_1, complete_count=10)
HELD = replace(TEN, counted_at=DAY_2, suspect_at=DAY_2, suspect_crawl_id="c2", suspect_count=1)


def crawl(outcome: str, count: int = 0, at: datetime = DAY_3, source: str = "greenhouse:a") -> Crawl:
    return Crawl(1, "c3", source, source.split(":")[0], at, CrawlOutcome(outcome), count)


@pytest.mark.parametrize(
    ("outcome", "count", "state", "counts", "prior", "is_held"),
    [
        ("complete", 10, TEN, True, None, False),
        ("complete", 4, TEN, True, None, False),  # 40 % is believed
        ("complete", 3, TEN, False, None, True),  # less is suspect
        ("empty", 0, TEN, False, None, True),
        ("complete", 2, HELD, True, DAY_2, False),  # the next one agrees: both count
        ("empty", 0, HELD, True, DAY_2, False),
        ("complete", 9, HELD, True, None, False),  # the next one disagrees: the suspect one is forgotten
        ("unchanged", 10, TEN, True, None, False),
        ("unchanged", 1, HELD, True, DAY_2, False),
        ("partial", 9, TEN, False, None, False),
        ("blocked", 0, TEN, False, None, False),
        ("error", 0, HELD, False, None, True),  # a failure neither confirms nor clears
        ("empty", 0, SourceState("greenhouse:a"), True, None, False),  # always empty: nothing to suspect
    ],
)
def test_judge(
    outcome: str, count: int, state: SourceState, counts: bool, prior: datetime | None, is_held: bool
) -> None:
    verdict = judge(crawl(outcome, count), state, is_outage=False)
    assert (verdict.counts, verdict.prior_at) == (counts, prior)
    assert (verdict.state.suspect_at is not None) == is_held


@pytest.mark.parametrize(("count", "is_held"), [(10, False), (6, False), (5, True), (0, True)])
def test_a_challenge_list_is_suspect_from_half_its_usual_count(count: int, is_held: bool) -> None:
    half = replace(crawl("complete" if count else "empty", count), listing_kind="challenge")
    verdict = judge(half, TEN, is_outage=False)
    assert (verdict.state.suspect_at is not None) is is_held
    assert verdict.counts is not is_held


def test_a_gone_board_is_counted_and_dated_at_the_first_time() -> None:
    first = judge(crawl("not_found", at=DAY_2), TEN, is_outage=False).state
    second = judge(crawl("not_found", at=DAY_3), first, is_outage=False)
    assert (second.state.gone_count, second.state.gone_since_at, second.reason) == (2, DAY_2, CloseReason.BOARD_GONE)


def test_an_answer_in_full_ends_being_gone() -> None:
    gone = replace(TEN, gone_count=1, gone_since_at=DAY_2)
    assert judge(crawl("complete", 10), gone, is_outage=False).state.gone_count == 0


@pytest.mark.parametrize("at", [DAY_1, DAY_1.replace(year=2025)])
def test_a_crawl_that_is_not_later_adds_nothing(at: datetime) -> None:
    verdict = judge(crawl("complete", 5, at=at), TEN, is_outage=False)
    assert (verdict.counts, verdict.state) == (False, TEN)


def test_most_boards_of_a_platform_suspect_at_once_is_an_outage() -> None:
    boards = [(crawl("empty", source=f"greenhouse:{n}"), replace(TEN, source_id=f"greenhouse:{n}")) for n in range(3)]
    fine = [(crawl("complete", 10, source=f"greenhouse:f{n}"), TEN) for n in range(2)]
    assert platforms_in_outage([*boards, *fine]) == {"greenhouse"}
    assert platforms_in_outage([*boards, *fine, *fine]) == set()
    assert platforms_in_outage(boards[:2]) == set()
    assert judge(boards[0][0], boards[0][1], is_outage=True).state == boards[0][1]


def test_rounds_hold_each_source_once_in_the_order_of_the_clocks() -> None:
    late = replace(crawl("complete"), crawl_seq=1, crawled_at=DAY_3)
    early = replace(crawl("complete"), crawl_seq=2, crawled_at=DAY_2)
    other = replace(crawl("complete", source="greenhouse:b"), crawl_seq=3)
    assert [[c.crawl_seq for c in turn] for turn in rounds([late, early, other])] == [[2, 3], [1]]
