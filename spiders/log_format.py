"""How Scrapy logs an item: one line saying which board ended how, never its payloads."""

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
        crawl = item.crawl
        return {
            # the run's metadata lists every board; its log is for those that need a look
            "level": logging.DEBUG if crawl.outcome in _FINE else logging.INFO,
            "msg": "%(source)s %(outcome)s: %(count)d payloads %(detail)s",
            "args": {
                "source": crawl.source_id,
                "outcome": crawl.outcome.value,
                "count": len(item.payloads),
                "detail": crawl.detail or "",
            },
        }
