from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms import site_search
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.careers_page import PLATFORM
from spiders.platforms.page_links import entries_of
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


def crawl(pages: dict[str, str]) -> tuple[list[str], list[str], Page]:
    """Every job asked for, every other page asked for in its order, and the last of these answers."""
    page = ask(pages["/"])
    found, asked = jobs(page), ["/"]
    while going := onward(page):
        path = going[0].removeprefix("https://careers.brinewick.example")
        asked.append(path)
        page = ask(pages.get(path, "User-agent: *"), going[1], going[0])
        found += jobs(page)
    return found, asked, page


def test_pages_feeds_and_sitemaps_are_looked_at_one_after_another_and_each_job_once() -> None:
    found, asked, last = crawl(
        {
            "/": links("/jobs/one-1", "/openings", "/about"),
            "/openings": links("/jobs/one-1", "/jobs/two-2", "/openings?page=2"),
            "/openings?page=2": links("/jobs/three-3#x", "/openings", "/openings?page=3"),
            "/openings?page=3": links("/jobs/three-3?utm_source=a"),
            "/robots.txt": "User-agent: *\nSitemap: /sitemap_index.xml\nsitemap:https://elsewhere.example/s.xml",
            "/sitemap_index.xml": "<sitemapindex><sitemap><loc>/s-blog.xml</loc></sitemap>"
            "<sitemap><loc> http://careers.brinewick.example/s-jobs.xml </loc></sitemap></sitemapindex>",
            "/s-jobs.xml": '<?xml version="1.0"?><urlset><url><loc>/blog/six-6</loc></url>'
            "<url><loc>http://careers.brinewick.example/jobs/four-4</loc><lastmod>2026-01-01</lastmod></url>"
            "<url><loc>/jobs/five-5</loc><lastmod>2026-11-01</lastmod></url><url><loc>/jobs/two-2</loc></url></urlset>",
        }
    )
    assert found == ["/jobs/one-1", "/jobs/five-5", "/jobs/four-4", "/jobs/two-2", "/jobs/three-3"]
    pages = [
        "/",
        "/robots.txt",
        "/sitemap_index.xml",
        "/s-jobs.xml",
        "/openings",
        "/openings?page=2",
        "/openings?page=3",
    ]
    assert asked == pages
    assert last.total == 1


def test_a_bare_site_without_named_sitemaps_is_asked_for_the_usual_one() -> None:
    guesses = ["/sitemap.xml", "/sitemap_index.xml", "/sitemap.xml.gz", "/jobs/sitemap.xml", "/careers/sitemap.xml"]
    assert crawl({"/": links("/about")})[1] == ["/", "/robots.txt", *guesses]
    assert crawl({"/": links("/jobs/one-1")})[1] == ["/", "/robots.txt"]
    listed = "<urlset><url><loc>/jobs/one-1</loc></url></urlset>"
    assert crawl({"/": links("/about"), "/sitemap_index.xml": listed})[1] == ["/", "/robots.txt", *guesses[:2]]


def test_more_jobs_than_one_crawl_asks_for_never_count_as_complete() -> None:
    page = ask(links(*(f"/jobs/job-{number}" for number in range(site_search.MOST_JOBS + 1))))
    assert len(jobs(page)) == site_search.MOST_JOBS == 200
    assert onward(page) is None
    assert page.total is not None
    assert page.total > len(jobs(page))


def test_more_lists_than_one_crawl_asks_for_never_count_as_complete() -> None:
    pages = {f"/?page={number}": links(f"/jobs/j-{number}", f"/?page={number + 1}") for number in range(1, 60)}
    found, asked, last = crawl({"/": links("/jobs/j-0", "/?page=1"), **pages})
    assert len(asked) == site_search.MOST_LISTS
    assert last.total is not None
    assert last.total > len(found)


def test_lists_that_only_repeat_known_jobs_are_given_up() -> None:
    towns = [f"/jobs/town{'x' * number}" for number in range(20)]
    pages = {town: links("/jobs/one-1", *towns) for town in towns}
    found, asked, last = crawl({"/": links("/jobs/one-1", *towns), **pages})
    assert found == ["/jobs/one-1"]
    assert [path for path in asked if "town" in path] == towns[: site_search.ENOUGH_BARREN]
    assert last.total == 1


def test_linked_jobs_of_which_none_can_be_read_are_no_empty_board() -> None:
    assert ask(links("/jobs/one-1")).total == 1
    assert ask(links("/careers/our-culture")).total is None


