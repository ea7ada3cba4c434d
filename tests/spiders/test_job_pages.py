"""Boards of list pages and job pages: entries lead to pages, pages complete entries, and one that stops short shows."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Page, Platform, Source
from spiders.platforms.job_pages import JobPages
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

RECORDINGS = Path(__file__).parent.parent / "recordings"
FAMILY = {name: platform for name, platform in platforms().items() if isinstance(platform, JobPages)}
HERP, HRMOS, GUPY, PAYLOCITY = (platforms()[name] for name in ("herp", "hrmos", "gupy", "paylocity"))
LISTS = {"herp": "kagaribi", "hrmos": "tsukikage", "gupy": "pirilampo", "paylocity": "candlewick_list"}
UUID = "0a1b2c3d-2222-4222-8333-444455556666"
BOARDS = {"paylocity": UUID}
DETAIL = '<script type="application/ld+json">{"@type":"JobPosting","title":"Cook","url":"%s"}</script>'


def page(platform: Platform, html: str, carried: dict[str, Any] | None = None) -> Page:
    source = Source("x", platform.name, BOARDS.get(platform.name, "acme"))
    return platform.page(source, Answer(next(platform.requests(source)).url, html, carried=carried))


def recorded(name: str) -> Page:
    html = (RECORDINGS / name / f"{LISTS[name]}.html").read_text("utf-8")
    source = Source("x", name, BOARDS.get(name, LISTS[name]))
    return FAMILY[name].page(source, Answer("", html))


def outcome(platform: Platform, payload: dict[str, Any]) -> object:
    try:
        return read_payload(platform, Source("x", platform.name, "acme"), payload)
    except PayloadError as error:
        return str(error.reason)


def test_the_family_is_this() -> None:
    assert set(FAMILY) == set(LISTS)


@pytest.mark.parametrize(
    ("name", "addresses", "total"),
    [
        ("herp", ["/v1/kagaribi/kGr7ib-1aa~", "/v1/kagaribi/pQ_88xyz0"], None),
        (
            "hrmos",
            [
                "/pages/tsukikage/jobs/1829077236709650481",
                "/pages/tsukikage/jobs/Newgrads28_002",
                "/pages/tsukikage/jobs?page=2",
            ],
            1003,
        ),
        ("gupy", ["/jobs/8120001", "/jobs/8120003"], None),
        ("paylocity", ["/Recruiting/Jobs/Details/4363000", "/Recruiting/Jobs/Details/4363001"], None),
    ],
)
def test_a_list_leads_to_its_jobs_and_to_what_it_does_not_show_yet(
    name: str, addresses: list[str], total: int | None
) -> None:
    found = recorded(name)
    assert [fetch.url.split("/", 3)[3] for fetch in found.follow] == [address[1:] for address in addresses]
    assert found.total == total


@pytest.mark.parametrize("name", LISTS)
def test_a_job_page_completes_the_entry_that_led_to_it(name: str) -> None:
    carried = orjson.loads(
        (RECORDINGS / name / f"{LISTS[name].removesuffix('_list')}_detail.carried.json").read_bytes()
    )
    assert carried in [fetch.carried for fetch in recorded(name).follow]


def test_a_pool_of_talents_is_landed_and_rejected_and_its_page_is_not_asked_for() -> None:
    assert [outcome(GUPY, payload) for payload in recorded("gupy").payloads] == ["missing_field", "prospect_post"]


@pytest.mark.parametrize(
    ("html", "known", "asked"),
    [
        ("全 3 件中 1 件", [], 2),
        ("全 3 件中 1 件", ["1", "2"], None),
        ("全 3 件中 1 件", ["7"], None),  # the page holds nothing new: asking on would not end
        ("", [], None),
    ],
)
def test_a_list_is_asked_on_while_new_jobs_come_and_more_are_counted(
    html: str, known: list[str], asked: int | None
) -> None:
    card = '<li class="pg-list-cassette"><a href="/pages/acme/jobs/7"><h2>Cook</h2></a></li>'
    body = f'<p class="pg-count">{html}</p><section id="jsi-joblist"><ul>{card}</ul></section>'
    carried = {"page": 3, "known": known} if known else None
    pages = [fetch for fetch in page(HRMOS, body, carried).follow if fetch.detail_of is None]
    assert [fetch.url.partition("?page=")[2] for fetch in pages] == [str(asked)] * bool(asked)


@pytest.mark.parametrize(
    ("platform", "html"),
    [
        (HERP, '<ul class="requisition-list"></ul>'),
        (HRMOS, '<p class="sg-unavailable-notifier">x</p>'),
        (GUPY, '<script id="__NEXT_DATA__">{"props":{"pageProps":{"jobs":[]}}}</script>'),
        (PAYLOCITY, '<script>window.pageData = {"Jobs":[]};</script>'),
    ],
)
def test_an_empty_list_is_no_error(platform: Platform, html: str) -> None:
    assert page(platform, html) == Page()


@pytest.mark.parametrize("platform", FAMILY.values(), ids=list(FAMILY))
@pytest.mark.parametrize(
    "html", ["", "null", "{}", "<html>Just a moment...</html>", '<li class="requisition-list-card">x</li>']
)
@pytest.mark.parametrize("carried", [None, {"id": "7", "title": "Cook"}])
def test_what_is_no_page_of_the_platform_is_an_error(
    platform: Platform, html: str, carried: dict[str, str] | None
) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(platform, html, carried)


def test_cards_in_another_layout_are_no_empty_list() -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(HERP, '<ul class="requisition-list"><li class="requisition-list-card"><a href="/x">Cook</a></li></ul>')


@pytest.mark.parametrize(
    ("platform", "url", "identifier"),
    [
        (HERP, "https://herp.careers/v1/acme/aZ_9~-x", "aZ_9~-x"),
        (HRMOS, "https://hrmos.co/pages/acme/jobs/0000265", "0000265"),
        (GUPY, "https://acme.gupy.io/jobs/12?jobBoardSource=gupy_public_page", "12"),
    ],
)
def test_a_job_page_alone_tells_its_own_id(platform: Platform, url: str, identifier: str) -> None:
    (payload,) = page(platform, DETAIL % url).payloads
    reading = outcome(platform, payload)
    assert isinstance(reading, PostingReading)
    assert (reading.identifier, reading.url, reading.title) == (identifier, url, "Cook")


@pytest.mark.parametrize("platform", FAMILY.values(), ids=list(FAMILY))
@pytest.mark.parametrize("board", ["", "a/b", "../x", "a.b", "a b", "é", "a?b", "-a", "a@b"])
def test_a_board_that_could_change_the_address_is_refused(platform: Platform, board: str) -> None:
    with pytest.raises(ValueError, match=f"none of {platform.name}"):
        list(platform.requests(Source("x", platform.name, board)))


@pytest.mark.parametrize(
    ("platform", "url", "board"),
    [
        (HERP, "herp.careers/v1/acme", "acme"),
        (HERP, "herp.careers/v1/acme/requisition-groups/0a", "acme"),
        (HERP, "herp.careers.example/v1/acme", None),
        (HRMOS, "hrmos.co/pages/acme/jobs/1", "acme"),
        (HRMOS, "hrmos.co/api/acme", None),
        (GUPY, "Acme.gupy.io/jobs/1", "acme"),
        (GUPY, "portal.gupy.io/job-search", None),
        (GUPY, "www.gupy.io", None),
        (GUPY, "acme.gupy.io.example", None),
        (PAYLOCITY, f"recruiting.paylocity.com/recruiting/jobs/All/{UUID}/Acme-LLC", UUID),
        (PAYLOCITY, f"recruiting.paylocity.com/recruiting/v2/api/feed/jobs/{UUID}", UUID),
        (PAYLOCITY, "recruiting.paylocity.com/Recruiting/Jobs/Details/1", None),
    ],
)
def test_a_url_tells_the_board(platform: Platform, url: str, board: str | None) -> None:
    assert platform.board_of(url) == board


PIECES = st.sampled_from(
    [
        *('<ul class="requisition-list">', '<li class="requisition-list-card">', '<a href="/v1/acme/aaaaaa">', "<h2>x"),
        *('<section id="jsi-joblist">', '<li class="pg-list-cassette">', '<a href="/pages/acme/jobs/1">', "</li>"),
        *('<p class="pg-count">全 9 件中', '<script id="__NEXT_DATA__">{"props":{"pageProps":{"jobs":[', '{"id":1},'),
        *(
            '<script>window.pageData = {"Jobs":[{"JobId":1,"JobLocation":2}]};</script>',
            "1,",
            "]}}}</script>",
            '{"id":2,"workplace":3}',
            DETAIL % "https://acme.gupy.io/jobs/1",
            "\x00",
            "é",
        ),
    ]
)


@pytest.mark.parametrize("platform", FAMILY.values(), ids=list(FAMILY))
@given(html=st.lists(PIECES, max_size=9).map("".join), carried=st.none() | st.just({"id": "1"}))
def test_any_answer_is_split_or_an_error(platform: Platform, html: str, carried: dict[str, Any] | None) -> None:
    try:
        found = page(platform, html, carried)
    except PayloadError:
        return
    assert all(outcome(platform, payload) for payload in found.payloads)
    assert all("acme" in fetch.url or "paylocity.com/" in fetch.url for fetch in found.follow)


VALUES = st.none() | st.integers(-9, 9) | st.text(max_size=4) | st.lists(st.text(max_size=3), max_size=2)
HALF = VALUES | st.dictionaries(st.sampled_from(["id", "url", "title", "place", "kind", "department"]), VALUES)


@pytest.mark.parametrize("platform", FAMILY.values(), ids=list(FAMILY))
@given(payload=st.dictionaries(st.sampled_from(["entry", "detail", "id", "url", "title"]), HALF))
def test_any_payload_is_read_or_rejected(platform: Platform, payload: dict[str, Any]) -> None:
    assert outcome(platform, payload) is not None


def test_what_is_not_for_everybody_is_left_out_and_what_has_no_number_is_rejected() -> None:
    found = recorded("paylocity")
    assert [outcome(PAYLOCITY, payload) for payload in found.payloads] == ["missing_field"]
    assert [(fetch.carried or {}).get("workplace") for fetch in found.follow] == [None, "remote"]


def test_a_real_job_page_reads_alone(shared: Path) -> None:
    html = (shared / "payloads" / "ats" / "jsonld" / "paylocity_fermi_detail.html").read_text("utf-8")
    (payload,) = page(PAYLOCITY, html).payloads
    reading = outcome(PAYLOCITY, payload)
    assert isinstance(reading, PostingReading)
    assert (reading.identifier, reading.title, reading.company) == ("4248451", "Corporate Tax Director", "Fermi LLC")
    assert reading.posted
    assert reading.description_html
