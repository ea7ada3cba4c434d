import asyncio
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from scrapy.crawler import Crawler

from spiders.board_spider import BoardSpider, CrawlPlan, FinishedBoard
from spiders.landing_pipeline import LandingPipeline
from spiders.memory import Memory
from spiders.platforms import platforms
from warehouse.landing import BoardCrawl, Landing
from warehouse.vocabulary import CrawlOutcome

AS_OF = datetime(2026, 11, 22, tzinfo=UTC)
PAYLOAD: dict[str, Any] = {
    "id": 7,
    "title": "Otter Hack, call +91 98765 01234",
    "url": "https://otter.example/9876501234",
    "entry": {"organizers": [{"about": "ann.lee@example.org"}]},
}


def landed(root: Path, name: str) -> dict[str, Any]:
    """The payload as it lies in the landing when a platform's file has let it through as it came."""
    platform = platforms()[name]
    plan = CrawlPlan(name, (), "c1", "r1", AS_OF)
    spider = BoardSpider(plan, platform, Memory(Landing(root, name), platform, AS_OF))
    stats = SimpleNamespace(inc_value=lambda key, count=1: Counter({key: count}))
    settings = {"ROLECALL_LANDING": root, "ROLECALL_LANDED": [], "ROLECALL_REFUSED": []}
    crawler = cast("Crawler", SimpleNamespace(settings=settings, spider=spider, stats=stats))
    crawl = BoardCrawl(
        source_id=f"{name}:b",
        platform=name,
        board="b",
        company="B",
        crawl_id="c1",
        run_id="r1",
        crawled_at=AS_OF,
        outcome=CrawlOutcome.COMPLETE,
    )
    pipeline = LandingPipeline.from_crawler(crawler)
    asyncio.run(pipeline.process_item(FinishedBoard(crawl, [PAYLOAD])))
    pipeline.close_spider()
    ((found, _),) = Landing(root, name).crawls()
    (line,) = Landing(root, name).payloads(found)
    return line.payload


@pytest.mark.parametrize("name", [name for name, platform in platforms().items() if platform.kind == "challenge"])
def test_no_challenge_lands_with_personal_data(tmp_path: Path, name: str) -> None:
    payload = landed(tmp_path, name)
    assert payload == {
        "id": 7,
        "title": "Otter Hack, call [phone removed]",
        "url": "https://otter.example/9876501234",
        "entry": {"organizers": [{"about": "[e-mail removed]"}]},
    }


def test_postings_land_as_they_came(tmp_path: Path) -> None:
    assert landed(tmp_path, "greenhouse") == PAYLOAD
