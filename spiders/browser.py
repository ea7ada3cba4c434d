"""Pages made by JavaScript: a browser renders them, and whatever it asks for is fetched by the crawl itself.

A downloader middleware for platforms that need a browser; Playwright is the extra `browser`, imported nowhere else. The
browser has no network of its own: each request of a page goes through Scrapy, and so through robots.txt, the host's
slot and delay, the size limit, and replay. That is why it is not scrapy-playwright, which works with our Scrapy but
lets the browser fetch: tried with 0.0.48, it asked at once for what robots.txt forbade, without any delay.
Quirks: pictures, fonts and frames are not asked for, style sheets are empty, trackers and addresses that are not on the
web are refused. What else a page asks for in vain makes it incomplete, and that is an error: it might show no jobs
where there are some.
"""

import asyncio
import os
import re
import shutil
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Browser, Page, Playwright, Route, async_playwright
from playwright.async_api import Error as PlaywrightError
from playwright.async_api import TimeoutError as PlaywrightTimeout
from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DownloadTimeoutError
from scrapy.http import HtmlResponse, Response

from spiders.browser_extra import HOW_TO_INSTALL
from spiders.platforms.hosts import checked_host, is_on_host

#: how long one page may take, delays between its requests included, and how much it may ask for
MOST_SECONDS = 120.0
MOST_REQUESTS = 60
PAGES_AT_ONCE = 2
_CLOSING_SECONDS = 10.0
_NAMES = ("chromium", "chromium-browser", "google-chrome")
#: no name resolves, and what needs none goes to a proxy that does not exist
_NO_NETWORK = ("--host-resolver-rules=MAP * ~NOTFOUND", "--disable-background-networking", "--disable-sync")
_DEAD_PROXY: Any = {"server": "http://127.0.0.1:9", "bypass": "<-loopback>"}
#: Chromium refuses to be sandboxed where it is started by root
_CAN_SANDBOX = getattr(os, "geteuid", lambda: 1)() != 0
_FETCHED = frozenset({"script", "xhr", "fetch"})
_TRACKERS = re.compile(
    r"google-analytics|googletagmanager|doubleclick|facebook|hotjar|segment\.(?:io|com)|sentry|newrelic|nr-data|datadog"
    r"|clarity\.ms|linkedin|licdn|cookielaw|onetrust|cookiebot|intercom|hs-scripts|hs-analytics|recaptcha|bat\.bing",
    re.IGNORECASE,
)
_NOT_PASSED_ON = re.compile(
    r"host|cookie|user-agent|connection|content-length|accept-encoding|sec-.*|:.*", re.IGNORECASE
)
_NOT_PASSED_BACK = frozenset({"content-encoding", "content-length", "transfer-encoding", "set-cookie", "connection"})
_PART = "rolecall_part_of_page"


class BrowserMissing(Exception):
    """Playwright finds no browser to start."""


class PageIncomplete(Exception):
    """A page asked for something it did not get."""


