"""Topcoder challenges.

API: https://api.topcoder.com/v5/challenges/docs/ (public without a key for challenges of no group).
Quirks: pages are counted in response headers; only the prize sets `placement` and `checkpoint` are won, the others pay
reviewers and copilots; points are no money; a task is work given to one person; counts and phases change by the hour.
Unverified: read from the API's own description and from two public clients, no answer of v5 was recorded.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.paging import asked_for, header_number
from spiders.platforms.parsing import optional_text, payloads_of, required_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_MOST = 100
_PEOPLE = frozenset({"createdBy", "updatedBy", "winners", "checkpointWinners", "reviewers", "memberId", "handle"})
#: prize sets that are won, and what a rank of one is called
_WON = {"placement": "Place", "checkpoint": "Checkpoint"}


class Topcoder(Platform):
    """The challenges that are active."""

    name = "topcoder"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (
        r"^(?:(?:www\.)?topcoder\.com|api\.topcoder\.com/v\d)/(?P<board>challenges)/?(?:[?#]|$)",
    )
    volatile: ClassVar[frozenset[str]] = frozenset(
        {
            *("numOfRegistrants", "numOfSubmissions", "numOfCheckpointSubmissions", "updated"),
            *("phases", "currentPhase", "currentPhaseNames", "events", "discussions", "overview"),
        }
    )
    delay_s: ClassVar[float] = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of what is active."""
        yield _fetch(1)

    def page(self, source: Source, answer: Answer) -> Page:
        """Payloads of one page; the next page while the headers, or else a full page, say that there is one."""
        payloads = [scrubbed(payload, _PEOPLE) for payload in payloads_of(answer.json(), "the answer")]
        asked, pages = asked_for(answer, "page", 1), header_number(answer, "X-Total-Pages")
        is_more = bool(payloads) and (len(payloads) >= _MOST if pages is None else asked < pages)
        return Page(payloads, [_fetch(asked + 1)] if is_more else [], header_number(answer, "X-Total"))

    def identifier(self, payload: Payload) -> str:
        """Topcoder's id of the challenge."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One challenge; registration ends before the submissions do.

        Raises PayloadError(`not_listed`) for a task.
        """
        if payload.get("type") == "Task" or (payload.get("task") or {}).get("isTask"):
            raise PayloadError(RejectReason.NOT_LISTED, "a task given to one person is no challenge")
        identifier = self.identifier(payload)
        labels = [payload.get("track"), *(payload.get("tags") or [])]
        return ChallengeReading(
            identifier=identifier,
            name=required_text(payload, "name"),
            url=f"https://www.topcoder.com/challenges/{identifier}",
            kind="competition",
            starts=payload.get("registrationStartDate") or payload.get("startDate"),
            ends=payload.get("submissionEndDate") or payload.get("endDate"),
            deadline=payload.get("registrationEndDate"),
            attendance="online",
            prize=_prize(payload.get("prizeSets") or []),
            is_invite_only=True if payload.get("groups") else None,
            themes=[label for label in labels if optional_text(label)],
            skill_tags=[skill["name"] for skill in payload.get("skills") or []],
            source_status=required_text(payload, "status"),
            description_html=optional_text(payload.get("description")),
        )


def _prize(sets: list[Payload]) -> PrizeReading | None:
    """What can be won: every rank in words, and the sum of those paid in dollars."""
    ranked = [
        (f"{_WON[each['type']]} {rank}", prize)
        for each in sets
        if each.get("type") in _WON
        for rank, prize in enumerate(each.get("prizes") or [], start=1)
    ]
    if not ranked:
        return None
    paid = [Decimal(str(prize["value"])) for _, prize in ranked if _is_paid(prize)]
    text = "\n".join(f"{rank}: {_words(prize)}" for rank, prize in ranked)
    amount = str(sum(paid)) if any(paid) else None
    return PrizeReading(text=text, amount=amount, currency="USD" if amount else None, kind=None if amount else "other")


def _is_paid(prize: dict[str, Any]) -> bool:
    return bool(prize.get("type", "USD") == "USD")


def _words(prize: dict[str, Any]) -> str:
    return f"${prize['value']}" if _is_paid(prize) else f"{prize['value']} points"


def _fetch(page: int) -> Fetch:
    return Fetch(f"https://api.topcoder.com/v5/challenges?status=Active&page={page}&perPage={_MOST}")


PLATFORM = Topcoder()
