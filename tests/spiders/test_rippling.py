"""Rippling: one entry a posting out of a row for each place, and the details that complete them."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.rippling import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Kettlewright", "rippling", "kettlewright")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "rippling"
DETAILS = sorted(path for path in RECORDINGS.glob("*_detail*.json") if path.suffixes == [".json"])
API = "https://api.rippling.com/platform/api/ats/v1/board"


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    text = body if isinstance(body, str) else orjson.dumps(body).decode()
    return PLATFORM.page(SOURCE, Answer("", text, carried=carried))


def read(**values: Any) -> PostingReading:
    url = "https://ats.rippling.com/kettlewright/jobs/a"
    reading = read_payload(PLATFORM, SOURCE, {"uuid": "a", "name": "Clerk", "url": url} | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize("path", DETAILS, ids=lambda path: path.stem)
def test_a_detail_completes_its_list_entry(path: Path) -> None:
    carried = orjson.loads(path.with_suffix(".carried.json").read_bytes())
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    found = page(path.read_text("utf-8"), carried)
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in found.payloads])) == expected
    assert found.follow == []
    assert "First name" not in str(found.payloads)


def test_rows_of_one_posting_are_one_entry() -> None:
    found = page((RECORDINGS / "kettlewright.json").read_text("utf-8"))
    assert found.payloads == []
    uuids = [f"0b6a5f1e-51c2-4c0e-9d7a-3f1b7c2d100{number}" for number in (1, 2, 3)]
    assert [fetch.detail_of for fetch in found.follow] == uuids
    assert [fetch.url for fetch in found.follow] == [f"{API}/kettlewright/jobs/{uuid}" for uuid in uuids]
    carried = {path.stem: orjson.loads(path.read_bytes()) for path in RECORDINGS.glob("*.carried.json")}
    assert all(fetch.carried in carried.values() for fetch in found.follow)


def test_a_list_entry_reads_without_its_detail_and_a_detail_without_its_entry() -> None:
    entry = page((RECORDINGS / "kettlewright.json").read_text("utf-8")).follow[0].carried or {}
    (detail,) = page((RECORDINGS / "kettlewright_detail.json").read_text("utf-8")).payloads
    alone, whole = read(**entry), read(**detail)
    assert (alone.department, alone.description_html) == ("Product", None)
    assert [place.text for place in alone.places] == [place.text for place in whole.places]
    assert (alone.identifier, alone.title, alone.url) == (whole.identifier, whole.title, whole.url)


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ([{"label": "Oslo"}, {"label": "Bergen"}, {"label": "Oslo"}], ["Oslo", "Bergen"]),
        ([{"label": " "}, None, {"id": "x"}], []),
    ],
)
def test_places_of_all_rows_in_their_order(places: list[Any], expected: list[str]) -> None:
    (fetch,) = page([{"uuid": "a", "name": "Clerk", "workLocation": place} for place in places]).follow
    assert (fetch.carried or {})["workLocations"] == expected


def test_a_row_without_an_id_is_rejected_alone() -> None:
    found = page([{"name": "Clerk"}, {"uuid": "b", "name": "Cook"}])
    assert [outcome(payload) for payload in found.payloads] == [{"reject": "missing_field"}]
    assert [fetch.detail_of for fetch in found.follow] == ["b"]


def test_an_empty_board_is_no_error() -> None:
    assert page([]) == Page()


@pytest.mark.parametrize(
    "body", ["<html></html>", "null", "5", '{"error": {"code": "RESOURCE_NOT_FOUND"}}', "[null]", '[{"uuid":', ""]
)
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body)


@pytest.mark.parametrize("body", ["[]", "null", "{}", '{"detail": "Not found."}', "<html>"])
def test_what_is_no_detail_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body, {"uuid": "a"})


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("kettlewright", "kettlewright"),
        ("serve-careers_1", "serve-careers_1"),
        ("../x", "..%2Fx"),
        ("..", "%252E%252E"),
        ("a?b#c", "a%3Fb%23c"),
    ],
)
def test_one_request_for_the_list(board: str, path: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "rippling", board))] == [f"{API}/{path}/jobs"]


def test_a_uuid_cannot_climb_out_of_its_path() -> None:
    (fetch,) = page([{"uuid": "../../x", "name": "Clerk"}]).follow
    assert fetch.url == f"{API}/kettlewright/jobs/..%2F..%2Fx"


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("ats.rippling.com/kettlewright/jobs", "kettlewright"),
        ("ats.rippling.com/kettlewright", "kettlewright"),
        ("ats.rippling.com/en-GB/kettlewright/jobs/0b6a5f1e-51c2?utm=x", "kettlewright"),
        ("ats.rippling.com/fr/kettlewright/jobs", "kettlewright"),
        ("ats.us1.rippling.com/Kettle_1/jobs", "Kettle_1"),
        ("ats.rippling.com/ab/jobs", "ab"),
        ("ats.rippling.com/api/v2/board/kettlewright/jobs?page=1", "kettlewright"),
        ("api.rippling.com/platform/api/ats/v1/board/kettlewright/jobs", "kettlewright"),
        ("ats.rippling.com/en-GB", None),
        ("ats.rippling.com/en-GB/jobs", None),
        ("ats.rippling.com/_next/static/chunk.js", None),
        ("ats.rippling.com/internal/x", None),
        ("ats.rippling.com/", None),
        ("www.rippling.com/careers", None),
        ("ats.rippling.com.example/kettlewright/jobs", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"company": "<p>c</p>", "role": "<p>r</p>"}, "<p>r</p>\n<p>c</p>"),
        ({"company": "<p>c</p>", "role": ""}, "<p>c</p>"),
        ({"role": None}, None),
        ("<p>whole</p>", "<p>whole</p>"),
        (None, None),
    ],
)
def test_the_ad_comes_before_the_employer(stated: object, expected: str | None) -> None:
    assert read(description=stated).description_html == expected


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": ""}, "missing_field"),
        ({"url": None}, "missing_field"),
        ({"uuid": 5}, "wrong_type"),
        ({"department": "Product"}, "wrong_type"),
        ({"payRangeDetails": [None]}, "wrong_type"),
        ({"unlistedFromSearch": True}, "not_listed"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


VALUES = st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
KEYS = ["uuid", "name", "url", "workLocation", "workLocations", "department", "description", "payRangeDetails"]
OBJECTS = st.dictionaries(st.sampled_from([*KEYS, "label", "id"]), VALUES, max_size=5)
PAYLOADS = st.dictionaries(st.sampled_from(KEYS), VALUES | OBJECTS | st.lists(OBJECTS, max_size=2))


@given(VALUES | PAYLOADS | st.lists(PAYLOADS, max_size=3), st.none() | PAYLOADS)
def test_any_answer_is_split_or_an_error(document: Any, carried: dict[str, Any] | None) -> None:
    try:
        found = page(document, carried)
    except (PayloadError, KeyError, TypeError, AttributeError, ValueError):
        return
    assert all(outcome(payload) for payload in found.payloads)


@given(PAYLOADS | st.fixed_dictionaries({"entry": VALUES | PAYLOADS, "detail": VALUES | PAYLOADS}))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


def test_every_real_record_reads(shared: Path) -> None:
    ats = shared / "payloads/ats"
    found = page((ats / "rippling/11fs_list.json").read_text("utf-8"))
    readings = [read(**(fetch.carried or {})) for fetch in found.follow]
    assert (len(readings), found.payloads) == (2, [])
    assert all(reading.places and reading.department for reading in readings)
    shaped = page((ats / "shape_only/rippling_jobs_multi_location.json").read_text("utf-8"))
    assert [len((fetch.carried or {})["workLocations"]) for fetch in shaped.follow] == [2, 1]
    (detail,) = page(
        (ats / "shape_only/rippling_job_detail.json").read_text("utf-8"), shaped.follow[0].carried
    ).payloads
    assert len(read(**detail).places) == 3
    assert read(**detail).posted is not None
    assert read(**detail).is_remote is False
