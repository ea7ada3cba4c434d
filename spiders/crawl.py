"""One crawl in this process: a plan in, board crawls and Scrapy's stats out. A reactor starts once a process."""

import gc
from dataclasses import dataclass
from pathlib import Path
from typing import Any

# early: loading it walks the stack, which is deep once the reactor runs
import scrapy.core.downloader.contextfactory  # noqa: F401
from scrapy.crawler import AsyncCrawlerProcess

from spiders.board_spider import BoardSpider, CrawlPlan
from spiders.memory import Memory
from spiders.platforms import platform_named
from spiders.platforms.base import Source
from spiders.settings import scrapy_settings
from warehouse.errors import StorageError
from warehouse.landing import BoardCrawl, Landing
from warehouse.settings import Settings
from warehouse.vocabulary import CrawlOutcome, CrawlReason

#: objects between two looks for cycles; about what one large board brings
_NEW_OBJECTS = 20_000


@dataclass(frozen=True, slots=True)
class CrawlReport:
    """What a crawl did."""

    landed: list[BoardCrawl]
    stats: dict[str, Any]


def crawl(plan: CrawlPlan, landing: Path, settings: Settings) -> CrawlReport:
    """Crawl the plan's boards and land them. Call it once in a process.

    Raises UsageError where ROLECALL_REPLAY is not an address on this machine, StorageError where
    a board cannot be landed.
    """
    platform = platform_named(plan.platform).with_settings(settings)
    landed: list[BoardCrawl] = []
    refused: list[StorageError] = []
    chosen = scrapy_settings(settings, platform) | {
        "ROLECALL_LANDING": landing,
        "ROLECALL_LANDED": landed,
        "ROLECALL_REFUSED": refused,
    }
    process = AsyncCrawlerProcess(chosen)
    crawler = process.create_crawler(BoardSpider)
    memory = Memory(Landing(landing, plan.platform), platform, plan.as_of)
    process.crawl(crawler, plan=plan, platform=platform, memory=memory)
    _spare_the_collector()
    process.start()
    if refused:
        raise refused[0]
    if crawler.stats.get_value("finish_reason") == "finished":
        landed += _unheard_of(plan, landing, landed)
    return CrawlReport(landed, dict(crawler.stats.get_stats()))


def _unheard_of(plan: CrawlPlan, landing: Path, landed: list[BoardCrawl]) -> list[BoardCrawl]:
    """Boards that an error of ours kept from landing end as that: no source may fail quietly."""
    heard = {board.source_id for board in landed}
    return [
        Landing(landing, plan.platform).land(_unheard(plan, source), [], frozenset())
        for source in plan.sources
        if source.source_id not in heard
    ]


def _unheard(plan: CrawlPlan, source: Source) -> BoardCrawl:
    return BoardCrawl(
        source_id=source.source_id,
        platform=source.platform,
        board=source.board,
        company=source.company,
        crawl_id=plan.crawl_id,
        run_id=plan.run_id,
        crawled_at=plan.as_of,
        outcome=CrawlOutcome.ERROR,
        reason=CrawlReason.INTERRUPTED,
        detail="an error of Rolecall's own ended it; the crawl's log has its traceback",
    )


def _spare_the_collector() -> None:
    """Look for cycles less often, and never in what start-up left: boards are trees of many small objects."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, 20, 20)
