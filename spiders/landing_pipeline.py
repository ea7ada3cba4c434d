"""The item pipeline that lands finished boards, and counts how they ended."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from scrapy.crawler import Crawler

from spiders.board_spider import BoardSpider, FinishedBoard
from spiders.personal_data import scrubbed
from spiders.platforms.base import Payload, Platform
from warehouse.errors import StorageError
from warehouse.ids import storable
from warehouse.landing import BoardCrawl, Landing
from warehouse.vocabulary import ListingKind


class LandingPipeline:
    """Lands each finished board in the landing named by the setting ROLECALL_LANDING.

    One thread of its own compresses and writes, board after board, while the crawl goes on asking.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.landed: list[BoardCrawl] = crawler.settings["ROLECALL_LANDED"]
        self.refused: list[StorageError] = crawler.settings["ROLECALL_REFUSED"]
        self._stopping: asyncio.Task[None] | None = None
        self.writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="landing")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "LandingPipeline":
        """Scrapy's way to make it."""
        return cls(crawler)

    def close_spider(self) -> None:
        """Let the last board land."""
        self.writer.shutdown()

    async def process_item(self, item: FinishedBoard) -> FinishedBoard:
        """Land one board. A landing that cannot be written ends the crawl."""
        spider = self.crawler.spider
        if not isinstance(spider, BoardSpider):
            raise TypeError(f"LandingPipeline lands boards, not the items of {spider!r}")
        landing = Landing(self.crawler.settings["ROLECALL_LANDING"], spider.plan.platform)
        loop = asyncio.get_running_loop()
        try:
            crawl = await loop.run_in_executor(self.writer, _land, landing, spider.platform, item)
        except StorageError as error:
            if not self.refused:  # nobody is asked for what cannot be kept
                self._stopping = loop.create_task(self.crawler.stop_async())
            self.refused.append(error)
            raise
        self.landed.append(crawl)
        self.crawler.stats.inc_value(f"rolecall/outcome/{crawl.outcome}")
        self.crawler.stats.inc_value("rolecall/payloads", crawl.payload_count)
        return item


def _land(landing: Landing, platform: Platform, item: FinishedBoard) -> BoardCrawl:
    payloads = item.payloads
    if platform.kind is ListingKind.CHALLENGE:
        # organisers write their numbers anywhere: nothing lands with them, whatever a platform's file overlooked
        payloads = [_scrubbed(payload) for payload in payloads]
    return landing.land(item.crawl, payloads, platform.volatile, before=item.before, fetched_at=item.fetched_at)


def _scrubbed(payload: Payload) -> Payload:
    try:
        return scrubbed(payload, set())
    except RecursionError:
        return scrubbed(storable(payload), set())
