import csv
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.phenom import PLATFORM
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading

HOST = "careers.ravenholt.example"
BASE = f"https://{HOST}/us/en/"
SOURCE = Source("Ravenholt", "phenom", HOST)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "phenom"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def ask(text: str, carried: Any = None, url: str = "", source: Source = SOURCE) -> Page:
    return PLATFORM.page(source, Answer(url, text, carried=carried))


def site(data: Any = None, base: str = BASE) -> str:
    state = orjson.dumps({"baseUrl": base, "refNum": "RAVEUS"}).decode()
    ddo = f"phApp.ddo = {orjson.dumps(data).decode()};" if data is not None else ""
    return f"<html><script>/*<!--*/ var phApp = phApp || {state}; {ddo} phApp.x = 1;</script></html>"


def search(*numbers: int, total: Any = 5, key: str = "eagerLoadRefineSearch") -> str:
    jobs = [{"jobSeqNo": f"S{number}", "jobId": f"{number}", "title": "Rope Maker"} for number in numbers]
    return site({key: {"status": 200, "hits": len(jobs), "totalHits": total, "data": {"jobs": jobs}}})


def outcome(payload: dict[str, Any]) -> Any:
    try:
        return asdict(read_payload(PLATFORM, SOURCE, payload))
    except PayloadError as error:
        return {"reject": str(error.reason)}


def read(detail: dict[str, Any] | None = None, **entry: Any) -> PostingReading:
    known = {"jobSeqNo": "S1", "title": "Rope Maker", "url": f"{BASE}job/1/Rope-Maker"} | entry
    reading = read_payload(PLATFORM, SOURCE, {"entry": known, "detail": detail or {}})
    assert isinstance(reading, PostingReading)
    return reading


def paths(page: Page) -> list[str]:
    return [fetch.url.removeprefix(BASE) for fetch in page.follow]


def test_a_search_page_leads_to_its_postings_and_the_next_page() -> None:
    page = ask((RECORDINGS / f"{HOST}.html").read_text("utf-8"))
    assert paths(page) == [
        "job/R162737/Product-Manager-Tackle-Gear",
        "job/1451012/Rope-Maker-Nordics",
        "search-results?from=3&s=1",
    ]
    assert page.total == 13
    assert [outcome(payload) for payload in page.payloads] == [{"reject": "missing_field"}]
    assert page.follow[0].carried == orjson.loads((RECORDINGS / f"{HOST}_detail.carried.json").read_bytes())


