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
from spiders.platforms.icims import PLATFORM
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

HOST = "careers-wharfside.icims.com"
CLASSIC = Source("Wharfside", "icims", HOST)
JIBE = Source("Ostrava Pumps", "icims", "careers.ostrava-pumps.example")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "icims"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def ask(text: str, carried: Any = None, source: Source = CLASSIC) -> Page:
    return PLATFORM.page(source, Answer("", text, carried=carried))


def card(number: int, rest: str = "") -> str:
    link = f'<a class="iCIMS_Anchor" href="/jobs/{number}/hand/job?in_iframe=1"><h3>Hand {number}</h3></a>'
    return f'<li class="iCIMS_JobCardItem">{rest}{link}</li>'


def listing(*cards: str, rest: str = "") -> str:
    return f'<div class="iCIMS_ListingsPage"><ul class="iCIMS_JobsTable">{"".join(cards)}</ul>{rest}</div>'


def jibe(*entries: Any, total: Any = 3) -> str:
    return orjson.dumps({"jobs": [{"data": entry} for entry in entries], "totalCount": total, "count": total}).decode()


def outcome(payload: dict[str, Any], source: Source) -> Any:
    try:
        return asdict(read_payload(PLATFORM, source, payload))
    except PayloadError as error:
        return {"reject": str(error.reason)}


