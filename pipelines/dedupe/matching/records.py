"""The shapes that go into matching and come out of it."""

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(slots=True, unsafe_hash=True)
class Record:
    """One posting as matching sees it: its words, not yet compared with anything. None: the source did not say.

    `first_seen` and `last_seen` are seconds since 1970. Nothing changes a record once it is made; it is not frozen,
    because that makes making a million of them slow.
    """

    id: str
    source: str | None = None
    title: str | None = None
    company: str | None = None
    location: str | None = None
    description: str | None = None
    url: str | None = None
    posted: str | None = None
    requisition_id: str | None = None
    language: str | None = None
    first_seen: int | None = None
    last_seen: int | None = None


class Match(NamedTuple):
    """The cluster of one record among those it was matched with: the index of the cluster's first record."""

    cluster: int
    is_canonical: bool
    match_reason: str


@dataclass(slots=True, frozen=True)
class Membership:
    """The cluster one record belongs to. `match_reason` is one of `warehouse.vocabulary.MatchReason`."""

    id: str
    cluster_id: str
    is_canonical: bool
    match_reason: str


@dataclass(slots=True)
class Link:
    """Two records, by index, that are the same vacancy; `weight` orders the evidence, strongest highest."""

    left: int
    right: int
    reason: str
    weight: float
