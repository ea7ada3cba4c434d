"""A small warehouse in memory, filled row by row through the models, and publishing it into a temporary folder."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipelines.publish import HubTexts, Publication, publish
from tests.small_warehouse import AS_OF, CHALLENGE, POSTING, SmallWarehouse
from warehouse.models import history as h
from warehouse.publication import open_published
from warehouse.run import Run

Rows = dict[str, list[str]]
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


@dataclass
class PublishWarehouse(SmallWarehouse):
    """The warehouse of one test of publishing."""

    level = "pm"
    reason = "exact"
    crawls: int = 0

    def posting(self, identifier: str, position: str, *, source: str = "lever:acme", **fields: Any) -> None:
        """A posting behind a position, with extras as `listing` says."""
        apply = {"apply_url": f"https://jobs.acme.example/{identifier}/apply"}
        self.listing("posting", source, identifier, position, POSTING | apply | fields)

    def challenge(self, identifier: str, published: str, *, source: str = "devpost:hackathons", **fields: Any) -> None:
        """A record behind a challenge, with the same extras as a posting."""
        self.listing("challenge", source, identifier, published, CHALLENGE | fields)

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


def fill_everything(small: PublishWarehouse) -> None:
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


def rows_of(folder: Path) -> Rows:
    """Every relation of a published file, and what is said of it, in no order; but for the publication's own id."""
    with open_published(folder) as con:
        names = con.execute("SELECT table_name FROM information_schema.tables ORDER BY ALL").fetchall()
        found = {name: sorted(map(repr, con.table(name).fetchall())) for (name,) in names if name != "publication"}
        about = "SELECT table_name, column_name, column_index, data_type, is_nullable, comment FROM duckdb_columns()"
        found["columns"] = [repr(row) for row in con.execute(f"{about} WHERE NOT internal ORDER BY ALL").fetchall()]
    return found


@pytest.fixture
def small() -> Iterator[PublishWarehouse]:
    """A warehouse with every table and no row."""
    with PublishWarehouse.empty() as small_warehouse:
        yield small_warehouse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to publish into."""
    path = tmp_path / "published"
    path.mkdir()
    return path


@pytest.fixture
def publish_small(small: PublishWarehouse, folder: Path) -> Callable[..., Publication]:
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
def everything(small: PublishWarehouse) -> PublishWarehouse:
    """A warehouse that puts at least one row into every published table."""
    fill_everything(small)
    return small
