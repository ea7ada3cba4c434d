"""Breezy: one answer a portal, and a page for a row without a text."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.breezy import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Bramblewick", "breezy", "bramblewick")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "breezy"


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    text = body if isinstance(body, str) else orjson.dumps(body).decode()
    return PLATFORM.page(SOURCE, Answer("https://bramblewick.breezy.hr/p/a-hand", text, carried=carried))


def read(**values: Any) -> PostingReading:
    row = {"id": "a", "name": "Hand", "url": "https://bramblewick.breezy.hr/p/a-hand"}
    reading = read_payload(PLATFORM, SOURCE, row | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize(("name", "carried"), [("bramblewick.json", None), ("bramblewick_detail.html", "carried")])
def test_recordings_read_as_expected(name: str, carried: str | None) -> None:
    path = RECORDINGS / name
    entry = orjson.loads(path.with_suffix(".carried.json").read_bytes()) if carried else None
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    payloads = page(path.read_text("utf-8"), entry).payloads
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in payloads])) == expected


def test_a_row_without_a_text_leads_to_its_page() -> None:
    found = page((RECORDINGS / "bramblewick.json").read_text("utf-8"))
    (fetch,) = found.follow
    assert len(found.payloads) == 4
    assert fetch.url == "https://bramblewick.breezy.hr/p/4f0a1c22b9d5-propagation-lead"
    assert fetch.detail_of == "4f0a1c22b9d5"
    assert fetch.carried == orjson.loads((RECORDINGS / "bramblewick_detail.carried.json").read_bytes())


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<h1>Hand</h1><div class="description"><p>Pick &amp; pack</p></div>', "<p>Pick &amp; pack</p>"),
        ('<script type="application/ld+json">{"@type":"JobPosting","description":"<p>a</p>"}</script>', "<p>a</p>"),
        ('<script type="application/ld+json">{"@type":</script><div class="description">b</div>', "b"),
        ('<script type="application/ld+json">{"@type":"JobPosting"}</script>', None),
    ],
)
def test_the_text_of_a_page(html: str, text: str | None) -> None:
    (payload,) = page(f"<!doctype html><html><body>{html}</body></html>", {"id": "a", "name": "Hand"}).payloads
    assert payload == {"entry": {"id": "a", "name": "Hand"}, "detail": {"description": text}}


@pytest.mark.parametrize("html", ["", "<html><h1>Just a moment...</h1></html>", "[]", "null"])
def test_a_page_without_a_posting_is_an_error(html: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(html, {"id": "a"})


@pytest.mark.parametrize("body", ["<!doctype html><html>Breezy HR</html>", "null", "{}", "5", "[null]", '[{"id":', ""])
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body)


def test_an_empty_portal_is_no_error() -> None:
    assert page([]) == Page()


@pytest.mark.parametrize(
    "row", [{"name": "Hand"}, {"friendly_id": "a-hand"}, {"id": "a"}, {"id": 5, "friendly_id": "a"}]
)
def test_a_row_that_cannot_be_asked_for_is_rejected_alone(row: dict[str, Any]) -> None:
    found = page([row])
    assert found.follow == []
    assert isinstance(outcome(found.payloads[0]), dict)


@pytest.mark.parametrize("board", ["bramblewick", "10-4-truck-recruiting", "go-hr"])
def test_one_request_for_the_portal(board: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "breezy", board)))
    assert [fetch.url for fetch in fetches] == [f"https://{board}.breezy.hr/json?verbose=true"]


@pytest.mark.parametrize("board", ["", "a/b", "a.b", "evil.example/", "a@b", "../x", "a%2fb", "-a", "a b", "a\n", "é"])
def test_a_board_that_could_change_the_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a Breezy portal"):
        list(PLATFORM.requests(Source("x", "breezy", board)))


def test_a_friendly_id_cannot_climb_out_of_its_path() -> None:
    (fetch,) = page([{"id": "a", "friendly_id": "../admin?x"}]).follow
    assert fetch.url == "https://bramblewick.breezy.hr/p/..%2Fadmin%3Fx"


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("bramblewick.breezy.hr", "bramblewick"),
        ("Bramble-Wick.breezy.hr/p/4f0a1c22b9d1-lead?source=x", "bramble-wick"),
        ("bramblewick.breezy.hr/json", "bramblewick"),
        ("bramblewick.breezy.hr/?#positions", "bramblewick"),
        ("breezy.hr/", None),
        ("www.breezy.hr/features", None),
        ("app.breezy.hr/signin", None),
        ("api.breezy.hr/v3/company/x/positions", None),
        ("gallery-cdn.breezy.hr/x.png", None),
        ("bramblewick.breezy.hr.example/p/a", None),
        ("example.org/bramblewick.breezy.hr", None),
        ("notbreezy.hr/p/a", None),
    ],
)
def test_a_url_tells_the_portal(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"is_remote": True, "remote_details": {"value": "hybrid"}}, ("hybrid", True)),
        ({"is_remote": False, "remote_details": {"value": "remote"}}, (None, False)),
        ({"is_remote": True, "remote_details": None}, (None, True)),
        ({"name": "Oslo"}, (None, None)),
        (None, (None, None)),
    ],
)
def test_details_of_remote_work_count_where_the_flag_is_set(place: object, expected: object) -> None:
    reading = read(location=place)
    assert (reading.workplace, reading.is_remote) == expected


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ({"location": {"name": "Oslo"}, "locations": []}, ["Oslo"]),
        ({"location": {"name": "Oslo"}, "locations": [{"name": "Oslo"}, {"name": "Bergen"}]}, ["Oslo", "Bergen"]),
        ({"location": {"name": "Oslo"}, "locations": None}, ["Oslo"]),
        ({"location": None}, []),
        ({"locations": [{"country": {"name": "Norway"}}]}, [None]),
    ],
)
def test_all_places_once(values: dict[str, Any], places: list[str | None]) -> None:
    assert [place.text for place in read(**values).places] == places


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": None}, "missing_field"),
        ({"url": " "}, "missing_field"),
        ({"id": 5}, "wrong_type"),
        ({"type": "fullTime"}, "wrong_type"),
        ({"locations": "Oslo"}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


VALUES = st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
KEYS = ["id", "friendly_id", "name", "url", "type", "location", "locations", "company", "salary", "description"]
OBJECTS = st.dictionaries(
    st.sampled_from([*KEYS, "country", "state", "city", "is_remote", "value"]), VALUES, max_size=5
)
ROWS = st.dictionaries(st.sampled_from(KEYS), VALUES | OBJECTS | st.lists(OBJECTS, max_size=2))


@given(VALUES | ROWS | st.lists(ROWS, max_size=3), st.none() | ROWS)
def test_any_answer_is_split_or_an_error(document: Any, carried: dict[str, Any] | None) -> None:
    try:
        found = page(document, carried)
    except (PayloadError, KeyError, TypeError, AttributeError, ValueError):
        return
    assert all(outcome(payload) for payload in found.payloads)


@given(ROWS | st.fixed_dictionaries({"entry": VALUES | ROWS, "detail": VALUES | ROWS}))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


def test_every_real_record_reads(shared: Path) -> None:
    ats = shared / "payloads/ats"
    found = page((ats / "breezy/10-4-truck.json").read_text("utf-8"))
    readings = [read(**payload) for payload in [*found.payloads, *(fetch.carried or {} for fetch in found.follow)]]
    assert (len(found.payloads), len(found.follow)) == (1, 2)
    assert all(reading.company and reading.department and reading.places and reading.posted for reading in readings)
    assert [reading.is_remote for reading in readings] == [False, True, False]
    html = (ats / "shape_only/breezy_position.html").read_text("utf-8")
    (payload,) = page(html, found.follow[0].carried).payloads
    assert (read(**payload).description_html or "").startswith("<p>")
