"""Which postings are the same vacancy: records in, clusters out. No tables, no position ids, no clock."""

from pipelines.dedupe.matching.clusters import connected_components
from pipelines.dedupe.matching.engine import deduplicate, find_links
from pipelines.dedupe.matching.records import Link, Membership, Record

__all__ = ["Link", "Membership", "Record", "connected_components", "deduplicate", "find_links"]
