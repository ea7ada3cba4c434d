"""JazzHR: one feed a board, in XML that may not declare anything."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.jazzhr import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Marrowstone", "jazzhr", "marrowstone")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "jazzhr"
FEED = (RECORDINGS / "marrowstone.xml").read_text("utf-8")
URL = "http://marrowstone.applytojob.com/apply/a/Clerk"


def page(text: str) -> Page:
    return PLATFORM.page(SOURCE, Answer("", text))


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"id": "a", "title": "Clerk", "url": URL} | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    expected = orjson.loads((RECORDINGS / "marrowstone.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page(FEED).payloads])) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "{}",
        "<html><body>Inactive Career Page</body></html>",
        "<rss></rss>",
        FEED[:-400],
        FEED[:30],
        "<jobs>",
    ],
)
def test_what_is_no_whole_feed_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(text)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE jobs [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><jobs><job><id>&b;</id></job></jobs>',
        '<!-- <jobs --><!DOCTYPE jobs SYSTEM "file:///etc/passwd"><jobs></jobs>',
    ],
)
def test_a_feed_that_declares_entities_is_an_error(declared: str) -> None:
    with pytest.raises(PayloadError, match="declares its own type"):
        page(declared)


@pytest.mark.parametrize(
    "text", ["<jobs></jobs>", "<jobs/>", "<?xml version='1.0'?><jobs><publisher>JazzHR</publisher></jobs>"]
)
def test_an_empty_feed_is_no_error(text: str) -> None:
    assert page(text) == Page()


def test_characters_that_xml_forbids_are_passed_over() -> None:
    (payload,) = page("<jobs><job><id>a</id><title>Cle\x0brk\x00</title></job></jobs>").payloads
    assert payload["title"] == "Clerk"


def test_another_encoding_in_the_declaration_changes_nothing() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?><jobs><job><city>Zürich</city></job></jobs>'
    assert page(text).payloads == [{"company": None, "city": "Zürich"}]


@pytest.mark.parametrize(
    ("board", "path"),
    [("marrowstone", "marrowstone"), ("../x", "..%2Fx"), ("..", "%252E%252E"), ("a?b#c", "a%3Fb%23c")],
)
def test_one_request_for_the_board(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "jazzhr", board)))
    assert [fetch.url for fetch in fetches] == [f"https://app.jazz.co/feeds/export/jobs/{path}"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("marrowstone.applytojob.com", "marrowstone"),
        ("Marrow-Stone.applytojob.com/apply/hT3kQ9wLm2/Product-Owner?source=x", "marrow-stone"),
        ("marrowstone.applytojob.com/apply/jobs/details/hT3kQ9wLm2?&", "marrowstone"),
        ("marrowstone.theresumator.com/apply/", "marrowstone"),
        ("app.jazz.co/widgets/basic/create/marrowstone", "marrowstone"),
        ("app.jazz.co/feeds/export/jobs/Marrowstone", "marrowstone"),
        ("app.jazz.co/login", None),
        ("www.applytojob.com/", None),
        ("applytojob.com/apply", None),
        ("marrowstone.applytojob.com.example/apply", None),
        ("example.org/marrowstone.applytojob.com", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("values", "posted"),
    [
        ({"id": "job_20260106122430_CR9W"}, "2026-01-06"),
        ({"id": "job_20260106122430_CR9W", "original_open_date": "2026-02-01"}, "2026-02-01"),
        ({"id": "job_20260106122430_CR9W", "createdon": "2026-03-01", "original_open_date": ""}, "2026-03-01"),
        ({"id": "abc123"}, None),
    ],
)
def test_the_id_tells_the_day_where_nothing_else_does(values: dict[str, Any], posted: str | None) -> None:
    assert read(**values).posted == posted


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": " "}, "missing_field"),
        ({"id": ""}, "missing_field"),
        ({"url": None}, "missing_field"),
        ({"status": "On Hold"}, "closed"),
        ({"title": 5}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


@pytest.mark.parametrize("status", ["Open", "open", "", None])
def test_a_status_of_open_or_none_is_listed(status: str | None) -> None:
    assert read(status=status).title == "Clerk"


PIECES = [
    "<jobs>",
    "</jobs>",
    "<job>",
    "</job>",
    "<id>",
    "</id>",
    "<![CDATA[",
    "]]>",
    "a",
    "&lt;",
    "&",
    "<!DOCTYPE a>",
    "\x01",
]


@given(st.text(max_size=40) | st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_answer_is_split_or_an_error(text: str) -> None:
    try:
        found = page(text)
    except PayloadError:
        return
    assert all(outcome(payload) for payload in found.payloads)


@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "url", "status", "city", "type", "createdon"]),
        st.none() | st.integers() | st.text(max_size=5),
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


def test_every_recorded_shape_reads(shared: Path) -> None:
    found = page((shared / "payloads/ats/shape_only/jazzhr_feed.xml").read_text("utf-8"))
    readings = [read(**payload) for payload in found.payloads]
    assert [reading.requisition_id for reading in readings] == ["ENG-01", "OPS-02"]
    assert all(reading.posted and reading.places and reading.department for reading in readings)
    assert all((reading.description_html or "").startswith("<p>") for reading in readings)
