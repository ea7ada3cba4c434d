from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.recruitee import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PlaceReading, PostingReading

SOURCE = Source("Tidemark", "recruitee", "tidemark")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "recruitee"


def page_of(body: object) -> Page:
    return PLATFORM.page(SOURCE, Answer("", orjson.dumps(body).decode()))


def read(**values: Any) -> PostingReading:
    payload = {"id": 1, "title": "Analyst", "careers_url": "https://tidemark.recruitee.com/o/analyst"} | values
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "tidemark.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "tidemark.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected
    assert not any({"mailbox_email", "open_questions"} & payload.keys() for payload in page.payloads)


@pytest.mark.parametrize(
    ("board", "url"),
    [
        ("tidemark", "https://tidemark.recruitee.com/api/offers/"),
        ("tidemark.recruitee.com", "https://tidemark.recruitee.com/api/offers/"),
        ("jobs.tidemark.example", "https://jobs.tidemark.example/api/offers/"),
    ],
)
def test_a_board_is_a_name_or_a_host(board: str, url: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "recruitee", board))] == [url]
    assert f"{PLATFORM.careers_url(board)}/api/offers/" == url


@pytest.mark.parametrize(
    "board", ["", "a/b", "..", "a?b", "a#b", "a@b.example", "a b", "-a", "a.", ".a", "a:80", "a%2Fb", "a\n", "é"]
)
def test_another_board_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="neither a name under"):
        list(PLATFORM.requests(Source("x", "recruitee", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("tidemark.recruitee.com", "tidemark"),
        ("Tide-Mark.recruitee.com/", "tide-mark"),
        ("tidemark.recruitee.com/o/product-owner-charts?lang=nl", "tidemark"),
        ("tidemark.recruitee.com:443/l/en/o/product-owner-charts", "tidemark"),
        ("tidemark.recruitee.com/api/offers/", "tidemark"),
        ("werken.tidemark.example/api/offers", "werken.tidemark.example"),
        ("jobs.tidemark.example/o/product-owner-charts", "jobs.tidemark.example"),
        ("careers.tidemark.example/l/nl/o/product-owner-charts/c/new", "careers.tidemark.example"),
        ("jobs.tidemark.example/", None),
        ("tidemark.example/o/product-owner", None),
        ("jobs.tidemark.example/o/", None),
        ("jobs.lever.co/o/5d6", None),
        ("apply.workable.com/o/j/5d6", None),
        ("www.recruitee.com/pricing", None),
        ("recruitee.com/api/offers", None),
        ("api.recruitee.com/c/1/offers", None),
        ("tidemark.recruitee.com.example/", None),
        ("recruiteecdn.com/x.js", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize("text", ["", "<!doctype html>", '{"offers": [{', "null", "[]", "{}", '{"error": "not found"}'])
def test_an_answer_that_is_no_site_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", text))


def test_an_empty_site_is_no_error() -> None:
    assert page_of({"offers": []}).payloads == []


@pytest.mark.parametrize(
    ("values", "places"),
    [
        (
            {
                "locations": [{"name": "HQ", "city": "Gent", "country": "Belgium", "country_code": "BE"}],
                "city": "Brugge",
            },
            [PlaceReading("Gent, Belgium", "Gent", None, "BE")],
        ),
        ({"locations": [{"name": "Anywhere at sea"}]}, [PlaceReading("Anywhere at sea")]),
        (
            {"locations": [{"city": "Berlin", "state": "Berlin", "country": "Germany"}]},
            [PlaceReading("Berlin, Germany", "Berlin", "Berlin", "Germany")],
        ),
        (
            {"location": "Remote job", "city": "Oslo", "country": "Norway", "country_code": "NO"},
            [PlaceReading("Oslo, Norway", "Oslo", None, "NO")],
        ),
        ({"location": "Remote job"}, [PlaceReading("Remote job")]),
        ({"locations": None, "location": ""}, []),
    ],
)
def test_places(values: dict[str, Any], places: list[PlaceReading]) -> None:
    assert read(**values).places == places


@pytest.mark.parametrize(
    ("values", "workplace"),
    [
        ({"hybrid": True}, "hybrid"),
        ({"on_site": True, "remote": False}, "on-site"),
        ({"remote": True, "hybrid": True}, "remote; hybrid"),
        ({"remote": False, "hybrid": False, "on_site": False}, None),
    ],
)
def test_every_workplace_that_is_ticked_is_told(values: dict[str, Any], workplace: str | None) -> None:
    assert read(**values).workplace == workplace


@pytest.mark.parametrize(
    ("salary", "pays"),
    [
        (
            {"min": "75.00", "max": "95.00", "period": "hour", "currency": "USD"},
            [PayReading("75.00", "95.00", "USD", "hour")],
        ),
        ({"min": None, "max": "5", "period": "month", "currency": None}, [PayReading(None, "5", None, "month")]),
        ({"min": None, "max": None, "period": "year", "currency": "EUR"}, []),
        (None, []),
    ],
)
def test_pay(salary: object, pays: list[PayReading]) -> None:
    assert read(salary=salary).pays == pays


@pytest.mark.parametrize(
    ("translations", "language"),
    [
        ({"nl": {"title": "Analyst", "description": "x"}, "en": {"title": "Analyst", "description": "y"}}, "nl"),
        ({"nl": {"title": "Analyst", "description": "x"}, "en": {"title": "Analyst", "description": "x"}}, None),
        ({"nl": {"title": "Analist", "description": "x"}}, None),
        ({"nl": None}, None),
        (None, None),
    ],
)
def test_the_language_is_that_of_the_same_text(translations: object, language: str | None) -> None:
    assert read(description="x", translations=translations).language == language


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": ""}, "missing_field"),
        ({"careers_url": None}, "missing_field"),
        ({"id": 1.5}, "wrong_type"),
        ({"id": True}, "wrong_type"),
        ({"locations": ["Oslo"]}, "wrong_type"),
        ({"salary": "much"}, "wrong_type"),
        ({"status": "closed"}, "closed"),
        ({"status": "internal"}, "not_listed"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_real_sites_are_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "recruitee"
    bodies = [orjson.loads(path.read_bytes()) for path in sorted(folder.glob("*.json"))]
    readings = [outcome(payload) for body in bodies for payload in page_of(body).payloads]
    assert len(readings) == 5
    for reading in readings:
        assert isinstance(reading, PostingReading)
        assert reading.description_html
        assert reading.workplace
        assert reading.places[0].country
        assert len(reading.places[0].country) == 2
    assert sum(bool(each.pays) for each in readings if isinstance(each, PostingReading)) == 3
    assert sum(each.language == "en" for each in readings if isinstance(each, PostingReading)) == 2


_VALUES = st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=5)
_KEYS = [
    "offers",
    "id",
    "title",
    "careers_url",
    "locations",
    "location",
    "city",
    "salary",
    "min",
    "translations",
    "status",
]
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


@given(st.text(max_size=30))
def test_any_board_is_a_host_or_refused(board: str) -> None:
    try:
        urls = [fetch.url for fetch in PLATFORM.requests(Source("x", "recruitee", board))]
    except ValueError:
        return
    assert urls[0].removeprefix("https://").removesuffix("/api/offers/").replace(".", "").replace("-", "").isalnum()
