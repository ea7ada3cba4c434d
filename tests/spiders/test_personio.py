from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.personio import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PostingReading

SOURCE = Source("Brightkiln", "personio", "brightkiln")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "personio"
FEED = "https://brightkiln.jobs.personio.com/xml?language="


def position(identifier: str, text: str = "", **fields: str) -> str:
    section = f"<jobDescription><name>Job</name><value><![CDATA[{text}]]></value></jobDescription>" if text else ""
    rest = "".join(f"<{key}>{value}</{key}>" for key, value in fields.items())
    return (
        f"<position><id>{identifier}</id><name>Analyst</name>{rest}"
        f"<jobDescriptions>{section}</jobDescriptions></position>"
    )


def page_of(*positions: str, language: str = "en", carried: dict[str, Any] | None = None) -> Page:
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<workzag-jobs>{"".join(positions)}</workzag-jobs>'
    return PLATFORM.page(SOURCE, Answer(FEED + language, body, carried=carried))


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"id": "7", "name": "Analyst"} | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer(f"{FEED}en", (RECORDINGS / "brightkiln.xml").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "brightkiln.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_a_posting_without_a_text_waits_for_the_next_language() -> None:
    english = page_of(position("1", "<p>Hello</p>"), position("2"), position("3"))
    assert [payload["id"] for payload in english.payloads] == ["1"]
    (german,) = english.follow
    assert german.url == f"{FEED}de"

    filled = page_of(position("1"), position("2", "<p>Hallo</p>"), position("3"), language="de", carried=german.carried)
    assert [(payload["id"], payload["language"]) for payload in filled.payloads] == [("2", "de")]
    assert [fetch.url for fetch in filled.follow] == [f"{FEED}es"]


def test_after_the_last_language_a_posting_stays_without_a_text() -> None:
    carried = page_of(position("2")).follow[0].carried
    page = page_of(language="fr", carried=carried)
    assert [(payload["id"], payload["jobDescriptions"]) for payload in page.payloads] == [("2", [])]
    assert page.follow == []


def test_a_document_of_unknown_language_is_all_there_is() -> None:
    body = f"<workzag-jobs>{position('1')}</workzag-jobs>"
    page = PLATFORM.page(SOURCE, Answer("", body))
    assert [payload["id"] for payload in page.payloads] == ["1"]
    assert page.follow == []
    assert read(**page.payloads[0]).url == "https://brightkiln.jobs.personio.com/job/1"


def test_only_the_first_of_a_repeated_number_is_kept() -> None:
    page = page_of(position("1", "a", office="Ulm"), position("2", "b"), position("1", "c"), position("", "d"))
    assert [(payload["id"], payload["jobDescriptions"][0]["value"]) for payload in page.payloads] == [
        ("1", "a"),
        ("2", "b"),
        (None, "d"),
    ]


def test_an_empty_board_is_no_error() -> None:
    assert page_of() == Page()


@pytest.mark.parametrize(
    "text", ["", "null", "{}", "<!DOCTYPE html><html></html>", "<workzag-jobs><position>", "<rss/>"]
)
def test_an_answer_that_is_no_feed_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer(f"{FEED}en", text))


def test_one_request_for_the_board() -> None:
    assert [fetch.url for fetch in PLATFORM.requests(SOURCE)] == [f"{FEED}en"]


@pytest.mark.parametrize("board", ["", "a/b", "..", "a.b", "a?b", "a@b", "a b", "-a", "a:80", "a%2Fb", "a\n", "é"])
def test_another_board_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="no name of a host"):
        list(PLATFORM.requests(Source("x", "personio", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("brightkiln.jobs.personio.com", "brightkiln"),
        ("bright-kiln.jobs.personio.de/", "bright-kiln"),
        ("brightkiln.jobs.personio.de/job/1930001?language=en", "brightkiln"),
        ("brightkiln.jobs.personio.com/xml?language=de", "brightkiln"),
        ("brightkiln.jobs.personio.com:443#x", "brightkiln"),
        ("www.personio.com/jobs", None),
        ("jobs.personio.com/", None),
        ("brightkiln.personio.de/", None),
        ("brightkiln.jobs.personio.com.example/", None),
        ("example.org/brightkiln.jobs.personio.com", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("stated", "pays"),
    [
        (
            {"min": "30000.00", "max": None, "currencySymbol": "€", "currencyCode": "EUR", "type": "monthly"},
            [PayReading("30000.00", None, "EUR", "monthly")],
        ),
        ({"min": None, "max": "9", "currencySymbol": "€"}, [PayReading(None, "9", "€", None)]),
        ({"currencyCode": "EUR", "type": "yearly"}, []),
        (None, []),
    ],
)
def test_pay(stated: object, pays: list[PayReading]) -> None:
    assert read(salaryInformation=stated).pays == pays


def test_every_office_is_a_place_once() -> None:
    places = read(office="Ulm", additionalOffices=["Remote", None, "Ulm"]).places
    assert [place.text for place in places] == ["Ulm", "Remote"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"employmentType": "permanent", "schedule": "full-time"}, "permanent; full-time"),
        ({"employmentType": "intern"}, "intern"),
        ({}, None),
    ],
)
def test_employment_and_schedule_are_one_statement(values: dict[str, Any], words: str | None) -> None:
    assert read(**values).employment_type == words


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": None}, "missing_field"),
        ({"id": None}, "missing_field"),
        ({"id": "../7"}, "invalid_value"),
        ({"salaryInformation": "much"}, "wrong_type"),
        ({"jobDescriptions": ["x"]}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_real_feeds_are_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "personio"
    counts = {}
    for path in sorted(folder.glob("*.xml")):
        page = PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8")))
        readings = [outcome(payload) for payload in page.payloads]
        assert all(isinstance(each, PostingReading) and each.places and each.posted for each in readings)
        texts = [each.description_html for each in readings if isinstance(each, PostingReading)]
        counts[path.stem] = (len(readings), sum(text is not None for text in texts))
    assert counts == {"careerkit": (1, 0), "personio_sample": (2, 1)}


_TAGS = st.sampled_from(["id", "name", "office", "jobDescriptions", "salaryInformation", "min", "value", "position"])
_XML = st.recursive(
    st.sampled_from(["", "7", "text", "&lt;p&gt;"]),
    lambda inner: st.lists(st.tuples(_TAGS, inner), max_size=4).map(
        lambda children: "".join(f"<{tag}>{content}</{tag}>" for tag, content in children)
    ),
    max_leaves=15,
)


@given(_XML, st.sampled_from(["en", "fr", "xx"]))
def test_any_feed_is_split_into_what_can_be_read_or_rejected(content: str, language: str) -> None:
    page = page_of(f"<position>{content}</position>", content, language=language)
    assert all(outcome(payload) is not None for payload in page.payloads)
    assert all(fetch.carried for fetch in page.follow)


_VALUES = st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=5)


@given(
    st.dictionaries(
        st.sampled_from(
            ["id", "name", "office", "additionalOffices", "jobDescriptions", "salaryInformation", "language"]
        ),
        _VALUES | st.lists(_VALUES, max_size=2) | st.dictionaries(st.sampled_from(["min", "name", "value"]), _VALUES),
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
