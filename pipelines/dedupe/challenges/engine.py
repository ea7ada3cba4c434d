"""Pairs that are the same challenge, strongest first, joined so that a cluster holds one listing a platform at most."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pipelines.dedupe.challenges.names import Name, is_same_organizer, is_same_place, name_of
from pipelines.dedupe.challenges.records import ChallengeRecord
from pipelines.dedupe.challenges.urls import page_key
from warehouse.vocabulary import MatchReason

#: two sources date one event this far apart at most: time zones, set-up days, a last day counted or not
NEAR_DAYS = 3
#: a page or word that more records share says nothing about any two of them
_LARGEST_BLOCK = 40
_ONE_PAGE, _ONE_NAME, _ALIKE_NAME = 3, 2, 1
_REASONS = {_ONE_PAGE: MatchReason.EXACT, _ONE_NAME: MatchReason.CLOSE_TITLE, _ALIKE_NAME: MatchReason.CLOSE_TITLE}


@dataclass(slots=True, frozen=True)
class ChallengeMembership:
    """The cluster one record belongs to, named after its first record."""

    id: str
    cluster_id: str
    match_reason: str


@dataclass(slots=True, frozen=True)
class _Compared:
    record: ChallengeRecord
    name: Name
    page: str | None


def same_challenges(records: Iterable[ChallengeRecord]) -> list[ChallengeMembership]:
    """Group records; the same identifier on two lists of one platform is one listing.

    The result does not depend on the order of the records.
    """
    compared = [_compared(record) for record in sorted(records, key=lambda record: record.id)]
    clusters = _Clusters(compared)
    for left, right in _same_listing(compared):
        clusters.join(left, right, MatchReason.DIRECTORY)
    for weight, left, right in _links(compared):
        clusters.link(left, right, _REASONS[weight])
    return clusters.memberships()


def _compared(record: ChallengeRecord) -> _Compared:
    return _Compared(record, name_of(record.name), page_key(record.url))


def _same_listing(compared: Sequence[_Compared]) -> Iterator[tuple[int, int]]:
    first: dict[tuple[str, str], int] = {}
    for number, one in enumerate(compared):
        held = first.setdefault((one.record.platform, one.record.identifier), number)
        if held != number:
            yield held, number


def _links(compared: Sequence[_Compared]) -> list[tuple[int, int, int]]:
    """Pairs of different platforms that are the same challenge, strongest first."""
    found = []
    for left, right in _candidates(compared):
        if weight := _weight(compared[left], compared[right]):
            found.append((weight, left, right))
    return sorted(found, key=lambda link: (-link[0], compared[link[1]].record.id, compared[link[2]].record.id))


def _candidates(compared: Sequence[_Compared]) -> Iterable[tuple[int, int]]:
    """Pairs that share a page or a telling word, each once."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(compared):
        if one.page:
            blocks["page", one.page].append(number)
        for word in one.name.telling or ({one.name.words} if one.name.words else ()):
            blocks["word", word].append(number)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        if len(members) <= _LARGEST_BLOCK:
            pairs.update(
                pair
                for pair in combinations(members, 2)
                if compared[pair[0]].record.platform != compared[pair[1]].record.platform
            )
    return pairs


def _weight(one: _Compared, other: _Compared) -> int:
    """How strongly two records are the same; 0: they are not."""
    if one.name.is_other_edition(other.name):
        return 0
    near = _is_near(one.record, other.record)
    is_same_page = one.page is not None and one.page == other.page
    if near is None:  # one of them has no date
        if is_same_page and one.name.is_alike(other.name):
            return _ONE_PAGE
        is_same = one.name.is_near_identical(other.name) and is_same_organizer(
            one.record.organizer, other.record.organizer
        )
        return _ONE_NAME if is_same else 0
    if not near:
        return 0
    if is_same_page:
        return _ONE_PAGE
    return _by_name(one, other)


def _by_name(one: _Compared, other: _Compared) -> int:
    """Records with near dates: the same telling name will do unless organizer and place speak against it.

    A name that is only alike, or of common words, needs the same organizer or the same place.
    """
    here, there = one.record, other.record
    agrees = is_same_organizer(here.organizer, there.organizer) or is_same_place(here.location, there.location)
    if one.name.telling and one.name.is_near_identical(other.name):
        is_apart = all((here.organizer, there.organizer, here.location, there.location)) and not agrees
        return 0 if is_apart else _ONE_NAME
    return _ALIKE_NAME if agrees and one.name.is_alike(other.name) else 0


def _is_near(one: ChallengeRecord, other: ChallengeRecord) -> bool | None:
    """Whether the dates agree within NEAR_DAYS, by the most telling ones that both state; None where none are."""
    pairs = [(one.ends, other.ends), (one.starts, other.starts), (one.deadline, other.deadline)]
    stated = [_days(*pair) for pair in pairs if pair[0] and pair[1]]
    if not stated:
        last = one.ends or one.deadline, other.ends or other.deadline
        stated = [_days(*last)] if last[0] and last[1] else []
    return min(stated) <= NEAR_DAYS if stated else None


def _days(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else 0


class _Clusters:
    """Growing clusters; a link that would bring two listings of one platform together is refused."""

    def __init__(self, compared: Sequence[_Compared]) -> None:
        self._records = [one.record for one in compared]
        self._root = list(range(len(compared)))
        self._members = {number: [number] for number in self._root}
        self._listings = [{record.platform: record.identifier} for record in self._records]
        self._reason: dict[int, MatchReason] = {}

    def join(self, left: int, right: int, reason: MatchReason) -> None:
        """Make one cluster of the two records' clusters, named after the smaller root."""
        low, high = sorted((self._root[left], self._root[right]))
        if low == high:
            return
        for member in self._members[high]:
            self._root[member] = low
            self._reason.setdefault(member, reason)
        self._members[low] += self._members.pop(high)
        self._listings[low] |= self._listings[high]

    def link(self, left: int, right: int, reason: MatchReason) -> None:
        """Join two clusters unless they hold different listings of one platform."""
        here, there = (self._listings[self._root[number]] for number in (left, right))
        if all(here[platform] == there[platform] for platform in here.keys() & there.keys()):
            self.join(left, right, reason)

    def memberships(self) -> list[ChallengeMembership]:
        """Every record with its cluster."""
        return [
            ChallengeMembership(
                record.id,
                self._records[self._root[number]].id,
                MatchReason.CANONICAL if self._root[number] == number else self._reason[number],
            )
            for number, record in enumerate(self._records)
        ]
