"""Manners that Scrapy does not have: Crawl-delay of robots.txt, and leaving a host alone once it says "not now".

A downloader middleware. RFC 9309 leaves Crawl-delay to us; 429, and 503 with Retry-After, end the run for their host:
its boards end as blocked and are due again next time, which is later than any Retry-After a site means seriously.
"""

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

LEFT_ALONE = "host left alone"


class Politeness:
    """Remembers, for one crawl, which hosts asked for a delay and which asked to stop."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent: str = crawler.settings["USER_AGENT"]
        self.delays: dict[str, float] = {}
        self.refusals: dict[str, str] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Politeness":
        """Scrapy's way to make it."""
        made = cls(crawler)
        crawler.signals.connect(made.robots_parsed, signal=signals.robots_parsed)
        return made

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Keep the Crawl-delay a host asks for, where it is longer than ours."""
        asked = robotparser.crawl_delay(self.agent)
        if asked:
            self.delays[_host(request)] = asked
            self._slow_down(_host(request))

    def process_request(self, request: Request) -> None:
        """Hold back what would go to a host that asked to stop; keep AutoThrottle from undercutting a Crawl-delay."""
        host = _host(request)
        if host in self.refusals:
            raise IgnoreRequest(f"{LEFT_ALONE} after {self.refusals[host]}")
        if host in self.delays:
            request.meta["autothrottle_dont_adjust_delay"] = True
            self._slow_down(host)

    def process_response(self, request: Request, response: Response) -> Response:
        """Note a host that says "not now"."""
        wait = response.headers.get("Retry-After")
        if response.status == 429 or (response.status == 503 and wait):
            stated = f", Retry-After {wait.decode('latin-1')}" if wait else ""
            self.refusals.setdefault(_host(request), f"HTTP {response.status}{stated}")
        return response

    def _slow_down(self, host: str) -> None:
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None and slot.delay < self.delays[host]:
            slot.delay = self.delays[host]
            slot.jitter = 0  # random variation would undercut it


def _host(request: Request) -> str:
    return urlparse_cached(request).hostname or ""
