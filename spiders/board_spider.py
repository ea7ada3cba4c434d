"""The one spider: asks the boards of one platform, collects each board's payloads, and hands a finished board on.

It knows no platform: requests and pages come from the platform's file, outcomes from `spiders.outcomes`, and what need
not be asked again from `spiders.memory`.
"""

from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import scrapy
from scrapy.http import Response
from twisted.python.failure import Failure

from spiders.bodies import BodyTooLarge, text_of
from spiders.browser_extra import what_is_missing
from spiders.memory import Memory
from spiders.outcomes import (
    BoardProgress,
    problem_of_answer,
    problem_of_board,
    problem_of_extra,
    problem_of_failure,
    problem_of_size,
    problem_of_status,
)
from spiders.platforms.base import Answer, Fetch, Page, Platform, Source
from warehouse.errors import PayloadError
from warehouse.landing import MOST_GONE, BoardCrawl

#: statuses that come to the spider to be judged; redirects are followed before
_JUDGED = [304, *range(400, 600)]


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
    """The spider's item: one board's crawl, with all its payloads.

    `before` is the crawl it may be compared with; `fetched_at` holds when payloads that were carried over were fetched.
    """

    crawl: BoardCrawl
    payloads: list[dict[str, Any]] = field(repr=False)  # no log may hold them
    before: BoardCrawl | None = None
    fetched_at: dict[str, str] = field(default_factory=dict)


class BoardSpider(scrapy.Spider):
    """Crawls the boards of one plan."""

    name = "boards"

    def __init__(self, plan: CrawlPlan, platform: Platform, memory: Memory) -> None:
        super().__init__()
        self.lacking = what_is_missing() if platform.needs_browser else None
        self.plan = plan
        self.platform = platform
        self.memory = memory

    @property
    def _most_bytes(self) -> int:
        return self.settings.getint("DOWNLOAD_MAXSIZE")

    async def start(self) -> AsyncIterator[Any]:
        """The first requests of every board."""
        for source in self.plan.sources:
            board = BoardProgress(source, is_window=self.platform.is_window)
            fetches = self._first_requests(board)
            if not fetches:
                board.problems = board.problems or [problem_of_board("there is nothing to ask for this board")]
                yield self._finished(board)
            board.is_single = len(fetches) == 1
            for request in self._requests(board, fetches, headers=self.memory.conditions(source)):
                yield request

    def _first_requests(self, board: BoardProgress) -> list[Fetch]:
        """What to ask first; nothing, and the board says why, where that cannot be told or done."""
        if self.lacking:
            board.problems.append(problem_of_extra(self.lacking))
            return []
        try:
            return list(self.platform.requests(board.source))
        except ValueError as error:
            board.problems.append(problem_of_board(str(error)))
            return []

    def _requests(
        self,
        board: BoardProgress,
        fetches: Iterable[Fetch],
        *,
        priority: int = 0,
        headers: dict[str, str] | None = None,
    ) -> Iterator[scrapy.Request]:
        for fetch in fetches:
            if self._carried_over(board, fetch):
                continue
            board.pending += 1
            yield scrapy.Request(
                fetch.url,
                method=fetch.method,
                headers={**fetch.headers, **(headers or {})},
                body=fetch.body or b"",
                callback=self.answered,
                errback=self.failed,
                cb_kwargs={"board": board, "fetch": fetch},
                meta={"handle_httpstatus_list": _JUDGED},
                priority=priority,
                dont_filter=True,
            )

    def _carried_over(self, board: BoardProgress, fetch: Fetch) -> bool:
        """Whether a detail page need not be asked for, because its list entry is as it was."""
        kept = self.memory.detail(board.source, fetch)
        if kept is None:
            return False
        board.payloads.append(kept.payload)
        board.fetched_at[kept.content_hash] = kept.fetched_at
        return True

    def answered(self, response: Response, board: BoardProgress, fetch: Fetch) -> Iterator[Any]:
        """One answer of a board: its payloads, and what to ask next."""
        headers = {str(name): str(value) for name, value in response.headers.to_unicode_dict().items()}
        problem = problem_of_status(response.status, headers)
        if response.status == 304:
            board.is_not_modified = True
        elif problem is not None:
            if fetch.detail_of is not None and self._is_gone(response):
                board.gone.append(fetch.detail_of)
            else:
                board.meet(problem, fetch)
            yield from self._gone_on(board, fetch)
        elif page := self._page(response, headers, board, fetch):
            board.take(page, headers)
            yield from self._requests(board, page.follow, priority=1)
        else:
            yield from self._gone_on(board, fetch)
        yield from self._one_less(board)

    def _is_gone(self, response: Response) -> bool:
        try:
            return self.platform.is_gone(response.status, text_of(response, self._most_bytes))
        except BodyTooLarge:
            return False

    def _page(self, response: Response, headers: dict[str, str], board: BoardProgress, fetch: Fetch) -> Page | None:
        text = ""
        try:
            text = text_of(response, self._most_bytes)
            return self.platform.page(board.source, Answer(response.url, text, headers, fetch.carried))
        except BodyTooLarge as error:
            board.problems.append(problem_of_size(error.detail))
        except PayloadError as error:
            board.problems.append(problem_of_answer(text, error.detail, fetch.url, response.url))
        except (KeyError, TypeError, AttributeError, ValueError, IndexError, RecursionError) as error:
            detail = f"{type(error).__name__}: {error}"
            board.problems.append(problem_of_answer(text, detail, fetch.url, response.url))
        return None

    def _gone_on(self, board: BoardProgress, fetch: Fetch) -> Iterator[scrapy.Request]:
        """What is to be asked after a page that is missing or failed, where that is known without it."""
        if fetch.goes_on:
            page = self.platform.page(board.source, Answer(fetch.url, "", {}, fetch.carried))
            board.take(page, board.headers)
            yield from self._requests(board, page.follow, priority=1)

    def failed(self, failure: Failure) -> Iterator[Any]:
        """A request that brought no answer at all."""
        asked: dict[str, Any] = failure.request.cb_kwargs  # type: ignore[attr-defined] # Scrapy puts it there
        board: BoardProgress = asked["board"]
        board.problems.append(problem_of_failure(type(failure.value).__name__, failure.getErrorMessage()))
        yield from self._gone_on(board, asked["fetch"])
        yield from self._one_less(board)

    def _one_less(self, board: BoardProgress) -> Iterator[FinishedBoard]:
        board.pending -= 1
        if not board.pending:
            yield self._finished(board)

    def _finished(self, board: BoardProgress) -> FinishedBoard:
        outcome, reason, detail = board.end()
        source = board.source
        before = self.memory.comparable(source)
        etag, last_modified = board.validators()
        crawl = BoardCrawl(
            source_id=source.source_id,
            platform=source.platform,
            board=source.board,
            company=source.company,
            crawl_id=self.plan.crawl_id,
            run_id=self.plan.run_id,
            crawled_at=self.plan.as_of,
            outcome=outcome,
            reason=reason,
            detail=detail,
            etag=etag or (before.etag if before and board.is_not_modified else None),
            last_modified=last_modified or (before.last_modified if before and board.is_not_modified else None),
            is_window=board.is_window or board.has_window,
            gone=tuple(sorted(set(board.gone))[:MOST_GONE]),
        )
        return FinishedBoard(crawl, board.payloads, before, board.fetched_at)
