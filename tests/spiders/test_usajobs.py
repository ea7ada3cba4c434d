"""USAJOBS: a key that goes with each request and nowhere else, pages up to a stated total, amounts as texts."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import orjson
import pytest
from pydantic import SecretStr

from spiders.board_spider import BoardSpider, CrawlPlan, FinishedBoard
from spiders.memory import Memory
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.usajobs import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.landing import Landing
from warehouse.readings import PostingReading
from warehouse.run import Run
from warehouse.settings import Settings
from warehouse.vocabulary import CrawlOutcome, CrawlReason

SOURCE = Source("USAJOBS", "usajobs", "all")
URL = PLATFORM.first_url
KEY = "a-key-of-nobody"
KEYS = Settings(usajobs_key=SecretStr(KEY), usajobs_email="nobody@rolecall.example")


def page(result: object, url: str = URL) -> Page:
    return PLATFORM.with_settings(KEYS).page(SOURCE, Answer(url, orjson.dumps({"SearchResult": result}).decode()))


def item(**values: object) -> dict[str, object]:
    stated = {
        "PositionTitle": "Keeper",
        "PositionURI": "https://www.usajobs.gov:443/job/1",
        "OrganizationName": "Lamps",
    }
    return {"MatchedObjectId": "1", "MatchedObjectDescriptor": stated | values}


def read(**values: object) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, item(**values))
    assert isinstance(reading, PostingReading)
    return reading


async def all_of(items: AsyncIterator[Any]) -> list[Any]:
    return [item async for item in items]


def test_the_key_goes_with_every_request_and_into_no_payload() -> None:
    first = next(PLATFORM.with_settings(KEYS).requests(SOURCE))
    found = page({"SearchResultCountAll": 501, "SearchResultItems": [item()]})
    for fetch in (first, *found.follow):
        assert fetch.headers["Authorization-Key"] == KEY
        assert fetch.headers["User-Agent"] == "nobody@rolecall.example"
        assert KEY not in fetch.url
    assert KEY not in repr(found.payloads)
    assert KEY not in repr(KEYS)


@pytest.mark.parametrize("missing", ["usajobs_key", "usajobs_email"])
def test_without_a_key_the_board_ends_in_an_error_that_says_what_to_set(missing: str, tmp_path: Path, run: Run) -> None:
    platform = PLATFORM.with_settings(KEYS.model_copy(update={missing: None}))
    plan = CrawlPlan("usajobs", (SOURCE,), "crawl-1", run.run_id, run.as_of)
    spider = BoardSpider(plan, platform, Memory(Landing(tmp_path, "usajobs"), platform, run.as_of))
    (board,) = asyncio.run(all_of(spider.start()))
    assert isinstance(board, FinishedBoard)
    assert (board.crawl.outcome, board.crawl.reason) == (CrawlOutcome.ERROR, CrawlReason.BAD_BOARD)
    assert "ROLECALL_USAJOBS_KEY" in str(board.crawl.detail)
    assert "ROLECALL_USAJOBS_EMAIL" in str(board.crawl.detail)


@pytest.mark.parametrize(
    ("total", "number", "following"),
    [(1, 1, None), (500, 1, None), (501, 1, 2), (1200, 2, 3), (1000, 2, None), (None, 1, None)],
)
def test_pages_are_followed_up_to_the_stated_total(total: int | None, number: int, following: int | None) -> None:
    url = URL.replace("&Page=1", f"&Page={number}")
    found = page({"SearchResultCountAll": total, "SearchResultItems": [item()]}, url)
    assert [fetch.url for fetch in found.follow] == [URL.replace("&Page=1", f"&Page={following}")] * bool(following)
    assert found.total == (total if number == 1 else None)


def test_an_empty_page_ends_the_crawl_whatever_the_total_says() -> None:
    found = page({"SearchResultCountAll": 12_000, "SearchResultItems": []})
    assert (found.payloads, found.follow, found.total) == ([], [], 12_000)


@pytest.mark.parametrize("result", [None, [], {}, {"SearchResultItems": None}, {"SearchResultItems": [1]}])
def test_what_is_no_list_is_an_error(result: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(result)


@pytest.mark.parametrize(
    ("pay", "expected"),
    [
        ({"MinimumRange": "1", "MaximumRange": "2", "RateIntervalCode": "PH"}, ("1", "2", "hour")),
        ({"MinimumRange": "1", "RateIntervalCode": "XX", "Description": "Per Moon"}, ("1", None, "Per Moon")),
        ({"MinimumRange": "1", "MaximumRange": "2"}, ("1", "2", None)),
        ({"MinimumRange": "0", "MaximumRange": "0", "RateIntervalCode": "WC"}, None),
        ({"RateIntervalCode": "PA"}, None),
    ],
)
def test_a_code_tells_what_time_an_amount_is_for(pay: dict[str, str], expected: tuple[str, str, str] | None) -> None:
    pays = [(each.minimum, each.maximum, each.unit) for each in read(PositionRemuneration=[pay]).pays]
    assert pays == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("display", "places"),
    [("Multiple Locations", []), ("Anywhere in the U.S. (remote job)", ["Anywhere in the U.S."]), (None, [])],
)
def test_what_is_displayed_stands_in_for_places(display: str | None, places: list[str]) -> None:
    assert [place.text for place in read(PositionLocationDisplay=display).places] == places


def test_nobody_to_write_to_is_landed() -> None:
    details = {"AgencyContactEmail": "some.body@lamp.example", "HowToApply": "Call Some Body", "JobSummary": "Light."}
    found = page({"SearchResultItems": [item(UserArea={"Details": details})]})
    assert found.payloads == [item(UserArea={"Details": {"JobSummary": "Light."}})]


def test_every_real_record_reads(shared: Path) -> None:
    path = shared / "payloads" / "ats" / "boards" / "usajobs" / "usajobs_sample.json"
    readings = [
        read_payload(PLATFORM, SOURCE, each)
        for each in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    assert len(readings) == 3
    for reading in readings:
        assert isinstance(reading, PostingReading)
        assert reading.pays[0].unit == "year"
        assert reading.posted
        assert reading.description_html
        assert reading.company
        assert ":443" not in reading.url
    assert sum(bool(each.places) for each in readings if isinstance(each, PostingReading)) == 2
    assert sum(each.is_remote is True for each in readings if isinstance(each, PostingReading)) == 1
