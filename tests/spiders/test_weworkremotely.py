from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Source
from spiders.platforms.weworkremotely import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("We Work Remotely", "weworkremotely", "all")
RECORDING = Path(__file__).parent.parent / "recordings" / "weworkremotely" / "all.xml"
LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
)


def payloads(text: str) -> list[dict[str, Any]]:
    return PLATFORM.page(SOURCE, Answer("", text)).payloads


def reason_of(text: str) -> str | None:
    """Why the text is no feed; any other error fails the test."""
    try:
        payloads(text)
    except PayloadError as error:
        return error.reason
    return None


def read(**values: Any) -> PostingReading:
    stated = {"guid": "https://x.example/1", "link": "https://x.example/1", "title": "Driftwood: Designer"}
    reading = read_payload(PLATFORM, SOURCE, stated | values)
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize(
    ("board", "path"),
    [("all", "remote-jobs"), ("remote-product-jobs", "categories/remote-product-jobs")],
)
def test_one_request_for_a_feed(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "weworkremotely", board)))
    assert [fetch.url for fetch in fetches] == [f"https://weworkremotely.com/{path}.rss"]


@pytest.mark.parametrize(
    "board", ["product", "../remote-jobs", "remote-jobs?x", "remote-%2e%2e", "remote-jobs\n", "a--b"]
)
def test_a_board_of_another_shape_is_an_error(board: str) -> None:
    with pytest.raises(ValueError, match="neither"):
        list(PLATFORM.requests(Source("x", "weworkremotely", board)))


def test_an_item_is_its_own_tags_without_those_of_other_vocabularies() -> None:
    assert sorted(payloads(RECORDING.read_text("utf-8"))[0]) == [
        "category", "country", "description", "expires_at", "guid", "link", "pubDate", "region", "skills", "state",
        "title", "type",
    ]  # fmt: skip


def test_an_empty_feed_is_no_error() -> None:
    assert payloads("<rss><channel><title>x</title></channel></rss>") == []


@pytest.mark.parametrize(
    "text",
    [LAUGHS, LAUGHS.lower(), "<rss><channel>", "<rss/>", "<rss>", "<feed><entry/></feed>", "<rss>\ud800</rss>",
     RECORDING.read_text("utf-8")[:2_000]],
)  # fmt: skip
def test_what_is_no_whole_feed_without_declarations_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        payloads(text)


@pytest.mark.parametrize(
    ("title", "company", "role"),
    [
        ("Driftwood: Product Manager: Payments", "Driftwood", "Product Manager: Payments"),
        ("Gusto, Inc.: Specialist", "Gusto, Inc.", "Specialist"),
        ("Day:One: Writer", "Day:One", "Writer"),
    ],
)
def test_the_title_names_company_and_role(title: str, company: str, role: str) -> None:
    reading = read(title=title)
    assert (reading.company, reading.title) == (company, role)


@pytest.mark.parametrize("title", ["Remote: Accountant", "remote : Accountant", "Accountant", "A:b", "", None])
def test_a_title_without_a_company_is_rejected(title: str | None) -> None:
    with pytest.raises(PayloadError, match="missing_field"):
        read(title=title)


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ({"region": "Europe Only", "country": "Spain", "state": "Oregon"}, ["Europe Only"]),
        ({"region": " ", "country": "Spain"}, ["Spain"]),
        ({"state": "Oregon"}, []),
    ],
)
def test_the_region_is_where_one_must_live_and_the_state_is_not(values: dict[str, Any], places: list[str]) -> None:
    assert [place.text for place in read(**values).places] == places


@given(st.text(max_size=40), st.sampled_from(["", "<rss>", "<rss><channel>", "<rss><channel><item>"]))
def test_any_text_is_split_or_refused(text: str, before: str) -> None:
    assert reason_of(before + text) in {None, "wrong_type"}


def test_every_real_item_is_read(shared: Path) -> None:
    path = shared / "payloads" / "ats" / "boards" / "weworkremotely" / "wwr_sample.xml"
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads(path.read_text("utf-8"))]
    assert [each.company for each in readings if isinstance(each, PostingReading)] == ["Contra", "Animalz", "EventMobi"]
    assert all(isinstance(each, PostingReading) and each.employment_type and each.valid_through for each in readings)


def test_real_titles_are_split_as_another_reader_split_them(shared: Path) -> None:
    path = shared / "payloads" / "ats" / "boards" / "weworkremotely" / "wwr_jobs_derived_2026-08-08.json"
    outcomes: Counter[str] = Counter()
    for job in orjson.loads(path.read_bytes())["jobs"]:
        try:
            reading = read(title=f"{job['company']}: {job['title']}")
            outcomes["same" if (reading.company, reading.title) == (job["company"], job["title"]) else "other"] += 1
        except PayloadError as error:
            outcomes[error.detail] += 1
    assert outcomes == {"same": 376, "no company before the title's colon": 1}
