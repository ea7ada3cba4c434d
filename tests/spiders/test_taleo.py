"""Taleo: cards whose pages belong to a session, rows of a portal, and an old list without names."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.detection import detect
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.taleo import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

BUSINESS = Source("Marlinspike", "taleo", "phz.tbe.taleo.net|phz01|MARLINSPIKE|37")
ENTERPRISE = Source("Hawser", "taleo", "hawser.taleo.net|2")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "taleo"
LIST = "https://phz.tbe.taleo.net/phz01/ats/careers/v2/searchResults?org=MARLINSPIKE&cws=37"


def page(source: Source, text: str, carried: dict[str, Any] | None = None, **headers: str) -> Page:
    return PLATFORM.page(source, Answer(next(PLATFORM.requests(source)).url, text, headers, carried))


def outcome(source: Source, payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, source, payload)
    except PayloadError as error:
        return str(error.reason)


def test_cards_lead_to_their_pages_once_and_to_the_next_page_with_the_sessions_cookie() -> None:
    text = (RECORDINGS / "marlinspike.html").read_text("utf-8")
    found = page(BUSINESS, text, **{"Set-Cookie": "JSESSIONID=AB12; Path=/phz01; Secure; HttpOnly, x=y"})
    assert [fetch.carried for fetch in found.follow[:2]] == [
        {"id": "7770", "title": "Product Manager, Knots & Splices", "place": "Bath, Maine"},
        {"id": "7771", "title": "Ropewalker"},
    ]
    following = found.follow[2]
    assert following.headers["Cookie"] == "JSESSIONID=AB12"
    assert following.url.startswith("https://phz.tbe.taleo.net/phz01/ats/careers/v2/searchResults?next&rowFrom=10")
    assert all("Cookie" not in fetch.headers for fetch in found.follow[:2])
    again = page(BUSINESS, text.replace("rid=7771", "rid=8000"), following.carried)
    assert [fetch.detail_of for fetch in again.follow] == ["8000", None]
    assert again.follow[1].headers["Cookie"] == "JSESSIONID=AB12"


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("<html>Recruiter login</html>", []),  # a company that has left
        ("<html>Come Back Soon</html>", []),
        ("", ["7770"]),  # what a page without its session gives
        ('<html class="oracletaleocwsv2"></html>', ["7770"]),
        ('<html class="oracletaleocwsv2"><a href="/phz01/viewRequisition?rid=1">Cook</a></html>', []),  # other cards
    ],
)
def test_a_page_that_is_lacking_is_no_end_of_the_list(text: str, known: list[str]) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(BUSINESS, text, {"known": known, "session": None} if known else None)


def test_an_empty_list_is_no_error() -> None:
    assert page(BUSINESS, '<html class="oracletaleocwsv2">No jobs</html>') == Page()


@pytest.mark.parametrize(
    "href", ["https://evil.example/searchResults?next", "//evil.example/x", "https://x.taleo.net/x"]
)
def test_the_sessions_cookie_goes_to_its_own_host_only(href: str) -> None:
    card = '<div class="oracletaleocwsv2-accordion-head-info"><a href="/viewRequisition?rid=1">Cook</a></div>'
    found = page(BUSINESS, f'{card}<a class="jscroll-next" href="{href}">', **{"Set-Cookie": "JSESSIONID=AB12"})
    assert [fetch.detail_of for fetch in found.follow] == ["1"]


def test_a_portals_page_leads_to_its_list_and_the_list_to_its_jobs() -> None:
    (search,) = page(ENTERPRISE, "<script>var x = {portalNo: '101430233'};</script>").follow
    assert search.url == "https://hawser.taleo.net/careersection/rest/jobboard/searchjobs?lang=en&portal=101430233"
    assert orjson.loads(search.body or b"")["pageNo"] == 1
    text = (RECORDINGS / "hawser_list.json").read_text("utf-8")
    found = page(ENTERPRISE, text, search.carried)
    assert [fetch.detail_of for fetch in found.follow] == ["HAW00EO", "149093", None]
    assert orjson.loads(found.follow[2].body or b"")["pageNo"] == 2
    assert (found.total, [outcome(ENTERPRISE, each) for each in found.payloads]) == (3, ["missing_field"])
    assert page(ENTERPRISE, text, found.follow[2].carried).follow == []


def test_a_list_that_says_more_than_it_shows_says_so() -> None:
    found = page(ENTERPRISE, (RECORDINGS / "hawser_old.html").read_text("utf-8"))
    assert (len(found.payloads), found.total) == (3, 29)


def test_a_text_in_percent_signs_is_read() -> None:
    payload = {"entry": {"id": "A1", "title": "Cook"}, "detail": {"description": "%3Cp%3E100%25 fresh%3C%2Fp%3E"}}
    reading = outcome(ENTERPRISE, payload)
    assert isinstance(reading, PostingReading)
    assert reading.description_html == "<p>100% fresh</p>"


@pytest.mark.parametrize(
    "board", ["", "lde.tbe.taleo.net", "x.tbe.taleo.net|x01|ACME", "x.example|2", "a.taleo.net|../x"]
)
def test_a_board_that_names_nobody_is_refused_with_what_to_write(board: str) -> None:
    with pytest.raises(ValueError, match=r"pod\.tbe\.taleo\.net\|instance\|org\|cws"):
        list(PLATFORM.requests(Source("x", "taleo", board)))
    assert PLATFORM.careers_url(board) is None


def test_the_address_of_a_site_names_its_host_as_the_registry_does() -> None:
    assert detect(LIST) == ("taleo", "phz.tbe.taleo.net")
    assert PLATFORM.careers_url(BUSINESS.board) == LIST


PIECES = [
    *(
        '<div class="oracletaleocwsv2-accordion-head-info">',
        '<a href="x?rid=1">',
        "<div tabindex=0>",
        "</div>",
        "portal=1",
    ),
    *('{"requisitionList":[', '{"contestNo":"A","column":["x","[1"]}', "]}", "!$!requisitionListInterface", "!|!", "A"),
    *("Submission for the position%5C: A - (Job Number%5C: B)", "Jun 1, 2026", "\x00", "é", "<", "/viewRequisition?"),
]
CARRIED = st.sampled_from([None, {"known": ["1"], "session": None}, {"portal": "1", "known": []}, {"id": "1"}])


@given(st.lists(st.sampled_from(PIECES), max_size=9).map("".join), st.sampled_from([BUSINESS, ENTERPRISE]), CARRIED)
def test_any_answer_is_split_or_an_error(text: str, source: Source, carried: dict[str, Any] | None) -> None:
    try:
        found = page(source, text, carried)
    except PayloadError:
        return
    assert all(outcome(source, payload) for payload in found.payloads)
    assert all(f"{source.board.partition('|')[0]}/" in fetch.url for fetch in found.follow)


VALUES = st.none() | st.integers(-9, 9) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
HALF = VALUES | st.dictionaries(st.sampled_from(["id", "title", "place", "posted", "description"]), VALUES)


@given(st.dictionaries(st.sampled_from(["entry", "detail", "id", "title"]), HALF))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(BUSINESS, payload) is not None


def test_every_real_row_reads(shared: Path) -> None:
    text = (shared / "payloads" / "ats" / "taleo" / "evergy_jobsearch_ajax.txt").read_text("utf-8")
    found = page(Source("x", "taleo", "evergy.taleo.net|2"), text)
    readings = [read_payload(PLATFORM, ENTERPRISE, payload) for payload in found.payloads]
    assert (len(readings), found.total) == (25, 29)
    for reading in readings:
        assert isinstance(reading, PostingReading)
        assert reading.places
        assert reading.posted
    assert len({each.identifier for each in readings if isinstance(each, PostingReading)}) == 25
