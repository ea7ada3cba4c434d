from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.avature import PLATFORM
from spiders.platforms.base import Answer, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

HOST = "careers.brackenfell.example"
SOURCE = Source("Brackenfell Foundry", "avature", HOST)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "avature"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "payloads" / "ats" / "avature"
LIST = f"https://{HOST}/careers/SearchJobs/?jobRecordsPerPage=100&jobOffset="
ENTRY: dict[str, Any] = {"url": f"https://{HOST}/careers/JobDetail/Analyst/7", "title": "Analyst", "listed": {}}
FIELD = '<div class="article__content__view__field">{}<div class="article__content__view__field__value">{}</div></div>'


def row(href: str) -> str:
    return (
        '<article class="article article--result"><h3 class="article__header__text__title">'
        f'<a href="{href}">Analyst</a></h3><span class="list-item-location">Oslo</span></article>'
    )


def listed(*numbers: int, legend: str = "") -> str:
    rows = "".join(row(f"https://{HOST}/careers/JobDetail/Analyst/{number}") for number in numbers)
    return f'<html><body><div class="list-controls__text__legend">{legend}</div>{rows}</body></html>'


def section(*fields: tuple[str, str]) -> str:
    label = '<div class="article__content__view__field__label">{}</div>'
    inner = "".join(FIELD.format(label.format(name) if name else "", value) for name, value in fields)
    return f'<article class="article article--details">{inner}</article>'


def answer(text: str, carried: dict[str, Any] | None = None, url: str = "") -> Answer:
    return Answer(url, text, carried=carried)


def outcome(payload: Any) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def read(text: str) -> PostingReading:
    (payload,) = PLATFORM.page(SOURCE, answer(text, ENTRY)).payloads
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize(
    "stem", sorted(path.name.removesuffix(".expected.json") for path in RECORDINGS.glob("*.expected.json"))
)
def test_recording_reads_as_expected(stem: str) -> None:
    carried = RECORDINGS / f"{stem}.carried.json"
    entry = orjson.loads(carried.read_bytes()) if carried.exists() else None
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / f"{stem}.html").read_text("utf-8"), entry))
    expected = orjson.loads((RECORDINGS / f"{stem}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_the_recorded_list_leads_to_the_recorded_details() -> None:
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / f"{HOST}.html").read_text("utf-8")))
    carried = [orjson.loads(path.read_bytes()) for path in RECORDINGS.glob("*.carried.json")]
    assert [fetch.carried for fetch in page.follow] == sorted(carried, key=lambda entry: entry["url"][-4:])
    assert [fetch.detail_of for fetch in page.follow] == ["4101", "4102", "4103"]
    assert [fetch.url for fetch in page.follow] == [fetch.carried["url"] for fetch in page.follow if fetch.carried]
    assert page.total == 4


@pytest.mark.parametrize("board", ["localhost", "jobs.example/x", "jobs.example@evil.example", "jobs.example\n", ""])
def test_a_board_that_is_no_host_is_an_error(board: str) -> None:
    with pytest.raises(ValueError, match="is not a host"):
        next(PLATFORM.requests(Source("x", "avature", board)))


