from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.careers_page import PLATFORM
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError

START = "https://careers.brinewick.example/"
SOURCE = Source("Brinewick Optics", "careers_page", "careers.brinewick.example")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "careers_page"
REAL = Path(__file__).parents[3] / "shared" / "data" / "payloads" / "ats"


def ask(text: str, carried: Any = None, url: str = START) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, text, carried=carried))


def links(*paths: str, rest: str = "") -> str:
    return "<html><body>" + "".join(f'<a href="{path}">x</a>' for path in paths) + rest + "</body></html>"


def jobs(page: Page) -> list[str]:
    return [fetch.url.removeprefix("https://careers.brinewick.example") for fetch in page.follow if fetch.detail_of]


def onward(page: Page) -> tuple[str, Any] | None:
    fetches = [fetch for fetch in page.follow if not fetch.detail_of]
    assert len(fetches) <= 1
    return (fetches[0].url, fetches[0].carried) if fetches else None


def recording(name: str) -> tuple[Page, Any]:
    carried = RECORDINGS / f"{name}.carried.json"
    entry = orjson.loads(carried.read_bytes()) if carried.exists() else None
    page = ask((RECORDINGS / f"{name}.html").read_text("utf-8"), entry, (entry or {}).get("url", START))
    return page, orjson.loads((RECORDINGS / f"{name}.expected.json").read_bytes())


@pytest.mark.parametrize("notation", ["", "-microdata", "-rdfa"])
def test_a_job_page_reads_as_expected_in_every_notation(notation: str) -> None:
    page, expected = recording(f"careers.brinewick.example_detail{notation}")
    found = [asdict(read_payload(PLATFORM, SOURCE, payload)) for payload in page.payloads]
    assert orjson.loads(orjson.dumps(found)) == expected
    assert (page.follow, page.total) == ([], None)


def test_the_careers_page_leads_to_jobs_of_its_own_site_and_holds_others() -> None:
    page = ask((RECORDINGS / "careers.brinewick.example.html").read_text("utf-8"))
    assert jobs(page) == ["/jobs/optical-engineer-4417", "/jobs/product-manager-periscopes"]
    assert len(page.payloads) == 2
    url, known = onward(page) or ("", {})
    assert url == f"{START}?page=2"
    assert known["todo"] == [f"{START}jobs.rss", f"{START}robots.txt"]
    assert known["maybe"] == [f"{START}jobs/london"]


def test_a_job_page_without_a_posting_gives_nothing() -> None:
    assert ask(links("/jobs/a-1"), {"url": f"{START}jobs/x-1", "changed": None}) == Page()


def test_an_entry_and_its_payload_have_the_same_identifier() -> None:
    page = ask(links("/jobs/a-1"))
    fetch = page.follow[0]
    posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"A"}</script>'
    (payload,) = ask(posting, fetch.carried, fetch.url).payloads
    assert identifier_of(PLATFORM, payload) == fetch.detail_of == f"{START}jobs/a-1"
    assert payload["entry"] == fetch.carried


@pytest.mark.parametrize(
    "text",
    [
        *("", "{}", "not found", '{"jobs": []}', "<html><body>Just a moment...</body></html>", "<div id=root></div>"),
        "<div id=root></div><script src='/app.js'></script>",
        *(links("/"), links("https://www.facebook.com/brinewick")),
        *("<title>Access Denied</title>" + links("/help"), "<h1>Are you a robot?</h1>" + links("/contact")),
    ],
)
def test_a_careers_page_that_leads_nowhere_is_an_error_and_no_empty_board(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        ask(text)


def test_a_closed_job_that_leads_to_the_list_is_none() -> None:
    posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"Another"}</script>'
    entry = {"url": f"{START}jobs/one-1", "changed": None}
    for url in (START, f"{START}jobs", f"{START}jobs/search-results", f"{START}careers?closed=1"):
        assert ask(posting, entry, url) == Page()
    for url in (f"{START}jobs/one-1", f"{START}jobs/1-one", f"{START}en/jobs/one-1/"):
        assert len(ask(posting, entry, url).payloads) == 1


def test_a_careers_page_of_another_site_is_nobody_s_board() -> None:
    with pytest.raises(PayloadError, match="another site's"):
        ask(links("/jobs/one-1"), None, "https://jobs.lever.co/brinewick")


TEXTS = st.lists(
    st.sampled_from(
        [
            *(
                "<html>",
                "<a href='/jobs/a-1'>",
                "<a href='",
                "?page=2",
                "<?xml?>",
                "<urlset>",
                "<url><loc>",
                "/jobs/b-2",
            ),
            *(
                "</loc></url>",
                "<rss><item><link>",
                "</link></item>",
                "<script type='application/ld+json'>",
                "</script>",
            ),
            *('{"@type":"JobPosting","title":"x","description":"y"}', "\x00", "]]>", "Sitemap: /s.xml\n", "'>"),
        ]
    ),
    max_size=14,
).map("".join)


@given(TEXTS, st.sampled_from([None, {"todo": []}, {"url": "https://careers.brinewick.example/jobs/x-1"}]))
def test_any_answer_is_split_or_an_error(text: str, carried: Any) -> None:
    try:
        page = ask(text, carried)
    except PayloadError:
        return
    for payload in page.payloads:
        assert read_payload(PLATFORM, SOURCE, payload)
        assert identifier_of(PLATFORM, payload)
    orjson.dumps([fetch.carried for fetch in page.follow])


@given(st.dictionaries(st.sampled_from(["entry", "detail"]), st.none() | st.text(max_size=3) | st.dictionaries(
    st.sampled_from(["url", "title"]), st.none() | st.text(max_size=3), max_size=2)))  # fmt: skip
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    try:
        assert read_payload(PLATFORM, SOURCE, payload)
    except PayloadError:
        return
    assert payload["detail"]["title"]


#: job pages as served that mark up what they offer, and what of it each must give
FILLED = ("company", "posted", "description_html", "places", "employment_type")


def test_real_pages_are_read() -> None:
    if not REAL.is_dir():
        pytest.skip("shared/ is absent: real pages cannot be read")
    readings, filled = 0, Counter[str]()
    for file in sorted(REAL.glob("*/*.html")):
        text = file.read_text("utf-8", "replace")
        if file.parent.name == "shape_only" or "JobPosting" not in text or "ld+json" not in text:
            continue
        for payload in ask(text, {"url": START, "changed": None}).payloads:
            reading = asdict(read_payload(PLATFORM, SOURCE, payload))
            readings += 1
            filled.update(name for name in FILLED if reading[name])
    assert readings == 9
    assert filled == {"company": 9, "posted": 9, "description_html": 9, "places": 9, "employment_type": 8}
