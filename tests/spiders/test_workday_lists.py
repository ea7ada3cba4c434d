"""Workday's lists: pages of twenty, totals that stop at two thousand, and facets that split what is longer."""

from typing import Any

import pytest

from spiders.platforms.workday import PLATFORM
from tests.spiders.test_workday import SOURCE, answer, asked, lists, rows


def test_pages_follow_until_the_first_total() -> None:
    first = PLATFORM.page(SOURCE, answer({"total": 42, "jobPostings": rows(20)}))
    (second_fetch,) = lists(first.follow)
    second = PLATFORM.page(SOURCE, answer({"total": 0, "jobPostings": rows(20, 20)}, second_fetch.carried))
    (third_fetch,) = lists(second.follow)
    third = PLATFORM.page(SOURCE, answer({"total": 0, "jobPostings": rows(2, 40)}, third_fetch.carried))
    assert [asked(fetch)["offset"] for fetch in (second_fetch, third_fetch)] == [20, 40]
    assert [page.total for page in (first, second, third)] == [42, None, None]
    assert [len(page.follow) for page in (first, second, third)] == [21, 21, 2]


def test_an_empty_page_ends_the_list_and_leaves_it_short() -> None:
    page = PLATFORM.page(SOURCE, answer({"total": 0, "jobPostings": []}, {"facets": {}, "offset": 20, "total": 42}))
    assert (page.payloads, page.follow, page.total) == ([], [], None)


def facet(name: str, *counts: int) -> dict[str, Any]:
    return {"facetParameter": name, "values": [{"id": f"{name}{each}", "count": count, "descriptor": "x"}
                                               for each, count in enumerate(counts)]}  # fmt: skip


@pytest.mark.parametrize(
    ("facets", "chosen", "total"),
    [
        # two facets agree on 2613; the places count some postings twice
        ([facet("type", 2600, 13), facet("family", 1840, 773), facet("places", 1500, 1500, 1472)], "family", 2613),
        # a facet within a group of facets
        ([{"facetParameter": "main", "values": [facet("hierarchy", 1500, 900)]}], "hierarchy", 2400),
        # every facet that reaches the likely sum holds a capped value: the fullest of the others
        ([facet("type", 2600, 13), facet("family", 2400, 213), facet("remote", 1100, 1000)], "remote", 2100),
    ],
)
def test_a_capped_list_is_split_by_the_best_facet(facets: list[dict[str, Any]], chosen: str, total: int) -> None:
    page = PLATFORM.page(SOURCE, answer({"total": 2000, "jobPostings": rows(20), "facets": facets}))
    assert {next(iter(asked(fetch)["appliedFacets"])) for fetch in page.follow} == {chosen}
    assert [asked(fetch)["offset"] for fetch in page.follow] == [0] * len(page.follow)
    assert page.total == total


def test_a_part_of_a_split_list_has_a_total_of_its_own() -> None:
    facets = [facet("family", 1500, 900)]
    first = PLATFORM.page(SOURCE, answer({"total": 2000, "jobPostings": rows(20), "facets": facets}))
    part = PLATFORM.page(
        SOURCE, answer({"total": 1500, "jobPostings": rows(20), "facets": facets}, first.follow[0].carried)
    )
    (more,) = lists(part.follow)
    assert (asked(more)["appliedFacets"], asked(more)["offset"]) == ({"family": ["family0"]}, 20)
    assert (more.carried or {})["total"] == 1500
    assert part.total is None


def test_a_capped_list_without_a_useful_facet_is_read_as_it_is() -> None:
    page = PLATFORM.page(SOURCE, answer({"total": 2000, "jobPostings": rows(20), "facets": [facet("a", 3, 4)]}))
    assert len(lists(page.follow)) == 1
    assert page.total == 2000
