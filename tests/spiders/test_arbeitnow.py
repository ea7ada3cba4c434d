from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.platforms.arbeitnow import PLATFORM
from spiders.platforms.base import Answer, Page, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Arbeitnow", "arbeitnow", "all")
API = "https://www.arbeitnow.com/api/job-board-api"


def posting(**values: Any) -> dict[str, Any]:
    stated = {"slug": "koch-1", "company_name": "Kornhaus", "title": "Koch", "url": "https://www.arbeitnow.com/koch-1"}
    return stated | values


def page(number: object, following: object, *, asked: int = 1, entries: int = 1) -> Page:
    body = {
        "data": [posting()] * entries,
        "links": {"next": following},
        "meta": {"current_page": number},
    }
    return PLATFORM.page(SOURCE, Answer(f"{API}?page={asked}", orjson.dumps(body).decode()))


def test_the_next_page_is_the_next_number_whatever_search_the_cached_link_carries() -> None:
    follow = page(4, f"{API}?geo=Austria&search=koch&page=5", asked=4).follow
    assert [fetch.url for fetch in follow] == [f"{API}?page=5"]


def test_a_page_without_a_next_one_or_without_postings_is_the_last() -> None:
    assert page(4, None, asked=4).follow == []
    assert page(4, f"{API}?page=5", asked=4, entries=0).follow == []


@pytest.mark.parametrize(("number", "asked"), [(1, 2), (None, 1), ("1", 1)])
def test_an_answer_for_another_page_ends_the_paging(number: object, asked: int) -> None:
    with pytest.raises(PayloadError, match="wrong_type: page"):
        page(number, f"{API}?page=9", asked=asked)


def test_words_of_employment_in_another_shape_are_rejected() -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        read_payload(PLATFORM, SOURCE, posting(job_types="Freelance"))


def test_every_real_posting_is_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "boards" / "arbeitnow"
    payloads = [
        payload
        for path in sorted(folder.glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == 103
    assert all(isinstance(each, PostingReading) and each.places and each.description_html for each in readings)
    assert sum(bool(each.employment_type) for each in readings if isinstance(each, PostingReading)) == 50
