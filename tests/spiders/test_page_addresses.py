"""What an address alone tells on a careers site: where to begin, one job or a list, whose it is."""

import pytest

from spiders.platforms.base import Source
from spiders.platforms.careers_page import PLATFORM, start_of
from spiders.platforms.page_links import clean_url, is_list, is_next, is_same_site, job_likeness


@pytest.mark.parametrize(
    ("board", "url"),
    [
        ("brinewick.example", "https://brinewick.example/"),
        (
            "https://www.brinewick.example/about us/jobs?dept=all",
            "https://www.brinewick.example/about%20us/jobs?dept=all",
        ),
        ("http://brinewick.example/karriere", "http://brinewick.example/karriere"),
        ("brinewick.example/caf\u00e9/%2Fx", "https://brinewick.example/caf%C3%A9/%2Fx"),
    ],
)
def test_the_board_is_an_address_or_a_host(board: str, url: str) -> None:
    assert start_of(board) == url
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "careers_page", board))] == [url]


@pytest.mark.parametrize(
    "board",
    [
        *(
            "",
            "brinewick",
            "localhost",
            "127.0.0.1",
            "http://[::1]/",
            "https://10.0.0.8/jobs",
            "ftp://brinewick.example/",
        ),
        *("https://a:b@brinewick.example/", "brinewick.example:8080", "brinewick.example/../x", "file:///etc/passwd"),
        *("brinewick.example/%2e%2E/x", "https://brinewick.example/./", "https://bad host.example/", "//x"),
    ],
)
def test_other_boards_are_refused(board: str) -> None:
    with pytest.raises(ValueError, match=r"address|host|[Pp]ort|IPv6|netloc"):
        list(PLATFORM.requests(Source("x", "careers_page", board)))


def test_no_url_alone_tells_that_it_is_a_careers_page() -> None:
    assert PLATFORM.board_of("careers.brinewick.example/jobs") is None
    assert PLATFORM.careers_url("careers.brinewick.example") == "https://careers.brinewick.example/"


@pytest.mark.parametrize(
    ("path", "likeness"),
    [
        ("/job/gurgaon/director-data-engineering/45831/93414456224", 2),
        ("/jobs/4417", 2),
        ("/en/Stellenangebote/product-owner-m-w-d.html", 2),
        ("/careers/JobDetail/New-York-AI-Developer/14102", 2),
        ("/positions/productmanagerperiscopesandlenses", 2),
        ("/jobs?gh_jid=4417", 2),
        ("/list?department=5", 0),
        ("/careers/our-culture", 1),
        ("/team/product-manager", 1),
        ("/jobs", 0),
        ("/jobs/london", 0),
        ("/jobs/en-us", 0),
        ("/jobs/page-2", 0),
        ("/jobs/search-results", 0),
        ("/jobs/4417/apply", 0),
        ("/jobs/benefits-2026.pdf", 0),
        ("/blog/why-2026-matters", 0),
    ],
)
def test_an_address_tells_how_likely_it_is_one_job(path: str, likeness: int) -> None:
    assert job_likeness(f"https://brinewick.example{path}", "/team/") == likeness


@pytest.mark.parametrize(
    ("url", "next_page", "listing"),
    [
        ("/jobs?page=3", True, False),
        ("/jobs/page/3", True, True),
        ("/jobs/london", False, True),
        ("/jobs?department=5", False, False),
        ("/karriere", False, True),
        ("/about", False, False),
        ("/blog?page=3", False, False),
        ("/jobs/apply", False, False),
    ],
)
def test_an_address_tells_whether_it_lists(url: str, next_page: bool, listing: bool) -> None:
    here = "https://brinewick.example/jobs?page=2"
    assert is_next(f"https://brinewick.example{url}", here) is next_page
    assert is_list(f"https://brinewick.example{url}") is listing


@pytest.mark.parametrize(
    ("url", "cleaned"),
    [
        ("/jobs/a-1?utm_source=x&id=5#top", "https://brinewick.example/jobs/a-1?id=5"),
        ("a-1?q=a%2Fb", "https://brinewick.example/team/a-1?q=a%2Fb"),
        ("http://brinewick.example:80/x", "https://brinewick.example/x"),
        ("//www.brinewick.example", "https://www.brinewick.example/"),
        ("mailto:a@b.example", None),
        ("javascript:void(0)", None),
        ("https://a:b@brinewick.example/x", None),
        ("http://localhost/x", None),
        ("https://[bad/x", None),
        ("https://brinewick.example:99999/x", None),
    ],
)
def test_an_address_is_cleaned_or_none(url: str, cleaned: str | None) -> None:
    assert clean_url(url, "https://brinewick.example/team/") == cleaned


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://www.brinewick.example/", True),
        ("https://careers.brinewick.example/", True),
        ("https://brinewick.example.evil/", False),
        ("https://notbrinewick.example/", False),
        ("https://example/", False),
    ],
)
def test_a_site_is_a_host_and_its_parts(other: str, same: bool) -> None:
    assert is_same_site("https://brinewick.example/jobs", other) is same
