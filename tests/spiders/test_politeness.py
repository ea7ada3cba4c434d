"""Manners, told by what was asked of each host and when, as the replay server saw it."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from spiders import politeness, settings
from spiders.platforms import platforms
from spiders.settings import POLITE, scrapy_settings
from warehouse.settings import Settings

#: as on the open internet, but a hundred times as fast; without any delay Scrapy lets what is queued go at once
IN_EARNEST = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "RETRY_TIMES": 1, "DOWNLOAD_DELAY": 0.02, "DOWNLOAD_DELAY_JITTER": 0}


def robots(host: str, body: str = "User-agent: *\nAllow: /", **answer: Any) -> dict[str, Any]:
    return {"url": f"https://{host}/robots.txt", "body": body, **answer}


def offers(host: str, **answer: Any) -> dict[str, Any]:
    return {"url": f"https://{host}/api/offers/", "body": json.dumps({"offers": []}), **answer}


def site(host: str, pages: int, **answer: Any) -> list[dict[str, Any]]:
    """A careers page with so many job pages, and rules that allow it."""
    links = "".join(f"<a href='/jobs/job-{number}'>x</a>" for number in range(pages))
    posting = '<script type="application/ld+json">{"@type":"JobPosting","title":"A","description":"b"}</script>'
    jobs = [{"url": f"https://{host}/jobs/job-{number}", "body": posting, **answer} for number in range(pages)]
    return [robots(host), {"url": f"https://{host}/", "body": f"<html>{links}</html>"}, *jobs]


def test_one_host_is_asked_one_thing_at_a_time_while_others_are_asked_too(crawled: Callable[..., Any]) -> None:
    answered_after = 0.08
    hosts = ("one.example.org", "two.example.org")
    recordings = [each for host in hosts for each in site(host, 5, delay_s=answered_after)]
    done = crawled("careers_page", recordings, *hosts, **IN_EARNEST)
    assert {crawl.outcome for crawl in done.boards.values()} == {"complete"}
    asked = {host: [at for at, _, url in done.requests if host in url and "/jobs/" in url] for host in hosts}
    for times in asked.values():
        assert len(times) == 5
        assert min(later - earlier for earlier, later in pairwise(times)) >= answered_after
    assert asked[hosts[0]][0] < asked[hosts[1]][-1]
    assert asked[hosts[1]][0] < asked[hosts[0]][-1]


def test_the_delay_is_kept_for_each_host_and_a_longer_crawl_delay_for_its_own(crawled: Callable[..., Any]) -> None:
    hosts = ("slow.example.org", "quick.example.org")
    rules = [robots(hosts[0], "User-agent: *\nCrawl-delay: 0.2"), robots(hosts[1], "User-agent: *\nCrawl-delay: 0.01")]
    recordings = rules + [each for host in hosts for each in site(host, 4)[1:]]
    done = crawled("careers_page", recordings, *hosts, **{**IN_EARNEST, "DOWNLOAD_DELAY": 0.05})
    took = {}
    for host in hosts:
        times = [at for at, _, url in done.requests if f"{host}/jobs/" in url]
        took[host] = (times[-1] - times[0]) / (len(times) - 1)
    assert took[hosts[0]] >= 0.15  # a request may arrive a little late
    assert took[hosts[1]] >= 0.035
    assert took[hosts[1]] < took[hosts[0]]


def test_a_host_that_says_not_now_is_left_alone_and_others_are_not(crawled: Callable[..., Any]) -> None:
    busy, ill, free = "busy.example.org", "ill.example.org", "free.example.org"
    later = {"status": 503, "headers": {"Retry-After": "3600"}}
    recordings = [*site(busy, 6, status=429), *site(ill, 6, **later), *site(free, 6)]
    done = crawled("careers_page", recordings, busy, ill, free, **IN_EARNEST)
    for host in (busy, ill):
        asked = [url for _, _, url in done.requests if host in url]
        assert len([url for url in asked if "/jobs/" in url]) == 1
        assert asked[-1].startswith(f"https://{host}/jobs/")  # nothing after it, not even a retry
        assert (done.boards[host].outcome, done.boards[host].reason) == ("blocked", "http_status")
    assert (done.boards[free].outcome, done.boards[free].payload_count) == ("complete", 6)


#: what a host answers when asked for its rules, how its board ends, and whether the board was asked
RULES: dict[str, tuple[dict[str, Any], str, str, bool]] = {
    "forbidden": ({"body": "User-agent: *\nDisallow: /api/"}, "blocked", "robots", False),
    "named": ({"body": "User-agent: rolecall\nDisallow: /\n\nUser-agent: *\nAllow: /"}, "blocked", "robots", False),
    "others": ({"body": "User-agent: other\nDisallow: /"}, "empty", "no_listings", True),
    "nobody": ({"body": "Disallow: /api/"}, "empty", "no_listings", True),
    "none": ({"status": 404}, "empty", "no_listings", True),
    "withheld": ({"status": 403}, "empty", "no_listings", True),  # RFC 9309: no rules are given, so there are none
    "broken": ({"status": 500}, "blocked", "robots", False),  # RFC 9309: a site that cannot say forbids everything
    "cut": ({"body": "x" * 900, "truncate_at": 5}, "error", "connection", False),
    "busy": ({"status": 429}, "blocked", "host_left_alone", False),
    "recovered": ({"status": 502}, "empty", "no_listings", True),  # its second answer allows
}


@pytest.fixture(scope="module")
def ruled(crawled: Callable[..., Any]) -> Any:
    """One crawl of a host for every answer to "what are your rules?"."""
    recordings = [robots(f"{name}.recruitee.com", **answer) for name, (answer, *_) in RULES.items()]
    recordings += [robots("recovered.recruitee.com"), *(offers(f"{name}.recruitee.com") for name in RULES)]
    return crawled("recruitee", recordings, *RULES, **IN_EARNEST)


@pytest.mark.parametrize("name", RULES)
def test_robots_txt_is_obeyed_as_rfc_9309_says(ruled: Any, name: str) -> None:
    _, outcome, reason, is_asked = RULES[name]
    crawl = ruled.boards[name]
    assert (crawl.outcome, crawl.reason) == (outcome, reason), crawl.detail
    asked = [url for _, _, url in ruled.requests if url.startswith(f"https://{name}.recruitee.com/api/")]
    assert len(asked) == is_asked


@pytest.mark.parametrize("platform", platforms().values(), ids=lambda platform: platform.name)
def test_no_platform_departs_from_the_manners(platform: Any) -> None:
    """There is no way to depart but a platform's own delay, and none is shorter than half a second."""
    chosen = scrapy_settings(Settings(), platform)
    assert chosen["ROBOTSTXT_OBEY"] is True
    assert chosen["CONCURRENT_REQUESTS_PER_DOMAIN"] == 1
    assert chosen["AUTOTHROTTLE_ENABLED"] is True
    assert chosen["DOWNLOAD_DELAY"] == platform.delay_s >= 0.5
    assert not {429, 503} & set(chosen["RETRY_HTTP_CODES"])
    added = settings.RENDERED if platform.needs_browser else {}  # the browser's own, where Playwright is installed
    middlewares = chosen.pop("DOWNLOADER_MIDDLEWARES")
    polite = dict(POLITE)
    assert middlewares in (polite["DOWNLOADER_MIDDLEWARES"], polite.pop("DOWNLOADER_MIDDLEWARES") | added)
    assert {key: chosen[key] for key in polite} == polite


def test_nothing_asks_to_go_past_robots_txt_or_to_be_asked_again() -> None:
    code = "\n".join(path.read_text() for path in Path(politeness.__file__).parent.rglob("*.py"))
    for way_round in ('"dont_obey_robotstxt": True', 'ROBOTSTXT_OBEY": False', "dont_retry", "custom_settings"):
        assert way_round not in code


def test_the_user_agent_names_the_project_and_a_contact() -> None:
    agent = scrapy_settings(Settings(contact="crawl@rolecall.example"), platforms()["lever"])["USER_AGENT"]
    assert agent.startswith("Rolecall/")
    assert "crawl@rolecall.example" in agent
    assert "http" in Settings().user_agent or "@" in Settings().user_agent
