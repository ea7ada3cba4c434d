"""What holds for every challenge platform: nobody's number, address or name among participants lands."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

import orjson
import pytest
from scrapy.http import TextResponse

from spiders.board_spider import BoardSpider, CrawlPlan, FinishedBoard
from spiders.memory import Memory
from spiders.outcomes import BoardProgress
from spiders.personal_data import EMAIL_REMOVED, PEOPLE, PHONE_REMOVED, scrubbed
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from warehouse.landing import Landing
from warehouse.readings import ChallengeReading
from warehouse.vocabulary import ListingKind

RECORDINGS = Path(__file__).parent.parent / "recordings"
CHALLENGES = [platform for platform in platforms().values() if platform.kind is ListingKind.CHALLENGE]
PAYLOAD = {
    "id": 1,
    "about": "Ask asha@club.example or 98765 43210",
    "setting": {"contact_email": "asha@club.example", "ends": "2027-01-01"},
    "participants_details": [{"first_name": "Asha"}],
    "url": "https://club.example/9876543210",
}


class Careless(Platform):
    """A challenge platform whose file forgot about people."""

    name = "careless"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE

    def requests(self, source: Source) -> Iterator[Fetch]:
        yield Fetch("https://club.example/list")

    def page(self, source: Source, answer: Answer) -> Page:
        return Page([answer.json()], total=1)

    def identifier(self, payload: Payload) -> str:
        return str(payload["id"])

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        raise NotImplementedError


class Jobs(Careless):
    kind: ClassVar[ListingKind] = ListingKind.POSTING


def landed(platform: Platform, folder: Path) -> list[dict[str, Any]]:
    source = Source("Club", platform.name, "list")
    now = datetime(2026, 11, 24, tzinfo=UTC)
    plan = CrawlPlan(platform.name, (source,), "c", "r", now)
    spider = BoardSpider(plan, platform, Memory(Landing(folder, platform.name), platform, now))
    board, (fetch,) = BoardProgress(source, pending=1), platform.requests(source)
    body = orjson.dumps(PAYLOAD)
    (finished,) = spider.answered(TextResponse(fetch.url, status=200, body=body), board, fetch)
    assert isinstance(finished, FinishedBoard)
    return finished.payloads


def test_the_crawl_takes_people_out_whatever_a_platform_forgot(tmp_path: Path) -> None:
    assert landed(Careless(), tmp_path) == [
        {
            "id": 1,
            "about": f"Ask {EMAIL_REMOVED} or {PHONE_REMOVED}",
            "setting": {"ends": "2027-01-01"},
            "url": "https://club.example/9876543210",
        }
    ]


def test_postings_land_as_they_came(tmp_path: Path) -> None:
    assert landed(Jobs(), tmp_path) == [PAYLOAD]


@pytest.mark.parametrize("platform", CHALLENGES, ids=lambda platform: platform.name)
def test_every_platform_takes_people_out_itself(platform: Platform) -> None:
    recordings = [path for path in (RECORDINGS / platform.name).iterdir() if ".expected" not in path.name]
    assert recordings
    for path in recordings:
        source = Source("", platform.name, path.stem.split("_")[0])
        for payload in platform.page(source, Answer("", path.read_text("utf-8"))).payloads:
            assert scrubbed(payload, PEOPLE) == payload
