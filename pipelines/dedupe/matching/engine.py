"""Records to clusters: the order of the steps, and who speaks for a cluster. No rule of matching lives here."""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pipelines.dedupe.matching.candidates import candidate_pairs
from pipelines.dedupe.matching.clusters import connected_components, consistent_links
from pipelines.dedupe.matching.comparison import compare
from pipelines.dedupe.matching.features import Features, read_records
from pipelines.dedupe.matching.records import Link, Membership, Record
from warehouse.vocabulary import MatchReason

# Sites that copy postings: anyone else's own posting speaks for the cluster before theirs.
AGGREGATORS = frozenset({"linkedin", "indeed", "adzuna", "jobright"})


def deduplicate(records: Sequence[Record]) -> list[Membership]:
    """The cluster of every record, one membership a record, in the records' order.

    A cluster's id depends on the ids of its members alone, not on the order of records. An id that occurs twice is
    taken for two records: both stay, together only if the evidence says so.
    """
    with _no_collection():
        return _deduplicate(records)


def _deduplicate(records: Sequence[Record]) -> list[Membership]:
    """`deduplicate`, step by step."""
    features = read_records(records)
    links = consistent_links(features, _links(features))
    labels = connected_components(len(features), links)
    names = _cluster_names(records, features, labels)
    canonical = _canonical(features, labels)
    reasons = _reasons(len(features), links)
    return [
        Membership(
            id=record.id,
            cluster_id=names[label],
            is_canonical=canonical[label] == index,
            match_reason=MatchReason.CANONICAL if canonical[label] == index else reasons[index],
        )
        for index, (record, label) in enumerate(zip(records, labels, strict=True))
    ]


@contextmanager
def _no_collection() -> Iterator[None]:
    """Holds the cyclic garbage collector off: matching makes small objects by the million and no cycles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def find_links(records: Sequence[Record]) -> list[Link]:
    """Every pair of records that the evidence links, by index, also those that contradict a stronger link."""
    return _links(read_records(records))


def _links(features: Sequence[Features]) -> list[Link]:
    """The candidate pairs that are one vacancy."""
    found: list[Link] = []
    for left, right in candidate_pairs(features):
        if verdict := compare(features[left], features[right]):
            found.append(Link(left, right, verdict.reason, verdict.weight))
    return found


def _reasons(size: int, links: Sequence[Link]) -> list[str]:
    """The reason of every record's strongest link."""
    strongest: list[tuple[float, str]] = [(0.0, MatchReason.CANONICAL)] * size
    for link in links:
        for index in (link.left, link.right):
            strongest[index] = max(strongest[index], (link.weight, link.reason))
    return [reason for _, reason in strongest]


def _cluster_names(records: Sequence[Record], features: Sequence[Features], labels: Sequence[int]) -> dict[int, str]:
    """An opaque, URL-safe name for every label, from its smallest id; a repeated id is counted, by content."""
    counts: defaultdict[str, int] = defaultdict(int)
    smallest: dict[int, tuple[str, int]] = {}
    for index in sorted(range(len(records)), key=lambda index: features[index].order):
        identifier = records[index].id
        smallest.setdefault(labels[index], (identifier, counts[identifier]))
        counts[identifier] += 1
    return {
        label: hashlib.sha256(f"{identifier}\x00{count}".encode()).hexdigest()[:20]
        for label, (identifier, count) in smallest.items()
    }


def _canonical(features: Sequence[Features], labels: Sequence[int]) -> dict[int, int]:
    """The record that speaks for every label."""
    best: dict[int, int] = {}
    for index in sorted(range(len(features)), key=lambda index: _survivorship(features[index])):
        best.setdefault(labels[index], index)
    return best


def _survivorship(record: Features) -> tuple[bool, bool, int, tuple[str, ...]]:
    """The employer's own system first, then a known requisition, then the fullest text."""
    copied = record.url.platform is None or record.url.platform in AGGREGATORS
    return (copied, record.requisition is None, -len(record.description or ""), record.order)
