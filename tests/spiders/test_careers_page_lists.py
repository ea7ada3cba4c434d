"""How a company's own site is followed to its jobs: pages, feeds, sitemaps, and what each is evidence of."""

import pytest

from spiders.platforms import site_search
from spiders.platforms.base import Page
from spiders.platforms.page_links import entries_of
from tests.spiders.test_careers_page import START, ask, jobs, links, onward


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
