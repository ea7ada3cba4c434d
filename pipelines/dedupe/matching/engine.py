"""Records to clusters: the order of the steps, and who speaks for a cluster. No rule of matching lives here."""

import gc
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from pipelines.dedupe.matching.blocks import BlockKeys, read_keys
from pipelines.dedupe.matching.candidates import candidate_pairs
from pipelines.dedupe.matching.clusters import connected_components, consistent_links
from pipelines.dedupe.matching.comparison import compare
from pipelines.dedupe.matching.features import Column, Features, content_order, read_records
from pipelines.dedupe.matching.records import Link, Match, Membership, Record
from warehouse.vocabulary import MatchReason

# Sites that copy postings: anyone else's own posting speaks for the cluster before theirs.
AGGREGATORS = frozenset({"linkedin", "indeed", "adzuna", "jobright"})


def deduplicate(records: Sequence[Record]) -> list[Membership]:
    """The cluster of every record, one membership a record, in the records' order.

    A cluster's id depends on the ids of its members alone, not on the order of records. An id that occurs twice is
    taken for two records: both stay, together only if the evidence says so.
    """
    matches = match(records)
    names = _cluster_names(records, matches)
    return [
        Membership(record.id, names[one.cluster], one.is_canonical, one.match_reason)
        for record, one in zip(records, matches, strict=True)
    ]


def match(records: Sequence[Record]) -> list[Match]:
    """The cluster of every record as the index of its first one: what `deduplicate` gives a name to.

    Records that share no block never meet, so matching them together or apart comes to the same.
    """
    with _no_collection():
        features = read_records(records)
        links = consistent_links(features, _links(features))
        labels = connected_components(len(features), links)
        canonical = _canonical(features, labels)
        reasons = _reasons(len(features), links)
        return [
            Match(label, True, MatchReason.CANONICAL) if canonical[label] == index else Match(label, False, reason)
            for index, (label, reason) in enumerate(zip(labels, reasons, strict=True))
        ]


def block_keys(titles: Column, companies: Column, locations: Column, urls: Column, numbers: Column) -> BlockKeys:
    """What each record shares with those it may be compared with, its title, company and so on in columns."""
    with _no_collection():
        return read_keys(titles, companies, locations, urls, numbers)


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
    pairs = list(candidate_pairs(features))
    verdicts = [compare(features[left], features[right]) for left, right in pairs]
    return [Link(*pair, *verdict) for pair, verdict in zip(pairs, verdicts, strict=True) if verdict]


def _reasons(size: int, links: Sequence[Link]) -> list[str]:
    """The reason of every record's strongest link."""
    strongest: list[tuple[float, str]] = [(0.0, MatchReason.CANONICAL)] * size
    for link in links:
        for index in (link.left, link.right):
            strongest[index] = max(strongest[index], (link.weight, link.reason))
    return [reason for _, reason in strongest]


def _cluster_names(records: Sequence[Record], matches: Sequence[Match]) -> dict[int, str]:
    """A name for every cluster, from its smallest id; a repeated id is counted, by content."""
    counts: defaultdict[str, int] = defaultdict(int)
    smallest: dict[int, tuple[str, int]] = {}
    for index in sorted(range(len(records)), key=lambda index: content_order(records[index])):
        identifier = records[index].id
        smallest.setdefault(matches[index].cluster, (identifier, counts[identifier]))
        counts[identifier] += 1
    return {cluster: cluster_name(*found) for cluster, found in smallest.items()}


def cluster_name(identifier: str, count: int) -> str:
    """An opaque, URL-safe name."""
    return hashlib.sha256(f"{identifier}\x00{count}".encode()).hexdigest()[:20]


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