def test_feeds_and_sitemaps_name_pages() -> None:
    rss = "<rss><channel><link>https://brinewick.example/</link><item><title>A</title><link><![CDATA[/jobs/a-1?a=1&amp;b=2]]>"
    rss += "</link><pubDate>Mon, 02 Nov 2026 10:00:00 GMT</pubDate></item></channel></rss>"
    atom = "<feed><entry><link rel='alternate' href='/jobs/b-2'/><updated>2026-11-02</updated></entry></feed>"
    for text, path in ((rss, "/jobs/a-1?a=1&b=2"), (atom, "/jobs/b-2")):
        (link,), sitemaps = entries_of(text, "https://brinewick.example/jobs.rss")
        assert link.url == f"https://brinewick.example{path}"
        assert link.changed
        assert not sitemaps


FEED = "<rss><channel>{}</channel></rss>"


def item(path: str) -> str:
    return f"<item><title>A</title><link>{START}{path}</link></item>"


def test_what_only_a_feed_names_may_be_open_when_it_no_longer_does() -> None:
    head = '<link rel="alternate" type="application/rss+xml" href="/jobs.rss">'
    rss = FEED.format(item("jobs/one-1") + item("jobs/two-2"))
    _, asked, last = crawl({"/": links("/jobs/one-1", rest=head), "/jobs.rss": rss})
    assert (asked, last.is_window) == (["/", "/jobs.rss", "/robots.txt"], True)
    sitemap = "<urlset><url><loc>/jobs/two-2</loc></url><url><loc>/jobs/one-1</loc></url></urlset>"
    robots = "Sitemap: /s.xml"
    _, asked, last = crawl({"/": links(rest=head), "/jobs.rss": rss, "/robots.txt": robots, "/s.xml": sitemap})
    assert (asked[-1], last.is_window) == ("/s.xml", False)


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("<rss><item><link/><guid isPermaLink='true'>https://brinewick.example/jobs/a-1</guid></item></rss>",
         "/jobs/a-1"),
        ("<rss><item><guid>https://brinewick.example/g-1</guid><link>/jobs/a-1</link></item></rss>", "/jobs/a-1"),
        ("<rss><item><guid isPermaLink='false'>https://brinewick.example/g-1</guid></item></rss>", None),
        ("<feed><entry><link rel='self' href='/api/1'/><link href='/jobs/a-1'/></entry></feed>", "/jobs/a-1"),
        ("<feed><entry><link rel='enclosure' href='/a.pdf'/></entry></feed>", None),
        ("<s:urlset xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>/jobs/a-1</s:loc></s:url></s:urlset>",
         "/jobs/a-1"),
        ("<urlset xmlns='https://www.sitemaps.org/schemas/sitemap/0.9'><url><loc><![CDATA[/jobs/a-1]]></loc></url></urlset>",
         "/jobs/a-1"),
        ("<urlset><url><xhtml:link rel='alternate' href='/de/jobs/a-1'/><loc>/jobs/a-1</loc></url></urlset>",
         "/jobs/a-1"),
        ("<urlset><url><loc>https://elsewhere.example/jobs/a-1</loc></url></urlset>", None),
    ],
)  # fmt: skip
def test_an_entry_of_any_list_names_its_page(entry: str, path: str | None) -> None:
    pages, _ = entries_of(entry, "https://brinewick.example/list.xml")
    assert [link.url for link in pages] == ([f"https://brinewick.example{path}"] if path else [])


@pytest.mark.parametrize(
    "start", ["", "\ufeff", "<!-- made > by hand -->\n", '<?xml version="1.0"?>\n<?xml-stylesheet x?>']
)
def test_a_sitemap_is_known_by_its_root(start: str) -> None:
    assert crawl({"/": start + "<urlset><url><loc>/jobs/one-1</loc></url></urlset>"})[0] == ["/jobs/one-1"]


def test_a_sitemap_may_be_plain_text() -> None:
    text = f"{START}jobs/one-1\n{START}about\n/jobs/two-2\nhttps://elsewhere.example/jobs/three-3\n"
    pages = {"/": links("/about"), "/robots.txt": "Sitemap: /sitemap.txt", "/sitemap.txt": text}
    assert crawl(pages)[0] == ["/jobs/one-1"]


def test_a_part_of_an_index_must_be_there_and_everything_else_may_be_missing() -> None:
    index = "<sitemapindex><sitemap><loc>/jobs-1.xml.gz</loc></sitemap></sitemapindex>"
    page = ask(links("/about"))
    asked = {}
    while fetches := [fetch for fetch in page.follow if not fetch.detail_of]:
        fetch = fetches[0]
        asked[fetch.url.removeprefix(START)] = (fetch.is_optional, fetch.goes_on)
        text = {"robots.txt": "Sitemap: /index.xml", "index.xml": index}.get(fetch.url.removeprefix(START), "")
        page = ask(text, fetch.carried, fetch.url)
    assert asked == {"robots.txt": (True, True), "index.xml": (True, True), "jobs-1.xml.gz": (False, True)}


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
