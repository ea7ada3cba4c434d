from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.zindi import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("Zindi", "zindi", "competitions")
LIST = "https://api.zindi.africa/v1/competitions?page={}&per_page=20&active=1"
SMALLEST = {"id": "a", "title": "A", "kind": "competition"}


def page_of(body: object, number: int = 0) -> Page:
    return PLATFORM.page(SOURCE, Answer(LIST.format(number), orjson.dumps(body).decode(), carried={"page": number}))


def listed(count: int, total: int) -> dict[str, Any]:
    return {"data": [SMALLEST | {"id": f"c-{n}"} for n in range(count)], "meta": {"total_count": total, "per_page": 20}}


def read(**keys: Any) -> ChallengeReading:
    reading = read_payload(PLATFORM, SOURCE, SMALLEST | keys)
    assert isinstance(reading, ChallengeReading)
    return reading


@pytest.mark.parametrize(
    ("count", "total", "number", "next_number"),
    [(20, 204, 0, 1), (20, 204, 1, 2), (4, 204, 0, None), (20, 20, 0, None), (20, 40, 1, None), (0, 0, 0, None)],
)
def test_pages_count_from_zero_and_end(count: int, total: int, number: int, next_number: int | None) -> None:
    follow = page_of(listed(count, total), number).follow
    assert [fetch.url for fetch in follow] == ([] if next_number is None else [LIST.format(next_number)])


@pytest.mark.parametrize(
    "body", [None, [], {}, {"data": None, "meta": {}}, {"data": []}, {"data": [], "meta": {"total_count": "4"}}]
)
def test_another_answer_is_a_wrong_type(body: object) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(body)
    assert caught.value.reason == "wrong_type"


@pytest.mark.parametrize(
    ("stated", "name"),
    [(None, None), ("ITU", "ITU"), ({"id": 3, "name": "ITU"}, "ITU"), ({"id": 3}, None), ("  ", None)],
)
def test_organization_has_three_forms(stated: object, name: str | None) -> None:
    assert read(organization=stated).organizer == name


def test_entries_close_before_the_end_where_it_says_so() -> None:
    ends = {"end_time": "2026-10-04T23:59:00.000Z"}
    assert read(**ends, entries_close_at=None).deadline == ends["end_time"]
    assert read(**ends, entries_close_at="2026-09-27T23:59:00.000Z").deadline == "2026-09-27T23:59:00.000Z"


@pytest.mark.parametrize(
    ("keys", "is_invite_only"),
    [
        ({}, None),
        ({"secret_code_required": False, "is_access_restricted": False}, False),
        ({"secret_code_required": True, "is_access_restricted": False}, True),
        ({"is_access_restricted": True}, True),
    ],
)
def test_invitation(keys: dict[str, Any], is_invite_only: bool | None) -> None:
    assert read(**keys).is_invite_only is is_invite_only


def test_every_real_record_reads(shared: Path) -> None:
    text = (shared / "payloads/challenges/zindi/competitions_live_2026-09.json").read_text("utf-8")
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in PLATFORM.page(SOURCE, Answer("", text)).payloads]
    assert len(readings) == 3
    for reading in readings:
        assert isinstance(reading, ChallengeReading)
        assert reading.deadline
        assert reading.prize
