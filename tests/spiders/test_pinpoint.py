"""Pinpoint: one answer a site, its text in sections, its pay only where it is shown."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.pinpoint import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Tollgate", "pinpoint", "tollgate")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "pinpoint"
URL = "https://tollgate.pinpointhq.com/en/postings/a"


def page(body: object) -> Page:
    return PLATFORM.page(SOURCE, Answer("", body if isinstance(body, str) else orjson.dumps(body).decode()))


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"id": "5", "title": "Clerk", "url": URL} | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    found = page((RECORDINGS / "tollgate.json").read_text("utf-8"))
    expected = orjson.loads((RECORDINGS / "tollgate.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in found.payloads])) == expected
    assert (found.follow, found.total) == ([], None)


@pytest.mark.parametrize(
    "body",
    ["<html></html>", "null", "[]", "5", "{}", '{"data": null}', '{"data": [null]}', '{"data": [', '{"data": {}}'],
)
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body)


def test_an_empty_site_is_no_error() -> None:
    assert page({"data": []}) == Page()


@pytest.mark.parametrize("board", ["tollgate", "astonmartinf1", "a-b"])
def test_one_request_for_the_site(board: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "pinpoint", board)))
    assert [fetch.url for fetch in fetches] == [f"https://{board}.pinpointhq.com/postings.json"]


@pytest.mark.parametrize("board", ["", "a/b", "a.b", "evil.example/", "a@b", "../x", "a%2fb", "-a", "a b", "a\n", "é"])
def test_a_board_that_could_change_the_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a Pinpoint site"):
        list(PLATFORM.requests(Source("x", "pinpoint", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("tollgate.pinpointhq.com", "tollgate"),
        ("Toll-Gate.pinpointhq.com/en/postings/0a7d2c9e-1111", "toll-gate"),
        ("tollgate.pinpointhq.com/postings.json", "tollgate"),
        ("tollgate.pinpointhq.com?utm=x", "tollgate"),
        ("pinpointhq.com/careers", None),
        ("www.pinpointhq.com/", None),
        ("app.pinpointhq.com/integrations/google/sitemap_index.xml", None),
        ("developers.pinpointhq.com/docs", None),
        ("tollgate.pinpointhq.com.example/postings", None),
        ("example.org/tollgate.pinpointhq.com", None),
        ("notpinpointhq.com", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("values", "pays"),
    [
        ({"compensation": "£9 / hour", "compensation_visible": False}, []),
        ({"compensation": None, "compensation_visible": True}, []),
        ({"compensation": "DOE"}, [(None, None, None, "DOE")]),
        (
            {"compensation_minimum": 1, "compensation_maximum": 2, "compensation_currency": "EUR"},
            [(1, 2, "EUR", None)],
        ),
    ],
)
def test_pay_counts_where_it_is_shown(values: dict[str, Any], pays: list[object]) -> None:
    assert [(pay.minimum, pay.maximum, pay.currency, pay.text) for pay in read(**values).pays] == pays


@pytest.mark.parametrize(
    ("values", "html"),
    [
        (
            {"description": "<p>a</p>", "benefits": "<p>b</p>", "benefits_header": "A & B"},
            "<p>a</p>\n<h3>A &amp; B</h3><p>b</p>",
        ),
        ({"description": "", "benefits": "", "benefits_header": "Benefits"}, None),
        ({"key_responsibilities": "<p>k</p>", "key_responsibilities_header": ""}, "<p>k</p>"),
    ],
)
def test_sections_stand_under_their_headings(values: dict[str, Any], html: str | None) -> None:
    assert read(**values).description_html == html


@pytest.mark.parametrize("path", ["/postings/a", "postings/a", "//postings/a"])
def test_a_path_stands_in_for_a_missing_url(path: str) -> None:
    assert read(url=None, path=path).url == "https://tollgate.pinpointhq.com/postings/a"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": ""}, "missing_field"),
        ({"url": None}, "missing_field"),
        ({"id": None}, "missing_field"),
        ({"id": True}, "wrong_type"),
        ({"location": "Oslo"}, "wrong_type"),
        ({"job": {"department": "Sales"}}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


VALUES = st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
KEYS = ["id", "title", "url", "path", "job", "department", "location", "benefits", "benefits_header", "compensation"]
OBJECTS = st.dictionaries(st.sampled_from([*KEYS, "name", "city"]), VALUES, max_size=5)
POSTINGS = st.dictionaries(st.sampled_from(KEYS), VALUES | OBJECTS)


@given(VALUES | st.fixed_dictionaries({"data": VALUES | POSTINGS | st.lists(POSTINGS, max_size=3)}))
def test_any_answer_is_split_or_an_error(document: Any) -> None:
    try:
        found = page(document)
    except PayloadError:
        return
    assert all(outcome(payload) for payload in found.payloads)


@given(POSTINGS)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


def test_every_real_record_reads(shared: Path) -> None:
    found = page((shared / "payloads/ats/pinpoint/careerkit.json").read_text("utf-8"))
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in found.payloads]
    assert len(readings) == 2
    for reading in readings:
        assert isinstance(reading, PostingReading)
        assert reading.pays
        assert reading.places
        assert reading.department
        assert reading.workplace
        assert reading.description_html
        assert reading.posted is None
    assert sum(bool(reading.valid_through) for reading in readings if isinstance(reading, PostingReading)) == 1
