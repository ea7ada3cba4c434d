"""How a board's crawl ended: rules from answers to an outcome and a reason of the closed lists. Pure."""

from dataclasses import dataclass, field
from typing import Any

from spiders.platforms.base import Source
from spiders.sample_sites.recordings import OUTCOME_HEADER
from warehouse.vocabulary import CrawlOutcome, CrawlReason

GONE = frozenset({404, 410})
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
}


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
    payloads: list[dict[str, Any]] = field(default_factory=list)
    total: int | None = None
    problems: list[Problem] = field(default_factory=list)

    def end(self) -> tuple[CrawlOutcome, CrawlReason | None, str | None]:
        """Outcome, reason and detail. Complete only when every request was answered and nothing stopped short."""
        if self.problems:
            first = self.problems[0]
            outcome = CrawlOutcome.PARTIAL if self.payloads else first.outcome
            return outcome, first.reason, first.detail
        if self.total is not None and len(self.payloads) < self.total:
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
        reason = CrawlReason.ROBOTS if "robots.txt" in detail else CrawlReason.REDIRECTS
    outcome = CrawlOutcome.BLOCKED if reason is CrawlReason.ROBOTS else CrawlOutcome.ERROR
    return Problem(outcome, reason, f"{name}: {detail}"[:300])