@pytest.mark.parametrize("name", [f"{HOST}_detail", f"{HOST}_detail-plain"])
def test_a_posting_s_page_completes_its_entry(name: str) -> None:
    entry = orjson.loads((RECORDINGS / f"{name}.carried.json").read_bytes())
    (payload,) = ask((RECORDINGS / f"{name}.html").read_text("utf-8"), entry).payloads
    assert (payload["entry"], identifier_of(PLATFORM, payload)) == (entry, entry["jobSeqNo"])
    expected = orjson.loads((RECORDINGS / f"{name}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload)])) == expected


def test_the_front_page_leads_to_the_search_in_the_site_s_own_place() -> None:
    assert paths(ask(site())) == ["search-results"]
    assert paths(ask(site({"siteConfig": {}}))) == ["search-results"]


@pytest.mark.parametrize(
    ("base", "url", "expected"),
    [
        (f"http://{HOST}/global/en", "", f"https://{HOST}/global/en/search-results"),
        ("https://elsewhere.example/us/en/", "", f"https://{HOST}/search-results"),
        ("https://jobs.example/us/en/", "https://jobs.example/us/en", "https://jobs.example/us/en/search-results"),
        ("", "", f"https://{HOST}/search-results"),
    ],
)
def test_only_a_place_on_the_host_that_answered_is_followed(base: str, url: str, expected: str) -> None:
    assert [fetch.url for fetch in ask(site(base=base), url=url).follow] == [expected]


@pytest.mark.parametrize("key", ["eagerLoadRefineSearch", "refineSearch", "searchJobs"])
def test_pages_follow_while_fewer_came_than_there_are(key: str) -> None:
    first = ask(search(1, 2, key=key))
    second = ask(search(3, 4, key=key), first.follow[-1].carried)
    assert (first.total, second.total) == (5, None)
    assert paths(second) == ["job/3/Rope-Maker", "job/4/Rope-Maker", "search-results?from=4&s=1"]
    assert paths(ask(search(5, key=key), second.follow[-1].carried)) == ["job/5/Rope-Maker"]
    assert paths(ask(search(1, 2, key=key), first.follow[-1].carried)) == []
    assert ask(search(key=key, total=0)) == Page(total=0)


@pytest.mark.parametrize(
    ("body", "carried"),
    [
        ("", None),
        ("{}", None),
        ("<html>Access Denied</html>", None),
        (site(), {"from": 10, "known": ["S1"]}),
        (site({"eagerLoadRefineSearch": {"totalHits": 4}}), None),
        (site({"eagerLoadRefineSearch": {"data": {"jobs": [1]}}}), None),
        ('<script>phApp = {"baseUrl": </script>', None),
    ],
)
def test_an_answer_of_another_shape_is_an_error(body: str, carried: Any) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        ask(body, carried)


@pytest.mark.parametrize(
    ("entry", "places"),
    [
        ({"multi_location": ["A", "B"], "city": "A"}, [PlaceReading("A"), PlaceReading("B")]),
        ({"multi_location": ["A, NO"], "city": "A", "country": "Norway"}, [PlaceReading("A, NO", "A", None, "Norway")]),
        ({"location": "A"}, [PlaceReading("A")]),
        ({"city": "A", "state": "B"}, [PlaceReading(None, "A", "B", None)]),
        ({"multi_location": [None, ""]}, []),
    ],
)
def test_places_in_every_shape(entry: dict[str, Any], places: list[PlaceReading]) -> None:
    assert read(**entry).places == places


def test_the_page_fills_what_the_list_leaves_out() -> None:
    reading = read(
        {
            "description": "<p>x</p>",
            "employmentType": "PART_TIME",
            "datePosted": "2026-11-01",
            "jobLocation": "Oslo",
            "title": "Rope Maker II",
        }
    )
    assert (reading.title, reading.description_html, reading.employment_type) == (
        "Rope Maker II",
        "<p>x</p>",
        "PART_TIME",
    )
    assert (reading.posted, reading.places) == ("2026-11-01", [PlaceReading("Oslo")])


@pytest.mark.parametrize(
    ("visibility", "listed"), [(["internal"], False), (["external", "internal"], True), (None, True)]
)
def test_a_posting_for_the_company_s_own_people_is_not_listed(visibility: Any, listed: bool) -> None:
    payload = {"jobSeqNo": "S1", "title": "x", "url": BASE, "jobVisibility": visibility}
    assert (outcome(payload) != {"reject": "not_listed"}) is listed


@pytest.mark.parametrize(
    "board", ["", "ravenholt", "a.example/../x", "https://a.example", "127.0.0.1", "a.example:8080"]
)
def test_a_board_that_is_no_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a host"):
        list(PLATFORM.requests(Source("x", "phenom", board)))
    assert [fetch.url for fetch in PLATFORM.requests(SOURCE)] == [f"https://{HOST}/"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("winncompanies.phenompeople.net", "winncompanies.phenompeople.net"),
        (f"{HOST}/us/en/search-results?keywords=product", None),  # a path that other sites have too
        (f"{HOST}/global/en/job/1451012/Rope-Maker-Nordics", HOST),
        (f"{HOST}/gb/en/job/RAVEUSR162737EXTERNALENUS/x?utm=1", HOST),
        (HOST, None),
        (f"{HOST}/us/en", None),
        (f"{HOST}/en/job/new-york/associate/45831/99401876448", None),
        (f"{HOST}/us/en/jobs/123/x", None),
        ("cdn.phenompeople.com/CareerConnectResources/x.js", None),
        ("www.phenompeople.com/demo", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


SIMPLE = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
VALUES = SIMPLE | st.lists(SIMPLE, max_size=2) | st.dictionaries(st.sampled_from(["url", "title"]), SIMPLE)
KEYS = ["jobSeqNo", "url", "title", "multi_location", "city", "jobVisibility", "postedDate", "description"]


@given(st.dictionaries(st.sampled_from(["entry", "detail"]), SIMPLE | st.dictionaries(st.sampled_from(KEYS), VALUES)))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload)


DATA_KEYS = [
    "eagerLoadRefineSearch",
    "data",
    "jobs",
    "totalHits",
    "jobDetail",
    "job",
    "jobSeqNo",
    "title",
    "description",
]


@given(
    st.recursive(
        SIMPLE,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(DATA_KEYS), inner, max_size=3),
        max_leaves=8,
    ),
    st.sampled_from([None, {"from": 10, "known": []}, {"jobSeqNo": "S1"}]),
)
def test_any_state_is_split_or_an_error(data: Any, carried: Any) -> None:
    try:
        page = ask(site(data), carried)
    except (PayloadError, orjson.JSONEncodeError):
        return
    assert all(outcome(payload) for payload in page.payloads)
    assert all(fetch.url.startswith(BASE) for fetch in page.follow)


def test_real_pages_are_read() -> None:
    folder = SHARED / "payloads" / "ats" / "phenom"
    if not folder.is_dir():
        pytest.skip("shared/ is absent: real pages cannot be read")
    readings, links = [], set[str]()
    for name, host in (
        ("adobe_search_results.html", "careers.adobe.com"),
        ("cisco_search_results_2.html", "careers.cisco.com"),
    ):
        text = (folder / name).read_text("utf-8")
        page = ask(text, source=Source("", "phenom", host))
        postings = [fetch for fetch in page.follow if fetch.detail_of]
        assert all(f'href="{fetch.url}"' in text for fetch in postings)
        assert (len(postings), len(page.follow), page.payloads) == (10, 11, [])
        readings += [outcome(fetch.carried or {}) for fetch in postings]
        links |= {fetch.url for fetch in postings}
    filled = Counter(key for reading in readings for key, value in reading.items() if value)
    assert (len(readings), len(links), filled["reject"]) == (20, 20, 0)
    every = (
        "title",
        "url",
        "apply_url",
        "requisition_id",
        "department",
        "places",
        "employment_type",
        "posted",
        "language",
    )
    assert {key: filled[key] for key in every} == dict.fromkeys(every, 20)
    assert filled["workplace"] == 9


def test_registry_urls_tell_little_but_every_board_can_be_asked() -> None:
    file = SHARED / "registry" / "companies.tsv"
    if not file.is_file():
        pytest.skip("shared/ is absent: registry URLs cannot be compared")
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["platform"] == "phenom"]
    told = Counter(
        "right" if (board := PLATFORM.board_of(row["url"].split("://", 1)[-1])) == row["board"] else str(board)
        for row in rows
        if row["url"]
    )
    assert (len(rows), told) == (106, {"right": 1, "None": 92})
    assert all(list(PLATFORM.requests(Source("x", "phenom", row["board"]))) for row in rows)
