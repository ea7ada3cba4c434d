from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.workable import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading

SOURCE = Source("Ferrygate", "workable", "ferrygate")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "workable"


def page_of(body: object) -> Page:
    return PLATFORM.page(SOURCE, Answer("", orjson.dumps(body).decode()))


def read(**values: Any) -> PostingReading:
    payload = {"shortcode": "A1", "title": "Analyst", "url": "https://apply.workable.com/j/A1"} | values
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "ferrygate.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "ferrygate.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


@pytest.mark.parametrize(
    ("board", "path"),
    [("ferrygate", "ferrygate"), ("../x", "..%2Fx"), ("..", "%252E%252E"), ("a?b#c", "a%3Fb%23c")],
)
def test_one_request_for_the_account(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "workable", board)))
    assert [fetch.url for fetch in fetches] == [
        f"https://apply.workable.com/api/v1/widget/accounts/{path}?details=true"
    ]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("apply.workable.com/ferrygate", "ferrygate"),
        ("apply.workable.com/ferrygate/", "ferrygate"),
        ("apply.workable.com/ferrygate/j/FGA1B2C3D4/apply/", "ferrygate"),
        ("apply.workable.com/ferrygate/jobs/view/FGA1B2C3D4.md", "ferrygate"),
        ("apply.workable.com/jobs", "jobs"),
        ("apply.workable.com/api/v1/widget/accounts/ferrygate?details=true", "ferrygate"),
        ("apply.workable.com/api/v3/accounts/ferrygate/jobs", "ferrygate"),
        ("www.workable.com/api/accounts/ferrygate", "ferrygate"),
        ("ferry-gate.workable.com", "ferry-gate"),
        ("ferry-gate.workable.com/jobs/12345", "ferry-gate"),
        ("apply.workable.com/j/FGA1B2C3D4", None),
        ("apply.workable.com/", None),
        ("jobs.workable.com/view/abc", None),
        ("www.workable.com/assets/embed.js", None),
        ("ferrygate.workable.com.example", None),
    ],
)
def test_a_url_tells_the_account(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def test_the_rows_of_one_posting_are_one_payload_with_all_places() -> None:
    rows = [
        {"shortcode": "A", "locations": [{"city": "Oban"}]},
        {"shortcode": "B", "city": "Bergen"},
        {"shortcode": "A", "locations": [{"city": "Oban"}, {"city": "Mallaig"}]},
    ]
    payloads = page_of({"name": "Ferrygate", "jobs": rows}).payloads
    assert [(each["shortcode"], [place["city"] for place in each["locations"]]) for each in payloads] == [
        ("A", ["Oban", "Mallaig"]),
        ("B", ["Bergen"]),
    ]


def test_rows_without_a_short_code_are_not_thrown_together() -> None:
    payloads = page_of({"jobs": [{"title": "a"}, {"title": "b"}, {"title": "c", "shortcode": ""}]}).payloads
    assert [outcome(payload) for payload in payloads] == [{"reject": "missing_field"}] * 3


@pytest.mark.parametrize(
    ("values", "places"),
    [
        (
            {"locations": [{"city": "Oban", "region": "Scotland", "country": "United Kingdom", "countryCode": "GB"}]},
            [PlaceReading("Oban, Scotland, United Kingdom", "Oban", "Scotland", "GB")],
        ),
        ({"locations": [{"city": "Oban", "hidden": True}], "city": "Oban"}, []),
        (
            {"locations": [], "city": "Oban", "state": "", "country": "Scotland"},
            [PlaceReading("Oban, Scotland", "Oban", None, "Scotland")],
        ),
        ({"country": "Spain"}, [PlaceReading("Spain", None, None, "Spain")]),
        ({"city": "", "country": None}, []),
    ],
)
def test_places_are_those_that_are_shown(values: dict[str, Any], places: list[PlaceReading]) -> None:
    assert read(**values).places == places


@pytest.mark.parametrize(
    ("stated", "department"),
    [("Fleet", "Fleet"), (["", "Fleet", "Deck"], "Fleet"), ([], None), ("", None), (None, None)],
)
def test_the_department_may_be_a_list(stated: object, department: str | None) -> None:
    assert read(department=stated).department == department


def test_the_day_of_publishing_comes_before_that_of_creation() -> None:
    assert read(published_on="2026-10-05", created_at="2026-07-02").posted == "2026-10-05"
    assert read(published_on=None, created_at="2026-07-02").posted == "2026-07-02"


@pytest.mark.parametrize("text", ["", "<html>", '{"jobs": [{', "null", "[]", "{}", '{"error": "x"}', '{"jobs": {}}'])
def test_an_answer_that_is_no_board_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", text))


def test_an_empty_account_is_no_error() -> None:
    assert page_of({"name": "Ferrygate", "description": None, "jobs": []}).payloads == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": None}, "missing_field"),
        ({"url": ""}, "missing_field"),
        ({"shortcode": 5}, "wrong_type"),
        ({"locations": ["Oban"]}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_real_answers_are_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "workable"
    repeated = orjson.loads((folder / "careerkit.json").read_bytes())
    widget = orjson.loads((folder / "widget_shape_sample.json").read_bytes())["widget"]
    readings = [outcome(payload) for body in (repeated, widget) for payload in page_of(body).payloads]
    assert len(repeated["jobs"]) + len(widget["jobs"]) == 5
    assert len(readings) == 4
    assert all(isinstance(each, PostingReading) and each.posted and each.department for each in readings)
    first = readings[0]
    assert isinstance(first, PostingReading)
    assert [place.country for place in first.places] == ["ES", "PT"]


_VALUES = st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=5)
_KEYS = ["jobs", "name", "shortcode", "title", "url", "locations", "city", "country", "hidden", "department"]
_OBJECTS = st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=5)
_JSON = st.recursive(
    _VALUES | _OBJECTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=12,
)


@given(_JSON)
def test_any_answer_is_split_or_refused(body: object) -> None:
    try:
        page = page_of(body)
    except PayloadError:
        return
    assert all(outcome(payload) is not None for payload in page.payloads)


@given(st.dictionaries(st.sampled_from(_KEYS), _JSON))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
