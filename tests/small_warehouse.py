"""A warehouse in memory, filled row by row through the models. How its rows are published is not here."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar, Self

import duckdb
from sqlmodel import SQLModel

from warehouse.database import append_rows, warehouse_models
from warehouse.ids import listing_id
from warehouse.models import history as h
from warehouse.models.listings import StgChallenge, StgPosting
from warehouse.tables import columns_of, create_table

AS_OF = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
EVIDENCE = [{"rule": "title", "matched": "product <b>manager</b>", "field": "title"}]
POSTING = {
    "title": "Product Manager",
    "company": "Acme Robotics",
    "company_slug": "acme-robotics",
    "places": "[]",
    "salaries": "[]",
}
CHALLENGE = {"name": "Build for Good", "kind": "hackathon", "is_evergreen": False}
_KINDS = {"posting": StgPosting, "challenge": StgChallenge}
_LANDED = {"payload_hash": "p", "reader_version": "r", "facts": "{}", "read_at": AS_OF}
_SEEN = {"facts": "{}", "first_seen_at": AS_OF - timedelta(days=9), "last_seen_at": AS_OF, "closed_at": None}


def _hub_scores(*scores: tuple[str, float]) -> str:
    """Hubs as `int_classified` keeps them."""
    return json.dumps([{"hub": hub, "score": score, "evidence": EVIDENCE} for hub, score in scores])


@dataclass
class SmallWarehouse:
    """The open warehouse of one test. Rows are kept until its connection is asked for: a row at a time is slow."""

    #: the level of a listing whose first hub is product management, and why a copy stands behind its original
    level: ClassVar[str] = "senior"
    reason: ClassVar[str] = "requisition"

    _con: duckdb.DuckDBPyConnection
    _added: defaultdict[type[SQLModel], list[dict[str, Any]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    @contextmanager
    def empty(cls) -> Iterator[Self]:
        """Every table and no row; one thread, because in tables of a few rows a second one costs and does nothing."""
        with duckdb.connect(config={"threads": 1}) as con:
            con.execute(";\n".join(map(create_table, warehouse_models())))
            yield cls(con)

    @property
    def con(self) -> duckdb.DuckDBPyConnection:
        """Its connection, with every row added so far."""
        while self._added:
            append_rows(self._con, *self._added.popitem())
        return self._con

    def add(self, model: type[SQLModel], **values: Any) -> None:
        """One row more; columns not named are null."""
        row = {column.name: values.pop(column.name, None) for column in columns_of(model)}
        assert not values, f"{model.__tablename__} has no {sorted(values)}"
        self._added[model].append(row)

    def listing(self, kind: str, source: str, identifier: str, published: str, values: Mapping[str, Any]) -> None:
        """A record behind a published listing, its hubs with their scores.

        `is_canonical`, `level`, `first_seen_at`, `closed_at`, `close_reason` are as in tables.
        """
        fields = dict(values)
        state = {name: fields.pop(name, value) for name, value in _SEEN.items()}
        state["close_reason"] = fields.pop("close_reason", "absent" if state["closed_at"] else None)
        hubs = fields.pop("hubs", [("product-management", 0.9)])
        primary = hubs[0][0] if hubs else None
        level = fields.pop("level", self.level if primary == "product-management" else "none")
        is_canonical = fields.pop("is_canonical", True)
        reason = "canonical" if is_canonical else self.reason
        key = {"listing_id": listing_id(source, identifier)}
        place = {"source_id": source, "identifier": identifier}
        page = {"platform": source.split(":")[0], "url": f"https://jobs.acme.example/{identifier}"}
        self.add(_KINDS[kind], **(key | place | _LANDED | page | fields))
        self.add(h.IntListingState, listing_kind=kind, missed_count=0, **key, **place, **state)
        member = {"published_id": published, "is_canonical": is_canonical, "match_reason": reason}
        self.add(h.IntMember, listing_kind=kind, **key, **member)
        self.add(h.IntClassified, content_hash="c", primary_hub=primary, level=level, hubs=_hub_scores(*hubs), **key)
        if is_canonical:
            anchor = {"published_id": published, "listing_kind": kind, "anchor_listing_id": key["listing_id"]}
            kept = {name: value for name, value in state.items() if name != "last_seen_at"}
            self.add(h.IntPublishedState, **anchor, **kept)
