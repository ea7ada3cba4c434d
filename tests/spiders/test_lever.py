from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Source
from spiders.platforms.lever import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Quillbay", "lever", "quillbay")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "lever"


def posting(**values: Any) -> dict[str, Any]:
    return {
        "id": "5d6",
        "text": "Analyst",
        "hostedUrl": "https://jobs.lever.co/quillbay/5d6",
        "categories": {},
    } | values


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, posting(**values))
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "quillbay.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "quillbay.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("quillbay", "quillbay"),
        ("1840&Company", "1840%26Company"),
        ("all.health", "all.health"),
        ("../x", "..%2Fx"),
        ("...", "%252E%252E%252E"),
    ],
)
def test_one_request_for_the_site(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "lever", board)))
    assert [fetch.url for fetch in fetches] == [f"https://api.lever.co/v0/postings/{path}?mode=json"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("jobs.lever.co/quillbay", "quillbay"),
        ("jobs.lever.co/quillbay/1f0c7a52-5a1e-4c1b-9a55-0d5f3f0a1001/apply?lever-source=x", "quillbay"),
        ("jobs.lever.co/Quill.Bay/", "Quill.Bay"),
        ("api.lever.co/v0/postings/1840%26Company?mode=iframe", "1840%26Company"),
        ("jobs.eu.lever.co/quillbay", None),
        ("api.eu.lever.co/v0/postings/quillbay", None),
        ("jobs.lever.co/", None),
        ("jobs.lever.co/api/x", None),
        ("api.lever.co/v0/postings/", None),
        ("www.lever.co/quillbay", None),
        ("jobs.lever.co.example/quillbay", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize("body", [{"ok": False, "error": "Document not found"}, {}, None, "x", [None], [[]]])
def test_an_answer_that_is_no_list_of_postings_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", orjson.dumps(body).decode()))


def test_an_empty_site_is_no_error() -> None:
    assert PLATFORM.page(SOURCE, Answer("", "[]")).payloads == []


def test_the_text_is_description_lists_and_rest() -> None:
    html = read(
        description="<p>a</p>", lists=[{"text": "Needs", "content": "<li>x</li>"}], additional="<p>z</p>"
    ).description_html
    assert html == "<p>a</p>\n<h3>Needs</h3><ul><li>x</li></ul>\n<p>z</p>"


@pytest.mark.parametrize(
    ("description", "opening", "body", "expected"),
    [
        ("<p>short</p>", "<p>opening</p>", "<p>body</p>", "<p>opening</p><p>body</p>"),
        ("<p>opening and body</p>", "<p>opening</p>", "", "<p>opening and body</p>"),
        (None, None, "<p>body</p>", "<p>body</p>"),
        ("", "", "", None),
    ],
)
def test_the_longer_of_description_and_its_parts(
    description: str | None, opening: str | None, body: str | None, expected: str | None
) -> None:
    assert read(description=description, opening=opening, descriptionBody=body).description_html == expected


@pytest.mark.parametrize(
    ("categories", "country", "places"),
    [
        ({"location": "Oslo", "allLocations": ["Bergen", "Oslo"]}, "NO", [("Oslo", "NO"), ("Bergen", None)]),
        ({"location": "Oslo"}, None, [("Oslo", None)]),
        ({"allLocations": ["Oslo", "Bergen"]}, "NO", [("Oslo", "NO"), ("Bergen", None)]),
        ({}, "NO", [(None, "NO")]),
        (None, None, []),
    ],
)
def test_the_country_speaks_of_the_first_place(
    categories: object, country: str | None, places: list[tuple[str | None, str | None]]
) -> None:
    assert [(each.text, each.country) for each in read(categories=categories, country=country).places] == places


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"text": None}, "missing_field"),
        ({"hostedUrl": ""}, "missing_field"),
        ({"id": 5}, "wrong_type"),
        ({"categories": "Sales"}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


@given(
    st.dictionaries(
        st.sampled_from([*posting(), "lists", "description", "salaryRange", "country"]),
        st.none()
        | st.integers()
        | st.text(max_size=5)
        | st.lists(st.none() | st.dictionaries(st.text(max_size=3), st.text(max_size=3)), max_size=2)
        | st.dictionaries(st.sampled_from(["min", "location", "allLocations"]), st.text(max_size=5)),
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
