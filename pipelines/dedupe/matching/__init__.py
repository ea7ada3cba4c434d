"""Which postings are the same vacancy: records in, clusters out. No tables, no position ids, no clock."""

from pipelines.dedupe.matching.clusters import connected_components
from pipelines.dedupe.matching.engine import block_keys, deduplicate, find_links, match
from pipelines.dedupe.matching.features import Column, content_order
from pipelines.dedupe.matching.records import Link, Match, Membership, Record
from pipelines.dedupe.matching.spans import REPOSTED_WITHIN
from pipelines.dedupe.matching.titles import is_typo

__all__ = [
    "REPOSTED_WITHIN",
    "Column",
    "Link",
    "Match",
    "Membership",
    "Record",
    "block_keys",
    "connected_components",
    "content_order",
    "deduplicate",
    "find_links",
    "is_typo",
    "match",
]