def test_the_first_request_asks_for_the_whole_list() -> None:
    assert [fetch.url for fetch in PLATFORM.requests(SOURCE)] == [f"{LIST}0"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("brackenfell.avature.net", "brackenfell.avature.net"),
        ("brackenfell.avature.net/en_GB/campus/SearchJobs/?x=1", "brackenfell.avature.net"),
        ("careers.brackenfell.example/en_US/careers/SearchJobs", HOST),
        ("careers.brackenfell.example/careers/JobDetail/Analyst/7", HOST),
        ("careers.brackenfell.example/careers/JobDetails/7", None),
        ("www.avature.net/", None),
        ("avature.net/careers", None),
        ("brackenfell.avature.net.evil.example/x", None),
        ("evil.example/brackenfell.avature.net", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def test_pages_follow_until_the_total_is_read() -> None:
    first = PLATFORM.page(SOURCE, answer(listed(1, 2, legend="1-2 of 1,003 results")))
    assert first.total == 1003
    assert first.follow[-1].url == f"{LIST}2"
    last = PLATFORM.page(SOURCE, answer(listed(3), (first.follow[-1].carried or {}) | {"offset": 1002}))
    assert [fetch.detail_of for fetch in last.follow] == ["3"]
    assert last.total is None


def test_a_site_that_moved_is_read_where_it_answered() -> None:
    where = "https://jobs.brackenfell.example/en_US/careers/SearchJobs/?jobOffset=0"
    page = PLATFORM.page(SOURCE, answer(row("/en_US/careers/JobDetail/Analyst/7"), url=where))
    assert [fetch.url for fetch in page.follow] == [
        "https://jobs.brackenfell.example/en_US/careers/JobDetail/Analyst/7",
        "https://jobs.brackenfell.example/en_US/careers/SearchJobs/?jobRecordsPerPage=100&jobOffset=1",
    ]


def test_a_site_that_does_not_heed_the_offset_is_an_error() -> None:
    first = PLATFORM.page(SOURCE, answer(listed(1, 2)))
    with pytest.raises(PayloadError, match="jobOffset"):
        PLATFORM.page(SOURCE, answer(listed(1, 2), first.follow[-1].carried))


def test_an_empty_page_ends_the_list() -> None:
    assert PLATFORM.page(SOURCE, answer(listed(), {"offset": 20, "first": "x"})).follow == []


@pytest.mark.parametrize("text", [listed(legend="0 results"), "<html><body><p>No jobs found.</p></body></html>"])
def test_an_empty_board_says_so(text: str) -> None:
    page = PLATFORM.page(SOURCE, answer(text))
    assert (page.payloads, page.follow) == ([], [])


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("<html><body>Welcome</body></html>", None),
        ("", None),
        ("null", None),
        ("<div>" * 50_001, None),
        ('{"error": "Not Acceptable"}', None),
        ("<html><title>Just a moment...</title></html>", ENTRY),
        (listed(1), ENTRY),
        ("", ENTRY),
    ],
)
def test_an_answer_of_another_shape_is_an_error(text: str, carried: dict[str, Any] | None) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, answer(text, carried))


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("/careers/JobDetail/Analyst/7?source=x#y", f"https://{HOST}/careers/JobDetail/Analyst/7"),
        ("/careers/JobDetail/7", f"https://{HOST}/careers/JobDetail/7"),
        ("/../../JobDetail/x/7", f"https://{HOST}/JobDetail/x/7"),
        ("/careers/JobDetail/%2e%2e/7", f"https://{HOST}/careers/JobDetail/%252E%252E/7"),
        ("https://evil.example/careers/JobDetail/Analyst/7", None),
        ("https://user@careers.brackenfell.example/careers/JobDetail/Analyst/7", None),
        ("javascript:alert(1)//JobDetail/x/7", None),
        ("/careers/Register", None),
    ],
)
def test_a_detail_stays_on_its_host(href: str, url: str | None) -> None:
    page = PLATFORM.page(SOURCE, answer(row(href) + '<p class="list-controls__text__legend">1 of 1</p>'))
    assert [fetch.url for fetch in page.follow] == ([url] if url else [])
    assert len(page.payloads) == (url is None)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Date Posted", "posted"),
        ("Req ID:", "requisition_id"),
        ("BUSINESS UNIT", "department"),
        ("Job Type", "employment_type"),
        ("Work model", "workplace"),
    ],
)
def test_a_customers_label_finds_its_field(label: str, name: str) -> None:
    reading = read(section((label, "stated"), ("Hobby", "other")))
    assert getattr(reading, name) == "stated"


def test_headings_and_labels_stay_text() -> None:
    html = read(section(("Scope &lt;b&gt; &amp; size", "<p>x</p>"))).description_html
    assert html == "<p><b>Scope &lt;b&gt; &amp; size</b></p><p>x</p>"


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({"entry": ENTRY}, "missing_field"),
        ({"entry": ENTRY, "detail": None}, "closed"),
        ({"entry": ENTRY, "detail": {}}, "missing_field"),
        ({"entry": {"url": "https://x.example/"}, "detail": {"fields": {}, "description": ""}}, "missing_field"),
        ({"entry": None, "detail": {"fields": {}}}, "wrong_type"),
        ({"entry": ENTRY | {"title": 5}, "detail": {"fields": {}, "description": ""}}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(payload: dict[str, Any], reason: str) -> None:
    assert outcome(payload) == {"reject": reason}


PIECES = [
    row("/careers/JobDetail/x/7"),
    row("//["),
    section(("Location", "x"), ("", "<p>y")),
    "</article>",
    "no jobs",
    "9",
]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_html_is_split_or_refused(text: str) -> None:
    for carried in (None, ENTRY):
        try:
            payloads = PLATFORM.page(SOURCE, answer(text, carried)).payloads
        except (PayloadError, ValueError):
            continue
        assert all(outcome(payload) for payload in payloads)


def test_real_pages_are_read_whole() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"shared/ is absent: {SHARED}")
    found = {}
    for name, host in (("bloomberg_search_1", "bloomberg.avature.net"), ("ea_searchjobs_slice", "jobs.ea.com")):
        text = (SHARED / f"{name}.html").read_text("utf-8")
        page = PLATFORM.page(Source("x", "avature", host), answer(text))
        entries = [fetch.carried or {} for fetch in page.follow if fetch.detail_of]
        assert all(entry["title"] and entry["listed"]["location"] for entry in entries)
        found[name] = (len(page.payloads), len(entries), page.total)
    assert found == {"bloomberg_search_1": (0, 12, 118), "ea_searchjobs_slice": (0, 3, None)}
