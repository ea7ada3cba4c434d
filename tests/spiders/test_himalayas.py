from pathlib import Path

import orjson
import pytest

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.himalayas import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PostingReading

SOURCE = Source("Himalayas", "himalayas", "all")
API = "https://himalayas.app/jobs/api"


def page(offset: object, total: object, *, asked: int = 0, entries: int = 20) -> Page:
    body = {"offset": offset, "limit": 20, "totalCount": total, "jobs": [{"guid": "https://x.example"}] * entries}
    return PLATFORM.page(SOURCE, Answer(f"{API}?limit=20&offset={asked}", orjson.dumps(body).decode()))


@pytest.mark.parametrize(
    ("offset", "entries", "total", "following"),
    [
        (0, 20, 100_616, 20),
        (40, 20, 100_616, 60),
        (40, 7, 100_616, 47),
        (20, 5, 25, None),
        (20, 0, 100_616, None),
        (1_960, 20, 100_616, 1_980),
        (1_980, 20, 100_616, None),
        (0, 20, None, 20),
    ],
)
def test_paging_goes_by_what_came_and_stops_with_the_window(
    offset: int, entries: int, total: int | None, following: int | None
) -> None:
    found = page(offset, total, asked=offset, entries=entries)
    expected = [] if following is None else [f"{API}?limit=20&offset={following}"]
    assert [fetch.url for fetch in found.follow] == expected
    assert found.total == (total if offset == 0 else None)


@pytest.mark.parametrize(("offset", "asked"), [(0, 20), (None, 0), ("0", 0)])
def test_an_answer_for_another_offset_ends_the_paging(offset: object, asked: int) -> None:
    with pytest.raises(PayloadError, match="wrong_type: offset"):
        page(offset, 100, asked=asked)


def test_every_real_posting_is_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "boards" / "himalayas"
    payloads = [
        payload
        for path in sorted(folder.glob("*.json"))
        for payload in PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8"))).payloads
    ]
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == 4
    assert all(isinstance(each, PostingReading) and each.places and each.valid_through for each in readings)
    pays = [each.pays for each in readings if isinstance(each, PostingReading)]
    assert PayReading(108_700, 163_100, "USD", "annual") in [pay for stated in pays for pay in stated]
