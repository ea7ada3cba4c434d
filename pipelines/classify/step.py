"""The classify step: listings whose text or rules changed are classified in batches; the rest keep what they have."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb
import orjson

from pipelines.classify.classifier import Classification, Listing
from pipelines.classify.workers import in_order, shipped_classifier
from warehouse.database import replace_rows, sql, transaction
from warehouse.models.history import IntClassified

_BATCH = 5_000
_ALONE = 4  # batches that take less time than starting processes
Row = dict[str, Any]
_HERE = Path(__file__).parent


@dataclass(slots=True)
class ClassifyReport:
    """What one classify step did: listings classified, and how many have each hub as primary."""

    classified: int = 0
    primary: dict[str, int] = field(default_factory=dict)


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
        for classified in in_order(_classified, _batches(pending), _ALONE):
            replace_rows(con, IntClassified, classified, "listing_id")
            report.classified += len(classified)
            for hub, count in Counter(row["primary_hub"] for row in classified if row["primary_hub"]).items():
                report.primary[hub] = report.primary.get(hub, 0) + count
    return report


def _batches(pending: duckdb.DuckDBPyConnection) -> Iterator[list[Row]]:
    names = [column[0] for column in pending.description]
    while rows := pending.fetchmany(_BATCH):
        yield [dict(zip(names, row, strict=True)) for row in rows]


def _classified(rows: list[Row]) -> list[Row]:
    """The rows to keep for a batch; runs in a worker process where there are many."""
    found = shipped_classifier().classify(map(_listing, rows))
    return [_row(row, one) for row, one in zip(rows, found, strict=True)]


def _listing(row: Row) -> Listing:
    values = {
        name: row[name] for name in ("title", "company", "location", "description", "department", "language", "kind")
    }
    return Listing(id=row["listing_id"], tags=row["tags"] or [], **values)


def _row(row: Row, found: Classification) -> Row:
    return {
        "listing_id": row["listing_id"],
        "content_hash": row["content_hash"],
        "primary_hub": found.primary_hub,
        "level": found.level,
        "hubs": orjson.dumps(found.hubs).decode(),
    }
