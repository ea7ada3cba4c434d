"""Manners that Scrapy does not have: Crawl-delay of robots.txt, and leaving a host alone once it says "not now".

A downloader middleware and the handler behind it. RFC 9309 leaves Crawl-delay to us, and forbids everything on a host
that cannot say its rules, where Scrapy would take them for none. 429, and 503 with Retry-After, end the run for their
host: its boards end as blocked and are due again next time, which is later than any Retry-After a site means seriously.
"""

from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.robotstxt import RobotParser
from scrapy.utils.httpobj import urlparse_cached

from spiders.public_addresses import REFUSED, NotPublic, refusal

LEFT_ALONE = "host left alone"
RULES_UNKNOWN = "robots.txt cannot be told"
OUT_OF_REACH = "out of reach"


class Politeness:
    """Remembers, for one crawl, which hosts asked for a delay and which asked to stop."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent: str = crawler.settings["USER_AGENT"]
        self.delays: dict[str, float] = {}
        self.refusals: dict[str, str] = {}
        self.ruleless: dict[str, str] = {}

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
        self.check(request)
        host = _host(request)
        if host in self.delays:
            request.meta["autothrottle_dont_adjust_delay"] = True
            self._slow_down(host)

    def check(self, request: Request) -> None:
        """Raise IgnoreRequest for what must not be asked: of a host that asked to stop, or cannot say its rules."""
        host = _host(request)
        if host in self.refusals:
            raise IgnoreRequest(f"{LEFT_ALONE} after {self.refusals[host]}")
        if host in self.ruleless and not _asks_for_rules(request):
            raise IgnoreRequest(self.ruleless[host])

    def note(self, request: Request, response: Response) -> None:
        """Remember what an answer says about its host: that it is not to be asked now, or what its rules are."""
        wait = response.headers.get("Retry-After")
        if response.status == 429 or (response.status == 503 and wait):
            stated = f", Retry-After {wait.decode('latin-1')}" if wait else ""
            self.refusals.setdefault(_host(request), f"HTTP {response.status}{stated}")
        if _asks_for_rules(request):
            self._note_rules(_host(request), f"{RULES_UNKNOWN}: HTTP {response.status}", is_known=response.status < 500)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Note a host that gives no answer when it is asked for its rules."""
        if _asks_for_rules(request) and not isinstance(exception, IgnoreRequest):
            what = f"{OUT_OF_REACH} when asked for robots.txt: {type(exception).__name__} {exception}"
            self._note_rules(_host(request), what, is_known=False)

    def _note_rules(self, host: str, what: str, *, is_known: bool) -> None:
        if is_known:
            self.ruleless.pop(host, None)
        else:
            self.ruleless[host] = what

    def _slow_down(self, host: str) -> None:
        slot = self.crawler.engine.downloader.slots.get(host)
        if slot is not None and slot.delay < self.delays[host]:
            slot.delay = self.delays[host]
            slot.jitter = 0  # random variation would undercut it


class PoliteDownloadHandler(HTTP11DownloadHandler):
    """Asks once more at the last moment, for what waited its turn may meanwhile be for a host that asked to stop.

    What an answer says is noted here too: before its slot is free for the next request.
    """

    async def download_request(self, request: Request) -> Response:
        """The response, unless the request must no longer be made."""
        manners = self.crawler.get_downloader_middleware(Politeness)
        if manners is None:
            return await self.fetched(request)
        manners.check(request)
        response = await self.fetched(request)
        manners.note(request, response)
        return response

    async def fetched(self, request: Request) -> Response:
        """The response, from the internet and nowhere else.

        Raises NotPublic where the host is not on it.
        """
        host = _host(request)
        try:
            return await super().download_request(request)
        except Exception as error:
            if host in REFUSED:  # Twisted says no more than that the name stands for nothing
                raise NotPublic(refusal(host)) from error
            raise


def _host(request: Request) -> str:
    return urlparse_cached(request).hostname or ""


def _asks_for_rules(request: Request) -> bool:
    """Whether it is Scrapy that asks for robots.txt, and no board that reads one."""
    return bool(request.meta.get("dont_obey_robotstxt")) and urlparse_cached(request).path == "/robots.txt"
