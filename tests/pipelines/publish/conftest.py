"""A small warehouse in memory, filled row by row through the models, and publishing it into a temporary folder."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from sqlmodel import SQLModel

from pipelines.publish import HubTexts, Publication, publish
from warehouse.database import append_rows, warehouse_models
from warehouse.ids import listing_id
from warehouse.models import history as h
from warehouse.models.listings import StgChallenge, StgPosting
from warehouse.publication import open_published
from warehouse.run import Run
from warehouse.tables import columns_of, create_table

AS_OF = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
HUBS = (
    HubTexts(
        "product-management",
        "Product Management",
        "Deciding what to build, for whom and why.",
        definition="Finding out what people need and getting it made.",
        faq=(("Do I need a degree?", "No."),),
        levels=("pm", "senior"),
    ),
    HubTexts("marketing", "Marketing", "Making the right people care."),
)
_LANDED = {"payload_hash": "p", "reader_version": "r", "facts": "{}", "read_at": AS_OF}
_SEEN = {"facts": "{}", "first_seen_at": AS_OF - timedelta(days=9), "last_seen_at": AS_OF, "closed_at": None}


def hub_scores(*scores: tuple[str, float]) -> str:
    """Hubs as `int_classified` keeps them."""
    evidence = [{"rule": "title", "matched": "product manager", "field": "title"}]
    return json.dumps([{"hub": hub, "score": score, "evidence": evidence} for hub, score in scores])


@dataclass
class SmallWarehouse:
    """The open warehouse of one test."""

    con: duckdb.DuckDBPyConnection
    crawls: int = 0

    def add(self, model: type[SQLModel], **values: Any) -> None:
        """Insert one row; columns not named are null."""
        row = {column.name: values.pop(column.name, None) for column in columns_of(model)}
        assert not values, f"{model.__tablename__} has no {sorted(values)}"
        append_rows(self.con, model, [row])

    def posting(self, identifier: str, position: str, *, source: str = "lever:acme", **fields: Any) -> None:
        """A posting behind a position. `is_canonical`, `hubs`, `level`, `first_seen_at`, `closed_at` as in tables."""
        defaults = {
            "title": "Product Manager",
            "company": "Acme Robotics",
            "company_slug": "acme-robotics",
            "apply_url": f"https://jobs.acme.example/{identifier}/apply",
            "places": "[]",
            "salaries": "[]",
        }
        self._listing(StgPosting, "posting", identifier, position, source, defaults, fields)

    def challenge(self, identifier: str, published: str, *, source: str = "devpost:hackathons", **fields: Any) -> None:
        """A record behind a challenge, with the same extras as a posting."""
        defaults = {"name": "Build for Good", "kind": "hackathon", "is_evergreen": False}
        self._listing(StgChallenge, "challenge", identifier, published, source, defaults, fields)

    def _listing(
        self,
        model: type[SQLModel],
        kind: str,
        identifier: str,
        published: str,
        source: str,
        defaults: dict[str, Any],
        fields: dict[str, Any],
    ) -> None:
        seen = {name: fields.pop(name, value) for name, value in _SEEN.items()}
        hubs = fields.pop("hubs", [("product-management", 0.9)])
        primary = hubs[0][0] if hubs else None
        level = fields.pop("level", "pm" if primary == "product-management" else "none")
        is_canonical = fields.pop("is_canonical", True)
        listing = listing_id(source, identifier)
        place = {"source_id": source, "identifier": identifier}
        page = {"platform": source.split(":")[0], "url": f"https://jobs.acme.example/{identifier}"}
        self.add(model, listing_id=listing, **place, **(_LANDED | page | defaults | fields))
        close = {"close_reason": "absent" if seen["closed_at"] else None}
        self.add(h.IntListingState, listing_id=listing, listing_kind=kind, missed_count=0, **place, **seen, **close)
        reason = "canonical" if is_canonical else "exact"
        self.add(
            h.IntMember,
            listing_id=listing,
            listing_kind=kind,
            published_id=published,
            is_canonical=is_canonical,
            match_reason=reason,
        )
        self.add(
            h.IntClassified,
            listing_id=listing,
            content_hash="c",
            primary_hub=primary,
            level=level,
            hubs=hub_scores(*hubs),
        )
        if is_canonical:
            self.add(
                h.IntPublishedState,
                published_id=published,
                listing_kind=kind,
                anchor_listing_id=listing,
                **seen,
                **close,
            )

    def crawl(
        self, outcome: str, listings: int = 0, *, day: int | None = None, source: str = "lever:acme", **fields: Any
    ) -> None:
        """A crawl of a source, by default a day after the one before."""
        self.crawls += 1
        day = self.crawls if day is None else day
        defaults = {
            "crawl_id": f"crawl-{self.crawls}",
            "run_id": "run-1",
            "platform": source.split(":")[0],
            "listing_kind": "posting",
            "crawled_at": AS_OF - timedelta(days=30 - day),
            "payload_count": listings,
            "reject_count": 0,
            "is_window": False,
            "is_folded": True,
        }
        row = defaults | fields
        self.add(h.StgCrawl, crawl_seq=self.crawls, source_id=source, outcome=outcome, listing_count=listings, **row)


def fill_everything(small: SmallWarehouse) -> None:
    """At least one row for every published table."""
    words = " ".join(f"duty{number * 7919 % 1009}" for number in range(9_000))
    text = {"description_text": words, "description_html": f"<p>{words}</p>", "language": "en"}
    place = {"location": "Ghent, Belgium", "address_locality": "Ghent", "address_country": "BE"}
    pay = {"minimum": 60000, "maximum": 70000, "currency": "EUR", "unit": "YEAR", "place": None, "text": "60-70k"}
    small.posting("1", "p1", places=json.dumps([place]), salaries=json.dumps([pay]), **text)
    small.posting("1", "p1", source="ashby:acme", is_canonical=False)
    small.posting("2", "p2", closed_at=AS_OF, **text)
    small.challenge("3", "c1", themes=["Fintech", "Health"], **text)
    small.crawl("complete", 2)
    for old, new in (("p0", "p1"), ("c0", "c1")):
        small.add(h.IntRedirect, old_id=old, position_id=new, reason="merged", occurred_at=AS_OF)
    event = {"listing_id": "p1", "event": "opened", "occurred_at": AS_OF, "evidence": "[]", "run_id": "run-1"}
    small.add(h.IntListingEvent, listing_kind="position", **event)
    reject = {"payload_hash": "x", "detail": "no title", "payload_excerpt": "{" * 900}
    small.add(h.StgReject, source_id="lever:acme", reason="missing_field", rejected_at=AS_OF, **reject)


@pytest.fixture
def small() -> Iterator[SmallWarehouse]:
    """A warehouse with every table and no row."""
    with duckdb.connect() as con:
        for model in warehouse_models():
            con.execute(create_table(model))
        yield SmallWarehouse(con)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to publish into."""
    path = tmp_path / "published"
    path.mkdir()
    return path


@pytest.fixture
def publish_small(small: SmallWarehouse, folder: Path) -> Callable[..., Publication]:
    """Publish the small warehouse with the two hubs of these tests."""

    def publish_now(run_id: str = "run-1", as_of: datetime = AS_OF, **options: Any) -> Publication:
        hubs = options.pop("hubs", HUBS)
        return publish(small.con, options.pop("folder", folder), hubs, Run(run_id, as_of), **options)

    return publish_now


@pytest.fixture
def rows(publish_small: Callable[..., Publication], folder: Path) -> Callable[..., list[tuple[Any, ...]]]:
    """Publish, then ask the published file."""

    def ask(query: str, **options: Any) -> list[tuple[Any, ...]]:
        publish_small(**options)
        with open_published(folder) as con:
            return con.execute(query).fetchall()

    return ask


@pytest.fixture
def as_of() -> datetime:
    """The clock of the run."""
    return AS_OF


@pytest.fixture
def everything(small: SmallWarehouse) -> SmallWarehouse:
    """A warehouse that puts at least one row into every published table."""
    fill_everything(small)
    return small
