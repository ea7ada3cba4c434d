"""What one crawl of one board is worth as evidence: a table of rules from outcomes to verdicts. Pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from warehouse.vocabulary import CloseReason, CrawlOutcome, ListingKind

#: a crawl with less than this share of the last believed one is suspect
SUSPECT_SHARE = 0.4
#: a challenge list changes less from one crawl to the next: half of it is suspect already
SUSPECT_CHALLENGE_SHARE = 0.5
#: an outage: more than this share of a platform's boards, and at least so many, look wrong at once
OUTAGE_SHARE = 0.5
OUTAGE_BOARDS = 3
FULL_ANSWERS = frozenset({CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED, CrawlOutcome.EMPTY})


@dataclass(frozen=True, slots=True)
class Crawl:
    """The part of a crawl that is evidence."""

    crawl_seq: int
    crawl_id: str
    source_id: str
    platform: str
    crawled_at: datetime
    outcome: CrawlOutcome
    listing_count: int
    is_window: bool = False
    listing_kind: str = ListingKind.POSTING


@dataclass(frozen=True, slots=True)
class SourceState:
    """What is remembered of a source between crawls."""

    source_id: str
    counted_at: datetime | None = None
    complete_count: int | None = None
    suspect_crawl_id: str | None = None
    suspect_at: datetime | None = None
    suspect_count: int | None = None
    gone_count: int = 0
    gone_since_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a crawl does to the listings it did not see, and the source's state after it.

    `is_believed`: what it says of listings it calls closed holds. `counts`: those it did not see are missed once more.
    `prior_at`: an earlier suspect crawl, now confirmed, missed them too.
    """

    state: SourceState
    is_believed: bool = False
    counts: bool = False
    prior_at: datetime | None = None
    prior_crawl_id: str | None = None
    reason: CloseReason = CloseReason.ABSENT


def is_suspect(crawl: Crawl, state: SourceState) -> bool:
    """The board answered in full, but with far fewer listings than were last believed."""
    if crawl.is_window or crawl.outcome not in FULL_ANSWERS or not state.complete_count:
        return False
    if crawl.listing_kind == ListingKind.CHALLENGE:
        return crawl.listing_count <= SUSPECT_CHALLENGE_SHARE * state.complete_count
    return crawl.listing_count < SUSPECT_SHARE * state.complete_count


def looks_wrong(crawl: Crawl, state: SourceState) -> bool:
    """Suspect, or gone although it held listings: what an outage makes of many boards at once."""
    return is_suspect(crawl, state) or (crawl.outcome is CrawlOutcome.NOT_FOUND and bool(state.complete_count))


def platforms_in_outage(crawls: Iterable[tuple[Crawl, SourceState]]) -> set[str]:
    """The platforms most of whose boards look wrong in the same round of crawls."""
    boards: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for crawl, state in crawls:
        boards[crawl.platform] += 1
        wrong[crawl.platform] += looks_wrong(crawl, state)
    return {p for p, count in wrong.items() if count >= OUTAGE_BOARDS and count > OUTAGE_SHARE * boards[p]}


def judge(crawl: Crawl, state: SourceState, *, is_outage: bool) -> Verdict:
    """The verdict on one crawl. A crawl that is not later than the last one that counted adds nothing."""
    if is_outage or (state.counted_at is not None and crawl.crawled_at <= state.counted_at):
        return Verdict(state)
    if crawl.outcome is CrawlOutcome.NOT_FOUND:
        since = state.gone_since_at or crawl.crawled_at
        gone = replace(state, gone_count=state.gone_count + 1, gone_since_at=since, counted_at=crawl.crawled_at)
        return Verdict(gone, reason=CloseReason.BOARD_GONE)
    if crawl.outcome not in FULL_ANSWERS:
        return Verdict(state)
    if is_suspect(crawl, state) and state.suspect_at is None:
        held = replace(
            state,
            suspect_crawl_id=crawl.crawl_id,
            suspect_at=crawl.crawled_at,
            suspect_count=crawl.listing_count,
            counted_at=crawl.crawled_at,
        )
        return Verdict(held)
    return _counted(crawl, state)


def _counted(crawl: Crawl, state: SourceState) -> Verdict:
    """A full answer that is believed; where it agrees with a suspect one before it, that one counts too."""
    agrees = state.suspect_at is not None and is_suspect(crawl, state)
    return Verdict(
        SourceState(source_id=crawl.source_id, counted_at=crawl.crawled_at, complete_count=crawl.listing_count),
        is_believed=True,
        counts=not crawl.is_window,
        prior_at=state.suspect_at if agrees else None,
        prior_crawl_id=state.suspect_crawl_id if agrees else None,
        reason=CloseReason.BOARD_EMPTY if crawl.outcome is CrawlOutcome.EMPTY else CloseReason.ABSENT,
    )


def rounds(crawls: Iterable[Crawl]) -> list[list[Crawl]]:
    """Crawls in rounds: the k-th round holds each source's k-th crawl, by clock and then by arrival."""
    of_source: dict[str, list[Crawl]] = defaultdict(list)
    for crawl in sorted(crawls, key=lambda crawl: (crawl.crawled_at, crawl.crawl_seq)):
        of_source[crawl.source_id].append(crawl)
    longest = max(map(len, of_source.values()), default=0)
    return [[held[turn] for held in of_source.values() if turn < len(held)] for turn in range(longest)]
