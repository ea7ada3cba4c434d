"""How Scrapy logs an item: one event saying which board ended how, never its payloads."""

import logging
from typing import Any

from scrapy.http import Response
from scrapy.logformatter import LogFormatter, LogFormatterResult
from twisted.python.failure import Failure

from spiders.board_spider import FinishedBoard
from warehouse.vocabulary import CrawlOutcome

_FINE = frozenset({CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED})


class QuietItems(LogFormatter):
    """Names the board instead of printing the item."""

    def scraped(self, item: Any, response: Response | Failure | None, spider: Any) -> LogFormatterResult:
        """A finished board."""
        if not isinstance(item, FinishedBoard):
            return super().scraped(item, response, spider)
        # the run's metadata lists every board; its log is for those that need a look
        level = logging.DEBUG if item.crawl.outcome in _FINE else logging.INFO
        return _event(level, "board_finished", item)

    def item_error(
        self, item: Any, exception: BaseException, response: Response | Failure | None, spider: Any
    ) -> LogFormatterResult:
        """A finished board that could not be landed."""
        if not isinstance(item, FinishedBoard):
            return super().item_error(item, exception, response, spider)
        return _event(logging.ERROR, "board_not_landed", item)


def _event(level: int, event: str, item: FinishedBoard) -> LogFormatterResult:
    crawl = item.crawl
    return {
        "level": level,
        "msg": event,
        "args": {
            "source_id": crawl.source_id,
            "outcome": crawl.outcome.value,
            "reason": crawl.reason.value if crawl.reason else None,
            "payloads": len(item.payloads),
            "detail": crawl.detail,
        },
    }
