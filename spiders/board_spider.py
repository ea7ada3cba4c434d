"""The one spider: asks the boards of one platform, collects each board's payloads, and hands a finished board on.

It knows no platform: requests and pages come from the platform's file, outcomes from `spiders.outcomes`.
"""

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import scrapy
from scrapy.http import Response, TextResponse
from twisted.python.failure import Failure

from spiders.outcomes import (
    BoardProgress,
    problem_of_body,
    problem_of_failure,
    problem_of_status,
)
from spiders.platforms.base import Answer, Fetch, Page, Platform, Source
from warehouse.errors import PayloadError
from warehouse.landing import BoardCrawl

#: statuses that come to the spider to be judged; redirects are followed before
_JUDGED = list(range(400, 600))


@dataclass(frozen=True, slots=True)
class CrawlPlan:
    """What one crawl process does: these boards of this platform, at this clock, into this crawl."""

    platform: str
    sources: tuple[Source, ...]
    crawl_id: str
    run_id: str
    as_of: datetime


@dataclass(slots=True)
class FinishedBoard:
    """The spider's item: one board's crawl, with all its payloads."""

    crawl: BoardCrawl
    payloads: list[dict[str, Any]]


class BoardSpider(scrapy.Spider):
    """Crawls the boards of one plan."""

    name = "boards"

    def __init__(self, plan: CrawlPlan, platform: Platform) -> None:
        super().__init__()
        self.plan = plan
        self.platform = platform

    async def start(self) -> AsyncIterator[scrapy.Request]:
        """The first requests of every board."""
        for source in self.plan.sources:
            board = BoardProgress(source)
            for request in self._requests(board, self.platform.requests(source)):
                yield request

    def _requests(self, board: BoardProgress, fetches: Iterable[Fetch], priority: int = 0) -> Iterator[scrapy.Request]:
        for fetch in fetches:
            board.pending += 1
            yield scrapy.Request(
                fetch.url,
                method=fetch.method,
                headers=fetch.headers,
                body=fetch.body or b"",
                callback=self.answered,
                errback=self.failed,
                cb_kwargs={"board": board, "fetch": fetch},
                meta={"handle_httpstatus_list": _JUDGED, "board": board},
                priority=priority,
                dont_filter=True,
            )

    def answered(self, response: Response, board: BoardProgress, fetch: Fetch) -> Iterator[Any]:
        """One answer of a board: its payloads, and what to ask next."""
        headers = {str(name): str(value) for name, value in response.headers.to_unicode_dict().items()}
        problem = problem_of_status(response.status, headers)
        if problem:
            board.problems.append(problem)
        elif page := self._page(response, headers, board, fetch):
            board.payloads += page.payloads
            board.total = page.total if page.total is not None else board.total
            yield from self._requests(board, page.follow, priority=1)
        yield from self._one_less(board)

    def _page(
        self,
        response: Response,
        headers: dict[str, str],
        board: BoardProgress,
        fetch: Fetch,
    ) -> Page | None:
        text = response.text if isinstance(response, TextResponse) else response.body.decode("utf-8", "replace")
        try:
            return self.platform.page(board.source, Answer(response.url, text, headers, fetch.carried))
        except PayloadError as error:
            board.problems.append(problem_of_body(text, error.detail))
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            board.problems.append(problem_of_body(text, f"{type(error).__name__}: {error}"))
        return None

    def failed(self, failure: Failure) -> Iterator[Any]:
        """A request that brought no answer at all."""
        board: BoardProgress = failure.request.meta["board"]  # type: ignore[attr-defined] # Scrapy puts it there
        board.problems.append(problem_of_failure(type(failure.value).__name__, failure.getErrorMessage()))
        yield from self._one_less(board)

    def _one_less(self, board: BoardProgress) -> Iterator[FinishedBoard]:
        board.pending -= 1
        if board.pending:
            return
        outcome, reason, detail = board.end()
        crawl = BoardCrawl(
            source_id=board.source.source_id,
            platform=board.source.platform,
            board=board.source.board,
            company=board.source.company,
            crawl_id=self.plan.crawl_id,
            run_id=self.plan.run_id,
            crawled_at=self.plan.as_of,
            outcome=outcome,
            reason=reason,
            detail=detail,
        )
        yield FinishedBoard(crawl, board.payloads)
