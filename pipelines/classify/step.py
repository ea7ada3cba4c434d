"""The classify step: listings whose text or rules changed are classified in batches; the rest keep what they have."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

import duckdb
import orjson
import pyarrow as pa

from pipelines.classify.classifier import Listing
from pipelines.classify.workers import in_order, shipped_classifier
from warehouse.arrow import arrow_schema
from warehouse.database import replace_table, transaction
from warehouse.models.history import IntClassified
from warehouse.sql_text import sql

_BATCH = 5_000
_ALONE = 4  # batches that take less time than starting processes
_LISTING = ("listing_id", "title", "company", "location", "description", "department", "tags", "language", "kind")
_HERE = Path(__file__).parent


@dataclass(slots=True)
class ClassifyReport:
    """What one classify step did: listings classified, and how many have each hub as primary."""

    classified: int = 0
    primary: dict[str, int] = field(default_factory=dict)

    def add(self, classified: pa.Table) -> None:
        """Count a batch."""
        self.classified += len(classified)
        for hub, count in Counter(classified["primary_hub"].to_pylist()).items():
            if hub:
                self.primary[hub] = self.primary.get(hub, 0) + count


@cache
def rules_version() -> str:
    """Hash of the hub files and the classifier's code: a changed rule classifies everything again."""
    files = sorted([*_HERE.rglob("*.yaml"), *_HERE.glob("*.py")])
    return blake2b(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()


def classify(con: duckdb.DuckDBPyConnection) -> ClassifyReport:
    """Classify every listing that is new or changed.

    Raises UsageError where a hub file is wrong.
    """
    report = ClassifyReport()
    with transaction(con):
        # a cursor of its own: an unfinished result would block the writes
        pending = con.cursor().execute(sql("classify/unclassified"), {"rules": rules_version()})
        for classified in in_order(_classified, pending.to_arrow_reader(_BATCH), _ALONE):
            replace_table(con, IntClassified, classified, "listing_id")
            report.add(classified)
    return report


def _classified(batch: pa.RecordBatch) -> pa.Table:
    """The rows to keep for a batch; runs in a worker process where there are many, which is why both are columns."""
    columns = batch.to_pydict()
    columns["tags"] = [tags or [] for tags in columns["tags"]]
    listings = map(Listing, *[columns[name] for name in _LISTING])
    found = list(shipped_classifier().classify(listings))
    return pa.table(
        {
            "listing_id": batch["listing_id"],
            "content_hash": batch["content_hash"],
            "primary_hub": [one.primary_hub for one in found],
            "level": [one.level for one in found],
            "hubs": [orjson.dumps(one.hubs).decode() for one in found],
        },
        schema=arrow_schema(IntClassified),
    )