def test_jibe_s_list_reads_as_expected() -> None:
    page = ask((RECORDINGS / "careers.ostrava-pumps.example.json").read_text("utf-8"), source=JIBE)
    expected = orjson.loads((RECORDINGS / "careers.ostrava-pumps.example.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload, JIBE) for payload in page.payloads])) == expected
    assert (page.total, page.follow) == (5, [])


@pytest.mark.parametrize("name", [f"{HOST}_detail", f"{HOST}_detail-plain"])
def test_a_posting_s_page_completes_its_card(name: str) -> None:
    entry = orjson.loads((RECORDINGS / f"{name}.carried.json").read_bytes())
    (payload,) = ask((RECORDINGS / f"{name}.html").read_text("utf-8"), entry).payloads
    assert (payload["entry"], identifier_of(PLATFORM, payload)) == (entry, entry["id"])
    expected = orjson.loads((RECORDINGS / f"{name}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload, CLASSIC)])) == expected


def test_a_classic_list_leads_to_its_own_postings_and_the_next_page() -> None:
    page = ask((RECORDINGS / f"{HOST}.html").read_text("utf-8"))
    carried = orjson.loads((RECORDINGS / f"{HOST}_detail.carried.json").read_bytes())
    assert [fetch.detail_of for fetch in page.follow] == ["2041", "2042", None]
    assert page.follow[0].carried == carried
    assert page.follow[0].url == f"https://{HOST}/jobs/2041/product-manager%2C-moorings/job?in_iframe=1"
    assert (page.follow[1].carried or {})["location"] == "UK-Hull"
    assert page.follow[2].url == f"https://{HOST}/jobs/search?ss=1&in_iframe=1&pr=1"


@pytest.mark.parametrize(
    ("rest", "carried", "next_page"),
    [
        ("Page 1 of 3", None, 1),
        ("Page 3 of 3", {"list": 2, "known": []}, None),
        ("Page 2 of 3", {"list": 2, "known": []}, 2),
        ('<a href="?pr=1&amp;in_iframe=1">2</a>', None, 1),
        ('<a href="?pr=10">11</a>', None, None),
        ('<a href="?pr=4&amp;x=1">5</a>', {"list": 3, "known": ["9"]}, 4),
        ("", None, None),
        ("Page 2 of 3", {"list": 1, "known": ["7"]}, None),
    ],
)
def test_pages_follow_by_what_the_list_says_and_while_postings_are_new(
    rest: str, carried: Any, next_page: int | None
) -> None:
    follow = [fetch for fetch in ask(listing(card(7), rest=rest), carried).follow if not fetch.detail_of]
    urls = [f"https://{HOST}/jobs/search?ss=1&in_iframe=1&pr={next_page}"] if next_page else []
    assert [fetch.url for fetch in follow] == urls


@pytest.mark.parametrize(
    ("field", "entry"),
    [
        ('<span class="field-label">Location</span><span> US-NJ-Edison</span>', {"location": "US-NJ-Edison"}),
        (
            '<dl><dt><span class="sr-only field-label">Location</span></dt><dd>FR-Brest</dd></dl>',
            {"location": "FR-Brest"},
        ),
        ("<dl><dt>Department</dt>\n<dd><b>Docks</b></dd></dl>", {"category": "Docks"}),
        ("<dl><dt>Remote</dt><dd>Hybrid</dd></dl>", {"workplace": "Hybrid"}),
        ("<dl><dt>Type</dt><dd>Part-Time</dd></dl>", {"employment": "Part-Time"}),
        ("<dl><dt>Shift Type Code</dt><dd>2</dd></dl>", {}),
        ("<dl><dt>ID</dt></dl>", {}),
    ],
)
def test_a_card_s_fields_are_told_by_their_labels(field: str, entry: dict[str, str]) -> None:
    (fetch,) = ask(listing(card(7, field))).follow
    known = {"id": "7", "url": f"https://{HOST}/jobs/7/hand/job", "title": "Hand 7"}
    assert fetch.carried == known | entry


@pytest.mark.parametrize(
    "body", ["", "<html>Just a moment...</html>", "null", "{}", '{"jobs": [{}]}', '{"jobs": {}}', "[]"]
)
def test_an_answer_that_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        ask(body)


def test_an_empty_list_is_no_error() -> None:
    assert ask(listing(rest="Sorry, no jobs match")) == Page()
    assert ask(jibe(total=0), source=JIBE) == Page(total=0)


def test_jibe_s_pages_follow_while_fewer_came_than_there_are() -> None:
    first = ask(jibe({"slug": "1"}, {"slug": "2"}), source=JIBE)
    assert (first.total, len(first.payloads)) == (3, 2)
    assert first.follow[0].url.startswith("https://careers.ostrava-pumps.example/api/jobs?page=2&limit=100&")
    second = ask(jibe({"slug": "3"}), first.follow[0].carried, JIBE)
    assert (second.total, second.follow) == (None, [])
    assert ask(jibe(), first.follow[0].carried, JIBE).follow == []


@pytest.mark.parametrize(
    ("tags", "workplace"),
    [
        ({"tags1": ["Regular"], "tags2": ["Hybrid"]}, "Hybrid"),
        ({"tags1": "Fully Remote"}, "Fully Remote"),
        ({"tags3": ["On-site"], "tags10": ["x"]}, "On-site"),
        ({"tags1": ["Remote-friendly culture"]}, None),
        ({"tags1": [None, 4], "tags2": None}, None),
    ],
)
def test_a_tag_that_is_a_workplace_s_name_is_one(tags: dict[str, Any], workplace: str | None) -> None:
    reading = read_payload(PLATFORM, JIBE, {"slug": "1", "title": "Fitter"} | tags)
    assert isinstance(reading, PostingReading)
    assert reading.workplace == workplace


@pytest.mark.parametrize(
    ("stated", "posted"),
    [("11/17/2026 10:22 PM", "2026-11-17"), ("(1/2/2026 3:05:00 am)", "2026-01-02"), ("17/11/2026 22:15", "2026-11-01"),
     (None, "2026-11-01")],
)  # fmt: skip
def test_a_day_on_the_card_wins_where_it_can_be_read(stated: str | None, posted: str) -> None:
    entry = {"id": "7", "url": "https://x.icims.com/jobs/7/job", "title": "Hand", "posted": stated}
    reading = read_payload(PLATFORM, CLASSIC, {"entry": entry, "detail": {"datePosted": "2026-11-01"}})
    assert isinstance(reading, PostingReading)
    assert reading.posted == posted


@pytest.mark.parametrize(
    ("board", "url"),
    [
        (HOST, f"https://{HOST}/jobs/search?ss=1&in_iframe=1"),
        ("Careers-Wharfside.iCIMS.com", f"https://{HOST}/jobs/search?ss=1&in_iframe=1"),
        (
            "careers.ostrava-pumps.example",
            "https://careers.ostrava-pumps.example/api/jobs?page=1&limit=100&sortBy=relevance&descending=false&internal=false",
        ),
    ],
)
def test_one_request_in_the_front_end_s_own_way(board: str, url: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "icims", board))] == [url]


@pytest.mark.parametrize(
    "board", ["wharfside", "", "a.icims.com/../x", "http://a.icims.com", "127.0.0.1", "a b.icims.com"]
)
def test_a_board_that_is_no_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a host"):
        list(PLATFORM.requests(Source("x", "icims", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        (HOST, HOST),
        (f"{HOST}/jobs/2041/product-manager/job?in_iframe=1", HOST),
        ("uscareers-a.icims.com/jobs/search?ss=1", "uscareers-a.icims.com"),
        ("careers.ostrava-pumps.example/careers-home/jobs/4648?lang=en-us", "careers.ostrava-pumps.example"),
        ("careers.ostrava-pumps.example/jobs/4648", None),
        ("www.icims.com/products", None),
        ("icims.com/careers", None),
        ("careers-a.icims.com.example/jobs", None),
        ("notanicims.com/jobs", None),
    ],
)
def test_a_url_tells_the_portal(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


SIMPLE = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
VALUES = SIMPLE | st.lists(SIMPLE | st.dictionaries(st.just("name"), SIMPLE), max_size=2)
ENTRY_KEYS = ["slug", "title", "categories", "tags1", "meta_data", "full_location", "salary_min_value", "description"]
CARD_KEYS = ["id", "url", "title", "posted", "location", "description", "jobLocation", "datePosted"]


@given(
    st.dictionaries(st.sampled_from(ENTRY_KEYS), VALUES)
    | st.fixed_dictionaries(
        {
            "entry": SIMPLE | st.dictionaries(st.sampled_from(CARD_KEYS), VALUES),
            "detail": SIMPLE | st.dictionaries(st.sampled_from(CARD_KEYS), VALUES),
        }
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload, JIBE)


PIECES = [
    *("<li class=iCIMS_JobCardItem>", "<a href='/jobs/7/x/job'>", "<a href='/jobs/", "<dt>ID", "<dd>", "</li>", "<h3>"),
    *("<span class=field-label>Location", "</span>", "Page 1 of 2", "<div class=iCIMS_JobsTable>", "{", "]"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.sampled_from([None, {"id": "7"}, {"list": 1}]))
def test_any_answer_is_split_or_an_error(text: str, carried: Any) -> None:
    try:
        page = ask(text, carried)
    except PayloadError:
        return
    assert all(fetch.url.startswith(f"https://{HOST}/jobs/") for fetch in page.follow)


def test_real_answers_are_read() -> None:
    folder = SHARED / "payloads" / "ats" / "icims"
    if not folder.is_dir():
        pytest.skip("shared/ is absent: real answers cannot be read")
    names = ("docusign_jibe_api_jobs_page_1.json", "exelon_jibe_api_jobs.json", "github_careers_job_4648.html")
    found = [payload for name in names for payload in ask((folder / name).read_text("utf-8"), source=JIBE).payloads]
    readings = [outcome(payload, JIBE) for payload in found]
    filled = Counter(key for reading in readings for key, value in reading.items() if value)
    assert (len(readings), filled["reject"]) == (14, 0)
    assert {key: filled[key] for key in ("title", "url", "places", "posted")} == dict.fromkeys(
        ("title", "url", "places", "posted"), 14
    )
    assert (filled["description_html"], filled["department"], filled["workplace"]) == (11, 10, 10)
    portal = Source("", "icims", "careers-acmefreight.icims.com")
    cards = ask((folder / "search_page_fragment.html").read_text("utf-8"), source=portal)
    assert [fetch.detail_of for fetch in cards.follow] == ["1234", "5678", None]


def test_registry_urls_tell_their_boards() -> None:
    file = SHARED / "registry" / "companies.tsv"
    if not file.is_file():
        pytest.skip("shared/ is absent: registry URLs cannot be compared")
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["platform"] == "icims"]
    stated = [row for row in rows if row["url"]]
    wrong = [row["url"] for row in stated if PLATFORM.board_of(row["url"].split("://", 1)[-1]) != row["board"]]
    assert (len(rows), len(stated), wrong) == (2501, 2489, [])
    assert all(list(PLATFORM.requests(Source("x", "icims", row["board"]))) for row in rows)
