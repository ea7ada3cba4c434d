"""One Greenhouse board whose crawls land day after day, to be normalised."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from pipelines.normalise.step import NormaliseReport, normalise
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

Con = duckdb.DuckDBPyConnection


def job(number: int, title: str | None = "Product Manager", **other: Any) -> dict[str, Any]:
    payload = {
        "id": number,
        "internal_job_id": number + 1000,
        "absolute_url": f"https://boards.greenhouse.io/acme/jobs/{number}",
        "location": {"name": "Berlin, Germany"},
        "updated_at": "2025-12-01T00:00:00-05:00",
        "metadata": None,
        **other,
    }
    return payload if title is None else {**payload, "title": title}


class Acme:
    """One board whose crawls land day after day."""

    def __init__(self, con: Con, root: Path) -> None:
        self.con = con
        self.root = root
        self.landing = Landing(root, "greenhouse")
        self.day = 0

    def land(self, *payloads: dict[str, Any], company: str = "Acme", is_window: bool = False) -> None:
        self.day += 1
        crawl = BoardCrawl(
            source_id="greenhouse:acme",
            platform="greenhouse",
            board="acme",
            company=company,
            crawl_id=f"crawl-{self.day}",
            run_id=f"run-{self.day}",
            crawled_at=datetime(2026, 1, self.day, tzinfo=UTC),
            outcome=CrawlOutcome.COMPLETE,
            is_window=is_window,
        )
        self.landing.land(crawl, payloads, frozenset({"updated_at"}))

    def normalise(self) -> NormaliseReport:
        return normalise(self.con, self.root, Run(f"run-{self.day}", datetime(2026, 1, self.day or 1, tzinfo=UTC)))

    def rows(self, query: str) -> list[tuple[Any, ...]]:
        return self.con.execute(query).fetchall()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Acme]:
    """The same board in another warehouse."""
    with open_warehouse(Path(":memory:")) as con:
        yield Acme(con, tmp_path / "other")


@pytest.fixture
def acme(con: Con, tmp_path: Path) -> Acme:
    return Acme(con, tmp_path)