class Rendering:
    """Replaces each HTML page that a board asked for by what a browser makes of it."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._starting = asyncio.Lock()
        self._places = asyncio.Semaphore(PAGES_AT_ONCE)
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._scripts: dict[str, Response] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Rendering":
        """Scrapy's way to make it."""
        made = cls(crawler)
        crawler.signals.connect(made.closed, signal=signals.spider_closed)
        return made

    async def process_response(self, request: Request, response: Response) -> Response:
        """The page as it is once its scripts have run."""
        is_for_board = not request.meta.get(_PART) and not request.meta.get("dont_obey_robotstxt")
        if not (is_for_board and response.status == 200 and isinstance(response, HtmlResponse)):
            return response
        async with self._places:
            try:
                html = await asyncio.wait_for(self._rendered(response), MOST_SECONDS)
            except (PlaywrightTimeout, TimeoutError) as error:
                raise DownloadTimeoutError(f"{response.url} was not rendered in {MOST_SECONDS:.0f} seconds") from error
        self.crawler.stats.inc_value("rolecall/rendered")
        return response.replace(body=html.encode("utf-8", "replace"), encoding="utf-8")

    async def _rendered(self, response: HtmlResponse) -> str:
        browser = await self._started()
        context = await browser.new_context(
            user_agent=self.crawler.settings["USER_AGENT"], service_workers="block", accept_downloads=False
        )
        parts = _Parts(self.crawler, response, self._scripts)
        try:
            page: Page = await context.new_page()
            await page.route("**/*", parts.answer)
            await page.goto(response.url, wait_until="networkidle", timeout=MOST_SECONDS * 1000)
            html = str(await page.content())
        finally:
            await asyncio.wait_for(context.close(), _CLOSING_SECONDS)
        if parts.failure is not None:
            raise parts.failure
        return html

    async def _started(self) -> Browser:
        async with self._starting:
            if self._browser is None or not self._browser.is_connected():
                self._playwright = self._playwright or await async_playwright().start()
                path = next((found for name in _NAMES if (found := shutil.which(name))), None)
                try:
                    self._browser = await self._playwright.chromium.launch(
                        executable_path=path, args=list(_NO_NETWORK), proxy=_DEAD_PROXY, chromium_sandbox=_CAN_SANDBOX
                    )
                except PlaywrightError as error:
                    raise BrowserMissing(f"{HOW_TO_INSTALL} ({str(error).splitlines()[0]})") from error
            return self._browser

    async def closed(self) -> None:
        """End the browser with the crawl."""
        if self._browser is not None:
            await self._browser.close()
        if self._playwright is not None:
            await self._playwright.stop()


class _Parts:
    """What one page asks for: its own text, scripts and data; each answered from the crawl, or not at all."""

    def __init__(self, crawler: Crawler, response: Response, scripts: dict[str, Response]) -> None:
        self.crawler = crawler
        self.response: Response | None = response
        self.scripts = scripts
        self.asked = 0
        self.failure: Exception | None = None

    async def answer(self, route: Route) -> None:
        """Answer one request of the page."""
        asked = route.request
        if self.response is not None and asked.is_navigation_request():
            response, self.response = self.response, None
            await route.fulfill(status=200, headers=_headers(response), body=response.body)
        elif asked.resource_type == "stylesheet":
            await route.fulfill(status=200, content_type="text/css", body="")
        elif asked.resource_type not in _FETCHED or _TRACKERS.search(asked.url) or not _is_on_the_web(asked.url):
            await route.abort()
        else:
            await self._fetch(route)

    async def _fetch(self, route: Route) -> None:
        self.asked += 1
        try:
            if self.asked > MOST_REQUESTS:
                raise PageIncomplete(f"the page asks for more than {MOST_REQUESTS} things")
            response = await self._fetched(route)
        except Exception as error:  # whatever it is, the page is incomplete and the board says why
            self.failure = self.failure or error
            await route.abort()
        else:
            await route.fulfill(status=response.status, headers=_headers(response), body=response.body)

    async def _fetched(self, route: Route) -> Response:
        asked = route.request
        if asked.url in self.scripts:
            return self.scripts[asked.url]
        headers = {name: value for name, value in asked.headers.items() if not _NOT_PASSED_ON.fullmatch(name)}
        request = Request(
            asked.url, method=asked.method, headers=headers, body=asked.post_data_buffer or b"", meta={_PART: True}
        )
        response: Response = await self.crawler.engine.download_async(request)
        if response.status >= 500 or response.status in {403, 429}:
            raise PageIncomplete(f"HTTP {response.status} for {asked.url:.160}, which the page needs")
        if asked.resource_type == "script" and asked.method == "GET":
            self.scripts[asked.url] = response
        return response


def _headers(response: Response) -> dict[str, str]:
    stated = response.headers.to_unicode_dict().items()
    return {str(name): str(value) for name, value in stated if str(name).lower() not in _NOT_PASSED_BACK}


def _is_on_the_web(url: str) -> bool:
    """Whether a page may ask for it: a host with a name, at the usual port; nothing of this machine's own network."""
    host = urlsplit(url).hostname or ""
    try:
        return is_on_host(url, checked_host(host))
    except ValueError:
        return False
