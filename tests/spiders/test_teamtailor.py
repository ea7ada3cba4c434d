from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.teamtailor import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading

SOURCE = Source("Northlichen", "teamtailor", "northlichen")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "teamtailor"
FEED = "https://northlichen.teamtailor.com/jobs.json"
LINK = "https://northlichen.teamtailor.com/jobs/7-analyst"


def page_of(body: object, url: str = FEED) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, orjson.dumps(body).decode()))


def read(posting: object = None, **values: Any) -> PostingReading:
    payload = {"id": "u-7", "title": "Analyst", "url": LINK, "_jobposting": posting} | values
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize("name", ["northlichen.json", "northlichen_rss.xml"])
def test_a_recording_reads_as_expected(name: str) -> None:
    path = RECORDINGS / name
    page = PLATFORM.page(SOURCE, Answer(FEED, path.read_text("utf-8")))
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_both_feeds_name_a_posting_alike() -> None:
    names = []
    for name in ("northlichen.json", "northlichen_rss.xml"):
        page = PLATFORM.page(SOURCE, Answer(FEED, (RECORDINGS / name).read_text("utf-8")))
        names.append([PLATFORM.identifier(payload) for payload in page.payloads[:3]])
    assert names == [["7167101", "7167102", "7167103"]] * 2


@pytest.mark.parametrize(
    ("next_url", "asked", "following"),
    [
        (f"{FEED}?page=2", FEED, [f"{FEED}?page=2"]),
        ("https://jobs.lichen.example/jobs.json?page=3", "https://jobs.lichen.example/jobs.json?page=2", None),
        (None, FEED, []),
        ("", FEED, []),
    ],
)
def test_the_feed_names_its_next_page(next_url: str | None, asked: str, following: list[str] | None) -> None:
    page = page_of({"items": [{"id": "1"}], "next_url": next_url}, asked)
    assert [fetch.url for fetch in page.follow] == ([next_url] if following is None else following)


def test_a_page_without_items_is_the_last() -> None:
    assert page_of({"items": [], "next_url": f"{FEED}?page=9"}) == Page()


@pytest.mark.parametrize(
    "next_url",
    [
        FEED,
        "https://elsewhere.example/jobs.json",
        "http://northlichen.teamtailor.com/jobs.json?page=2",
        "/jobs.json",
        "x",
    ],
)
def test_a_next_page_elsewhere_is_an_error(next_url: str) -> None:
    with pytest.raises(PayloadError, match="leads elsewhere or back"):
        page_of({"items": [{"id": "1"}], "next_url": next_url})


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "{}", '{"items": {}}', '{"items": [', "<!DOCTYPE html><html></html>", "<html/>", "<rss>"]
)
def test_an_answer_that_is_no_feed_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer(FEED, text))


@pytest.mark.parametrize(
    ("board", "site"),
    [
        ("northlichen", "https://northlichen.teamtailor.com"),
        ("northlichen-1657", "https://northlichen-1657.teamtailor.com"),
        ("northlichen.na", "https://northlichen.na.teamtailor.com"),
        ("jobs.lichen.example", "https://jobs.lichen.example"),
        ("careers.lichen-group.example", "https://careers.lichen-group.example"),
    ],
)
def test_a_board_is_a_name_or_a_host(board: str, site: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "teamtailor", board))] == [f"{site}/jobs.json"]
    assert PLATFORM.careers_url(board) == site


@pytest.mark.parametrize(
    "board", ["", "a/b", "..", "a?b", "a#b", "a@b.example", "a b", "-a", "a.", "a:80", "a%2Fb", "a\n"]
)
def test_another_board_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="neither a name under"):
        list(PLATFORM.requests(Source("x", "teamtailor", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("northlichen.teamtailor.com", "northlichen"),
        ("NorthLichen.teamtailor.com/jobs/7-analyst", "northlichen"),
        ("northlichen.na.teamtailor.com/jobs", "northlichen.na"),
        ("career.teamtailor.com/jobs.rss", "career"),
        ("www.teamtailor.com/en", None),
        ("api.na.teamtailor.com/v1/jobs", None),
        ("api.teamtailor.com/v1/jobs", None),
        ("na.teamtailor.com/", None),
        ("teamtailor.com/", None),
        ("careers.lichen.example/jobs/7167101-analyst", None),
        ("northlichen.teamtailor.com.example/", None),
        ("teamtailor-cdn.com/x.js", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("url", "identifier"), [(LINK, "7"), ("https://x.example/en/jobs/12", "12"), ("https://x.example/about", "u-7")]
)
def test_the_number_in_the_address_names_the_posting(url: str, identifier: str) -> None:
    assert read(url=url).identifier == identifier


@pytest.mark.parametrize(
    ("address", "place"),
    [
        (
            {"addressLocality": "Madrid", "addressRegion": "Europe", "addressCountry": "ES"},
            PlaceReading(None, "Madrid", None, "ES"),
        ),
        ({"addressRegion": "Europe", "addressCountry": "ES"}, PlaceReading(None, None, None, "ES")),
        ({"addressRegion": "Europe"}, PlaceReading("Europe")),
        ({"addressLocality": "Remote"}, PlaceReading("Remote")),
    ],
)
def test_the_region_is_the_employers_own(address: dict[str, str], place: PlaceReading) -> None:
    assert read({"jobLocation": [{"@type": "Place", "address": address}]}).places == [place]


@pytest.mark.parametrize(
    ("status", "workplace", "is_remote"),
    [
        ("fully", None, True),
        ("none", None, False),
        ("onsite", "onsite", False),
        ("hybrid", "hybrid", None),
        ("temporary", None, None),
        (None, None, None),
    ],
)
def test_remote_status(status: str | None, workplace: str | None, is_remote: bool | None) -> None:
    reading = read(remote_status=status)
    assert (reading.workplace, reading.is_remote) == (workplace, is_remote)


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": None}, "missing_field"),
        ({"url": ""}, "missing_field"),
        ({"title": 5}, "wrong_type"),
        ({"_jobposting": "x"}, "wrong_type"),
        ({"locations": ["x"]}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_real_feeds_are_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats"
    feed = PLATFORM.page(SOURCE, Answer("", (folder / "teamtailor" / "careerkit_jsonfeed.json").read_text("utf-8")))
    shape = PLATFORM.page(SOURCE, Answer("", (folder / "shape_only" / "teamtailor_jobs.rss").read_text("utf-8")))
    readings = [outcome(payload) for payload in feed.payloads]
    assert len(readings) == 2
    assert all(isinstance(each, PostingReading) and each.posted for each in readings)
    places = [[place.country for place in each.places] for each in readings if isinstance(each, PostingReading)]
    assert places == [["ES"], ["SE", "DK"]]
    assert [isinstance(outcome(payload), PostingReading) for payload in shape.payloads] == [True, True]


_VALUES = st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=5) | st.just(LINK)
_KEYS = [
    "items",
    "id",
    "title",
    "url",
    "_jobposting",
    "jobLocation",
    "address",
    "addressRegion",
    "baseSalary",
    "next_url",
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


@given(st.dictionaries(st.sampled_from([*_KEYS, "locations", "remote_status"]), _JSON))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
