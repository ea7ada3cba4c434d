"""Jobvite: the pages of a search, three layouts of rows, and the pages of the postings."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.jobvite import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Pennyroyal", "jobvite", "pennyroyal")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "jobvite"
SITE = "https://jobs.jobvite.com/pennyroyal"
LIST = (RECORDINGS / "pennyroyal.html").read_text("utf-8")
ROW = {"id": "oA1", "path": "/pennyroyal/job/oA1", "title": "Buyer", "location": None, "date": None}


def page(html: str, url: str = f"{SITE}/search?p=0", carried: dict[str, Any] | None = None) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, html, carried=carried))


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, ROW | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize("name", ["pennyroyal_detail", "pennyroyal_detail_plain", "pennyroyal_detail_gone"])
def test_a_posting_page_completes_its_row(name: str) -> None:
    path = RECORDINGS / f"{name}.html"
    carried = orjson.loads(path.with_suffix(".carried.json").read_bytes())
    found = page(path.read_text("utf-8"), f"https://jobs.jobvite.com{carried['path']}", carried)
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in found.payloads])) == expected
    assert (found.follow, found.total) == ([], None)


def test_a_list_page_leads_to_its_postings_and_to_the_next_page() -> None:
    found = page(LIST)
    assert (found.payloads, found.total) == ([], 5)
    assert [fetch.url for fetch in found.follow] == [
        f"{SITE}/job/oA1b2fwQ",
        f"{SITE}/job/oC3d4fwR",
        f"{SITE}-eu/job/oE5f6fwS",
        f"{SITE}/search?p=1",
    ]
    assert [fetch.detail_of for fetch in found.follow] == ["oA1b2fwQ", "oC3d4fwR", "oE5f6fwS", None]
    names = ("detail", "detail_plain", "detail_gone")
    carried = [orjson.loads((RECORDINGS / f"pennyroyal_{name}.carried.json").read_bytes()) for name in names]
    assert [fetch.carried for fetch in found.follow[:3]] == carried


@pytest.mark.parametrize(
    ("number", "row"),
    [
        (0, ("Senior Product Manager, Tinctures & Teas", [], None)),
        (1, ("Still Operator", ["Louisville, Kentucky"], "2026-09-03")),
        (2, ("Herb Buyer", ["Remote, Portugal"], None)),
    ],
)
def test_a_row_of_any_layout_reads_without_its_page(number: int, row: tuple[str, list[str], str | None]) -> None:
    reading = read(**(page(LIST).follow[number].carried or {}))
    assert (reading.title, [place.text for place in reading.places], reading.posted) == row


def test_links_around_everything_are_rows_too() -> None:
    html = """<div class="jv-search-list"><a href="/pennyroyal/job/oX1"><div class="jv-job-list-name">Cook</div>
        <div class="jv-job-list-location">Oslo</div></a><a href="/pennyroyal/job/oX2"><div class="jv-job-list-name">
        Baker</div><div class="jv-job-list-location">Bergen</div></a></div>"""
    rows = [fetch.carried or {} for fetch in page(html).follow]
    assert [(row["id"], row["title"], row["location"]) for row in rows] == [
        ("oX1", "Cook", "Oslo"),
        ("oX2", "Baker", "Bergen"),
    ]


def listing(rows: str, more: str = "") -> str:
    return f'<table class="jv-job-list"><tbody>{rows}</tbody></table>{more}'


A_ROW = '<tr><td class="jv-job-list-name"><a href="/pennyroyal/job/oX1">Cook</a></td></tr>'
NEXT = '<a class="jv-pagination-next" href="/pennyroyal/search/?c=Still+Room&amp;p=2">Next</a>'
MORE = '<tr><td><a href="/pennyroyal/search?c=Still+Room&p=0"><strong>Show More</strong></a></td></tr>'
AWAY = '<a class="jv-pagination-next" href="https://evil.example/pennyroyal/search?p=3">Next</a>'


@pytest.mark.parametrize(
    ("html", "url", "more"),
    [
        (listing(A_ROW, NEXT), "search?c=Still+Room&p=1", ["search?c=Still+Room&p=2"]),
        (listing(A_ROW, NEXT), "search?c=Still+Room&p=2", []),
        (listing(A_ROW, NEXT), "search?c=Still+Room&p=7", []),
        (listing("", NEXT), "search?p=1", []),
        (listing(A_ROW + MORE), "search?p=0", ["search?c=Still+Room&p=0"]),
        (listing(A_ROW + MORE), "search?c=Crew&p=0", []),
        (listing(A_ROW, AWAY), "search?p=0", []),
        (listing(A_ROW), "search?p=0", []),
    ],
)
def test_pages_are_followed_forwards_and_front_pages_into_their_searches(html: str, url: str, more: list[str]) -> None:
    found = [fetch.url for fetch in page(html, f"{SITE}/{url}").follow if fetch.carried is None]
    assert found == [f"{SITE}/{each}" for each in more]


@pytest.mark.parametrize(
    ("text", "url", "total"),
    [
        ("1-50 of 224", "search?p=0", 224),
        (" 1-3\n of 3 ", "", 3),
        ("51-100 of 224", "search?p=1", None),
        ("1-50 of 60", "search?c=Crew&p=0", None),
        ("", "search?p=0", None),
    ],
)
def test_the_total_is_that_of_the_whole_search(text: str, url: str, total: int | None) -> None:
    assert page(listing(A_ROW, f'<div class="jv-pagination-text">{text}</div>'), url).total == total


def test_an_empty_list_is_no_error() -> None:
    assert page(listing("")) == Page()


@pytest.mark.parametrize("html", ["", "null", "[]", "{}", "<html><body>Job seeker support</body></html>", "\x00", "<"])
def test_what_is_no_page_of_jobvite_is_an_error(html: str) -> None:
    for carried in (None, ROW):
        with pytest.raises(PayloadError, match="wrong_type"):
            page(html, carried=carried)


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("pennyroyal", "pennyroyal"),
        ("careers/pennyroyal", "careers/pennyroyal"),
        ("isg-one", "isg-one"),
        ("..", "%252E%252E"),
        ("careers/..", "careers/%252E%252E"),
        ("a%2F..%2Fb", "a%2F..%2Fb"),
    ],
)
def test_one_request_for_the_first_page(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "jobvite", board)))
    assert [fetch.url for fetch in fetches] == [f"https://jobs.jobvite.com/{path}/search?p=0"]


@pytest.mark.parametrize("board", ["", "a/b", "../x", "careers/a/b", "a?b", "a b", "careers/"])
def test_a_board_of_another_shape_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="neither 'site' nor 'careers/site'"):
        list(PLATFORM.requests(Source("x", "jobvite", board)))


@pytest.mark.parametrize("href", ["/../job/oX1", "/job/oX1", "//evil.example/job/", "https://evil.example/x?/job/"])
def test_a_link_that_is_no_posting_is_passed_over(href: str) -> None:
    assert page(listing(f'<tr><td class="jv-job-list-name"><a href="{href}">Cook</a></td></tr>')).follow == []


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("jobs.jobvite.com/pennyroyal", "pennyroyal"),
        ("jobs.jobvite.com/pennyroyal/jobs?nl=1", "pennyroyal"),
        ("jobs.jobvite.com/Pennyroyal/job/oA1b2fwQ/apply?j=x", "Pennyroyal"),
        ("jobs.jobvite.com/careers/pennyroyal/search?p=0", "careers/pennyroyal"),
        ("jobs.jobvite.com/careersabove/jobs", "careersabove"),
        ("jobs.jobvite.com/careers", None),
        ("jobs.jobvite.com/careers/", None),
        ("jobs.jobvite.com/", None),
        ("jobs.jobvite.com/support/job-seeker-support/", None),
        ("app.jobvite.com/CompanyJobs/Xml.aspx?c=qA1", None),
        ("www.jobvite.com/pennyroyal", None),
        ("jobs.jobvite.com.example/pennyroyal", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("meta", "location", "expected"),
    [
        (["Crew", "Oslo", "Bergen", "Req.Num.: 12"], "2 Locations", ("Crew", ["Oslo", "Bergen"], "12")),
        (["Crew", "Oslo"], "Oslo", ("Crew", ["Oslo"], None)),
        (["Oslo"], "Oslo", (None, ["Oslo"], None)),
        ([], "3 Locations", (None, [], None)),
    ],
)
def test_what_the_line_under_the_title_tells(meta: list[str], location: str, expected: object) -> None:
    detail = {"posting": None, "meta": meta, "text": "<p>x</p>"}
    reading = read_payload(PLATFORM, SOURCE, {"entry": ROW | {"location": location}, "detail": detail})
    assert isinstance(reading, PostingReading)
    assert (reading.department, [place.text for place in reading.places], reading.requisition_id) == expected


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": None}, "missing_field"),
        ({"path": None}, "missing_field"),
        ({"id": 5}, "wrong_type"),
        ({"entry": ROW}, "missing_field"),
        ({"entry": None, "detail": {}}, "wrong_type"),
        ({"entry": ROW, "detail": "x"}, "wrong_type"),
        ({"entry": ROW, "detail": None}, "closed"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


PIECES = [
    *(
        A_ROW,
        NEXT,
        MORE,
        '<table class="jv-job-list">',
        "</table>",
        '<a href="/x/job/">',
        "<tr onclick='/a/job/b'>",
        "<",
    ),
    *(
        '<p class="jv-job-detail-meta">',
        '<i class="jv-job-detail-description">',
        '<i class="jv-pagination-text">',
        "9-8 of 7",
    ),
    *('<script type="application/ld+json">{"@type":"JobPosting","title":5}</script>', "\x00", "é"),
]


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=8).map("".join), st.none() | st.just(ROW))
def test_any_answer_is_split_or_an_error(html: str, carried: dict[str, Any] | None) -> None:
    try:
        found = page(html, carried=carried)
    except PayloadError:
        return
    assert all(outcome(payload) for payload in found.payloads)
    assert all(fetch.url.startswith("https://jobs.jobvite.com/") for fetch in found.follow)


VALUES = st.none() | st.integers(-99, 99) | st.text(max_size=5) | st.lists(st.text(max_size=3), max_size=2)
DETAILS = st.dictionaries(
    st.sampled_from(["posting", "meta", "text"]), VALUES | st.dictionaries(st.text(max_size=3), VALUES)
)


@given(st.dictionaries(st.sampled_from([*ROW, "entry", "detail"]), VALUES | DETAILS | st.just(ROW)))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


@pytest.mark.parametrize(
    ("board", "name", "rows", "places", "dates", "more"),
    [
        ("agscareer", "agscareer_list_slice.html", 15, 13, 15, []),
        ("fieldcore-review", "fieldcore_listing.html", 23, 21, 0, ["c=Business+Operations&p=0"]),
    ],
)
def test_every_real_row_reads(
    shared: Path, board: str, name: str, rows: int, places: int, dates: int, more: list[str]
) -> None:
    source = Source("x", "jobvite", board)
    answer = Answer(f"https://jobs.jobvite.com/{board}", (shared / "payloads/ats/jobvite" / name).read_text("utf-8"))
    follow = PLATFORM.page(source, answer).follow
    readings = [read(**fetch.carried) for fetch in follow if fetch.carried]
    assert len(readings) == rows
    assert sum(bool(reading.places) for reading in readings) == places
    assert sum(bool(reading.posted) for reading in readings) == dates
    assert all(reading.url.startswith(f"https://jobs.jobvite.com/{board}/job/o") for reading in readings)
    found = [fetch.url for fetch in follow if not fetch.carried]
    assert found == [f"https://jobs.jobvite.com/{board}/search?{query}" for query in more]
