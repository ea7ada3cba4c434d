"""Whole crawls of companies' own sites, good and bad ones in one process: how each ends, and what it brings."""

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

URLSET = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
INDEX = '<sitemapindex xmlns="https://www.sitemaps.org/schemas/sitemap/0.9">{}</sitemapindex>'
HEAD = '<link rel="alternate" type="application/atom+xml" title="Open jobs" href="/jobs.atom">'


def job(title: str) -> str:
    posting = {"@context": "https://schema.org", "@type": "JobPosting", "title": title, "description": "<p>Do it.</p>"}
    return f'<html><script type="application/ld+json">{json.dumps(posting)}</script><h1>{title}</h1></html>'


MICRODATA = '<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Micro</h1></div>'
RDFA = '<div vocab="https://schema.org/" typeof="JobPosting"><h1 property="title">Rdfa</h1></div>'


def urls(tag: str, *paths: str) -> str:
    outer = "sitemap" if tag == INDEX else "url"
    return tag.format("".join(f"<{outer}><loc>https://HOST{path}</loc></{outer}>" for path in paths))


def packed(text: str) -> Callable[[str], bytes]:
    return lambda host: gzip.compress(text.replace("HOST", host).encode(), mtime=0)


PLAIN = {
    "/": "<a href='/about'>About</a>",
    "/robots.txt": "User-agent: *\nAllow: /\nSitemap: https://HOST/sitemap.xml.gz",
}
JOBS = {"/jobs/one-1": job("One"), "/jobs/two-2": MICRODATA, "/jobs/three-3": RDFA}
JOBS_AND_MORE = ("one-1", "two-2", "three-3", "one-1a", "one-1b", "no-4")
CHILDREN = urls(INDEX, "/s1.xml.gz", "/s2.xml")
GONE = {"status": 404}
BROKEN = {"status": 500}

#: what the pages of a site answer, how its crawl ends, how many postings it brings, and whether it is a window
SITES: dict[str, tuple[dict[str, Any], str, str | None, int, bool]] = {
    "links.example.org": (
        {"/": "<a href='/jobs/one-1'>x</a><a href='/jobs/two-2'>x</a><a href='/jobs/three-3'>x</a>"}
        | {"/robots.txt": GONE},
        "complete", None, 3, False,
    ),
    "gzip.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(CHILDREN), "/s1.xml.gz": packed(urls(URLSET, "/jobs/one-1"))}
        | {"/s2.xml": urls(URLSET, "/jobs/two-2", "/jobs/three-3")},
        "complete", None, 3, False,
    ),
    "child-fails.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(CHILDREN), "/s1.xml.gz": BROKEN, "/s2.xml": urls(URLSET, "/jobs/two-2")},
        "partial", "http_status", 1, False,
    ),
    "child-gone.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(CHILDREN), "/s1.xml.gz": GONE, "/s2.xml": urls(URLSET, "/jobs/two-2")},
        "partial", "http_status", 1, False,
    ),
    "only-child-gone.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(urls(INDEX, "/s1.xml")), "/s1.xml": GONE},
        "error", "http_status", 0, False,
    ),
    "child-damaged.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(CHILDREN), "/s1.xml.gz": lambda host: packed("x" * 99)(host)[:-6]}
        | {"/s2.xml": urls(URLSET, "/jobs/two-2")},
        "partial", "not_json", 1, False,
    ),
    "bomb.example.org": (
        {**PLAIN, "/sitemap.xml.gz": lambda host: gzip.compress(bytes(64 * 1024 * 1024 + 1))},
        "error", "too_large", 0, False,
    ),
    "feed.example.org": (
        {"/": HEAD, "/robots.txt": GONE}
        | {"/jobs.atom": "<feed><entry><link href='/jobs/one-1'/><updated>2026-01-01</updated></entry></feed>"},
        "complete", None, 1, True,
    ),
    "gone-job.example.org": (
        {"/": "".join(f"<a href='/jobs/{name}'>x</a>" for name in JOBS_AND_MORE)}
        | {"/robots.txt": GONE, "/jobs/one-1a": job("A"), "/jobs/one-1b": job("B"), "/jobs/no-4": GONE},
        "complete", None, 5, False,
    ),
    "unread.example.org": (
        {"/": "<a href='/jobs/no-4'>x</a>", "/jobs/no-4": "<h1>No markup</h1>", "/robots.txt": GONE},
        "partial", "stopped_short", 0, False,
    ),
    "nothing.example.org": (
        {**PLAIN, "/sitemap.xml.gz": packed(urls(URLSET, "/about"))},
        "empty", "no_listings", 0, False,
    ),
    "wall.example.org": (
        {"/": "<title>Just a moment...</title><a href='/help'>x</a>", "/robots.txt": GONE},
        "blocked", "challenge_page", 0, False,
    ),
    "script.example.org": (
        {"/": "<div id=root></div><script src='/app.js'></script>", "/robots.txt": GONE},
        "error", "not_json", 0, False,
    ),
    "moved.example.org": (
        {"/": {"status": 301, "headers": {"Location": "https://jobs.lever.co/acme"}}, "/robots.txt": GONE},
        "error", "redirects", 0, False,
    ),
    "www-less.example.org": (
        {"/": {"status": 301, "headers": {"Location": "https://www.www-less.example.org/en/"}}, "/robots.txt": GONE},
        "complete", None, 1, False,
    ),
}  # fmt: skip
ELSEWHERE = {
    "https://jobs.lever.co/acme": "<a href='/acme/1'>x</a>",
    "https://jobs.lever.co/robots.txt": GONE,
    "https://www.www-less.example.org/en/": "<a href='/jobs/one-1'>x</a>",
    "https://www.www-less.example.org/robots.txt": GONE,
    "https://www.www-less.example.org/jobs/one-1": job("One"),
}


def answer(url: str, host: str, told: Any) -> dict[str, Any]:
    if isinstance(told, dict):
        return {"url": url, **told}
    return {"url": url, "body": told(host) if callable(told) else told.replace("HOST", host)}


@pytest.fixture(scope="module")
def sites(crawled: Callable[..., Any]) -> Any:
    """One crawl of all sites, in one process."""
    recordings = [answer(url, "", told) for url, told in ELSEWHERE.items()]
    for host, (pages, *_) in SITES.items():
        recordings += [answer(f"https://{host}{path}", host, told) for path, told in (JOBS | pages).items()]
    return crawled("careers_page", recordings, *SITES, RETRY_TIMES=0)


@pytest.mark.parametrize("host", SITES)
def test_a_site_ends_as_it_must(sites: Any, host: str) -> None:
    _, outcome, reason, count, is_window = SITES[host]
    crawl = sites.boards[host]
    assert (crawl.outcome, crawl.reason, crawl.payload_count) == (outcome, reason, count), crawl.detail
    assert crawl.is_window is is_window


def test_every_notation_is_read_and_every_page_asked_once(sites: Any) -> None:
    titles = {payload["detail"]["title"] for payload in sites.payloads["gzip.example.org"]}
    assert titles == {"One", "Micro", "Rdfa"}
    asked = [url for _, _, url in sites.requests if "gzip.example.org" in url and "robots" not in url]
    assert len(asked) == len(set(asked)) == 7


def test_a_posting_whose_page_is_gone_is_named(sites: Any) -> None:
    assert sites.boards["gone-job.example.org"].gone == ("https://gone-job.example.org/jobs/no-4",)
    assert {crawl.gone for host, crawl in sites.boards.items() if host != "gone-job.example.org"} == {()}
