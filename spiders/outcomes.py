"""How a board's crawl ended: rules from answers to an outcome and a reason of the closed lists. Pure."""

from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlsplit

from spiders.platforms.base import GONE, Fetch, Page, Source
from spiders.sample_sites.recordings import OUTCOME_HEADER
from warehouse.vocabulary import CrawlOutcome, CrawlReason

#: a list may be a little older than its detail pages; if more of these are gone, something else is wrong
GONE_SHARE = 0.2
REFUSED = frozenset({401, 403, 429, 451})
#: texts of the pages that bot walls answer instead of the board, status 200 included
CHALLENGE_MARKS = (
    "just a moment",
    "cf-challenge",
    "captcha",
    "access denied",
    "verify you are human",
)


_FAILURES = {
    "DownloadTimeoutError": CrawlReason.TIMEOUT,
    "DownloadCancelledError": CrawlReason.TOO_LARGE,
    "HttpError": CrawlReason.HTTP_STATUS,
    "NotPublic": CrawlReason.NOT_PUBLIC,
    "BrowserMissing": CrawlReason.NO_BROWSER,
    "PageIncomplete": CrawlReason.STOPPED_SHORT,
}
_IGNORED = (
    ("only the internet is asked", CrawlReason.NOT_PUBLIC),
    ("out of reach", CrawlReason.CONNECTION),
    ("robots.txt", CrawlReason.ROBOTS),
    ("host left alone", CrawlReason.HOST_LEFT_ALONE),
    ("DOWNLOAD_MAXSIZE", CrawlReason.TOO_LARGE),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One request of a board that did not bring what was asked for."""

    outcome: CrawlOutcome
    reason: CrawlReason
    detail: str


@dataclass(slots=True)
class BoardProgress:
    """One board while it is being crawled."""

    source: Source
    pending: int = 0
    payloads: list[dict[str, Any]] = field(default_factory=list, repr=False)
    fetched_at: dict[str, str] = field(default_factory=dict)
    total: int | None = None
    problems: list[Problem] = field(default_factory=list)
    answers: int = 0
    is_single: bool = False
    is_window: bool = False
    has_window: bool = False
    is_not_modified: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)

    def take(self, page: Page, headers: dict[str, str]) -> None:
        """Add what one answer brought."""
        self.answers += 1
        self.headers = headers
        self.payloads += page.payloads
        self.total = page.total if page.total is not None else self.total
        self.has_window = self.has_window or page.is_window

    def meet(self, problem: Problem, fetch: Fetch) -> None:
        """Note a status that is none of 200."""
        if problem.outcome is not CrawlOutcome.NOT_FOUND:
            self.problems.append(problem)
        elif fetch.goes_on and not fetch.is_optional:
            self.problems.append(replace(problem, outcome=CrawlOutcome.ERROR))  # a part is gone, not the board
        elif not fetch.is_optional:
            self.problems.append(problem)

    def validators(self) -> tuple[str | None, str | None]:
        """ETag and Last-Modified, where one request was the whole board."""
        if not self.is_single or self.answers != 1:
            return None, None
        return self.headers.get("ETag") or self.headers.get("Etag"), self.headers.get("Last-Modified")

    def end(self) -> tuple[CrawlOutcome, CrawlReason | None, str | None]:
        """Outcome, reason and detail. Complete only when every request was answered and nothing stopped short."""
        if self.problems:
            first = self.problems[0]
            outcome = CrawlOutcome.PARTIAL if self.payloads else first.outcome
            return outcome, first.reason, first.detail
        if self.is_not_modified:
            return CrawlOutcome.UNCHANGED, None, None
        listed = len(self.payloads) + len(self.gone)
        if len(self.gone) > GONE_SHARE * listed:
            detail = f"{len(self.gone)} listed postings are gone"
            return CrawlOutcome.PARTIAL, CrawlReason.STOPPED_SHORT, detail
        if not self.is_window and self.total is not None and listed < self.total:
            detail = f"{len(self.payloads)} of {self.total} listings"
            return CrawlOutcome.PARTIAL, CrawlReason.STOPPED_SHORT, detail
        if not self.payloads:
            return CrawlOutcome.EMPTY, CrawlReason.NO_LISTINGS, None
        return CrawlOutcome.COMPLETE, None, None


def problem_of_status(status: int, headers: dict[str, str]) -> Problem | None:
    """What a status says, None for 200."""
    if status == 200:
        return None
    if headers.get(OUTCOME_HEADER) == "miss":
        return Problem(
            CrawlOutcome.ERROR,
            CrawlReason.REPLAY_MISS,
            "the replay folder has no recording of this request",
        )
    detail = f"HTTP {status}"
    if status in GONE:
        return Problem(CrawlOutcome.NOT_FOUND, CrawlReason.HTTP_STATUS, detail)
    if status in REFUSED or (status == 503 and "Retry-After" in headers):
        return Problem(CrawlOutcome.BLOCKED, CrawlReason.HTTP_STATUS, detail)
    return Problem(CrawlOutcome.ERROR, CrawlReason.HTTP_STATUS, detail)


def problem_of_board(detail: str) -> Problem:
    """A registry entry that no request can be made of."""
    return Problem(CrawlOutcome.ERROR, CrawlReason.BAD_BOARD, detail)


def problem_of_extra(detail: str) -> Problem:
    """A board whose pages need what is not installed here."""
    return Problem(CrawlOutcome.ERROR, CrawlReason.NO_BROWSER, detail)


def problem_of_size(detail: str) -> Problem:
    """A body that is small on its way and too large to hold."""
    return Problem(CrawlOutcome.ERROR, CrawlReason.TOO_LARGE, detail)


def problem_of_answer(text: str, detail: str, asked: str, answered: str) -> Problem:
    """What an answer is that the platform's file could not split: somebody else's, where the board has moved."""
    problem = problem_of_body(text, detail)
    hosts = {(urlsplit(url).hostname or "").removeprefix("www.") for url in (asked, answered)}
    if len(hosts) == 1 or problem.outcome is CrawlOutcome.BLOCKED:
        return problem
    return Problem(CrawlOutcome.ERROR, CrawlReason.REDIRECTS, f"moved to {answered:.160}: {detail}")


def problem_of_body(text: str, detail: str) -> Problem:
    """What a body is that the platform's file could not split: a bot wall, a web page, or another shape."""
    start = text[:4096].lower()
    if any(mark in start for mark in CHALLENGE_MARKS):
        return Problem(CrawlOutcome.BLOCKED, CrawlReason.CHALLENGE_PAGE, detail)
    is_json = text.lstrip()[:1] in {"{", "["}
    reason = CrawlReason.WRONG_SHAPE if is_json or start.strip() == "null" else CrawlReason.NOT_JSON
    return Problem(CrawlOutcome.ERROR, reason, detail)


def problem_of_failure(name: str, detail: str) -> Problem:
    """What a failed download means, by the name of Scrapy's exception."""
    reason = _FAILURES.get(name, CrawlReason.CONNECTION)
    if name == "IgnoreRequest":
        reason = next((known for mark, known in _IGNORED if mark in detail), CrawlReason.REDIRECTS)
    is_refusal = reason in {CrawlReason.ROBOTS, CrawlReason.HOST_LEFT_ALONE}
    outcome = CrawlOutcome.BLOCKED if is_refusal else CrawlOutcome.ERROR
    return Problem(outcome, reason, f"{name}: {detail}"[:300])
