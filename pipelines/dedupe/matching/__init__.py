"""Which postings are the same vacancy: records in, clusters out. No tables, no position ids, no clock."""

from pipelines.dedupe.matching.clusters import connected_components
from pipelines.dedupe.matching.engine import block_keys, cluster_name, deduplicate, find_links, match
from pipelines.dedupe.matching.records import Link, Match, Membership, Record

__all__ = [
    "Link",
    "Match",
    "Membership",
    "Record",
    "block_keys",
    "cluster_name",
    "connected_components",
    "deduplicate",
    "find_links",
    "match",
]
