"""A vacancy that comes back within 60 days is the same one; later it is a new one."""

from itertools import permutations

import pytest

from pipelines.dedupe.matching import Record, deduplicate
from pipelines.dedupe.matching.spans import Span, joined_span, long_apart

DAY = 24 * 60 * 60
APART = [
    ((0, 10), (70, 80), False),
    ((0, 10), (71, 80), True),
    ((0, 90), (10, 20), False),
    ((0, None), (100, 110), False),
    ((0, 10), (None, 110), False),
    ((None, 10), (100, None), True),
]


def days(first: int | None, last: int | None) -> Span:
    return (None if first is None else first * DAY, None if last is None else last * DAY)


@pytest.mark.parametrize(("one", "other", "apart"), APART)
def test_more_than_sixty_days_between_are_long(one: Span, other: Span, apart: bool) -> None:
    assert long_apart(days(*one), days(*other)) is long_apart(days(*other), days(*one)) is apart


def test_a_joined_span_knows_what_either_knew() -> None:
    assert joined_span((5, 9), (2, None)) == joined_span((2, None), (5, 9)) == (2, 9)


def listed(name: str, first: int, last: int, number: str = "R-2041", url: str | None = None) -> Record:
    fixed = {"title": "Cook", "company": "Fenn", "location": "Oslo", "source": "greenhouse:fenn", "url": url}
    return Record(name, **fixed, requisition_id=number, first_seen=first * DAY, last_seen=last * DAY)


POSTING = "https://boards.greenhouse.io/fenn/jobs/41234"
LISTED = [
    ([listed("a", 0, 10), listed("b", 70, 80)], 1),
    ([listed("a", 0, 10), listed("b", 71, 80)], 2),
    ([listed("a", 0, 10), listed("b", 60, 70), listed("c", 125, 130)], 1),
    ([listed("c", 0, 10), listed("b", 60, 70), listed("a", 125, 130)], 1),
    ([listed("a", 0, 10), listed("c", 200, 230)], 2),
    ([listed("a", 0, 10, url=POSTING), listed("b", 200, 230, url=POSTING)], 1),
]


@pytest.mark.parametrize(("records", "positions"), LISTED)
def test_a_requisition_listed_anew_is_its_position_for_sixty_days(records: list[Record], positions: int) -> None:
    for order in permutations(records):
        assert len({one.cluster_id for one in deduplicate(order)}) == positions
