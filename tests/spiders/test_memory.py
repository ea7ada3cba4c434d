"""What a crawl need not ask again: a table of what has changed since the details were landed."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import ClassVar

import pytest

from spiders.memory import Memory
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from warehouse.landing import BoardCrawl, Landing
from warehouse.readings import PostingReading
from warehouse.vocabulary import CrawlOutcome

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ENTRY = {"id": "7", "title": "Product Manager", "views": 3}


class Detailed(Platform):
    """A platform whose texts lie on detail pages."""

    name = "detailed"
    volatile: ClassVar[frozenset[str]] = frozenset({"views"})

    def requests(self, source: Source) -> Iterator[Fetch]:
        yield Fetch("https://example.org")

    def page(self, source: Source, answer: Answer) -> Page:
        return Page()

    def identifier(self, payload: Payload) -> str:
        return str(payload.get("entry", payload)["id"])

    def read(self, source: Source, payload: Payload) -> PostingReading:
        raise KeyError("text")


def memory(root: Path, payload: Payload, days_later: int = 1) -> Memory:
    crawl = BoardCrawl(
        source_id="detailed:a",
        platform="detailed",
        board="a",
        company="Acme",
        crawl_id="c1",
        run_id="r1",
        crawled_at=NOW,
        outcome=CrawlOutcome.COMPLETE,
        etag='"v1"',
    )
    landing = Landing(root, "detailed")
    landing.land(crawl, [payload], frozenset())
    return Memory(landing, Detailed(), NOW + timedelta(days=days_later))


@pytest.mark.parametrize("payload", [{"entry": ENTRY, "detail": {"text": "x"}}, {**ENTRY, "text": "x"}])
@pytest.mark.parametrize(
    ("entry", "days_later", "is_kept"),
    [
        (ENTRY, 1, True),
        ({**ENTRY, "views": 99}, 1, True),  # changes without meaning anything
        ({**ENTRY, "title": "Product Owner"}, 1, False),
        (ENTRY, 15, False),  # a detail page may change without its entry
    ],
)
def test_a_detail_page_is_asked_for_when_its_entry_changed_or_it_is_old(
    tmp_path: Path, payload: Payload, entry: Payload, days_later: int, is_kept: bool
) -> None:
    known = memory(tmp_path, payload, days_later)
    fetch = Fetch("https://example.org/7", carried=entry, detail_of="7")
    kept = known.detail(Source("Acme", "detailed", "a"), fetch)
    assert (kept is not None and kept.payload == payload) == is_kept


def test_what_is_no_detail_or_new_is_asked_for(tmp_path: Path) -> None:
    known = memory(tmp_path, {"entry": ENTRY})
    source = Source("Acme", "detailed", "a")
    assert known.detail(source, Fetch("https://example.org")) is None
    assert known.detail(source, Fetch("https://example.org/8", carried={"id": "8"}, detail_of="8")) is None
    assert known.detail(Source("B", "detailed", "b"), Fetch("x", carried=ENTRY, detail_of="7")) is None


def test_conditions_are_sent_to_the_same_company_only(tmp_path: Path) -> None:
    known = memory(tmp_path, {"entry": ENTRY})
    assert known.conditions(Source("Acme", "detailed", "a")) == {"If-None-Match": '"v1"'}
    assert known.conditions(Source("Renamed", "detailed", "a")) == {}
    assert known.conditions(Source("Acme", "detailed", "new")) == {}
