from pathlib import Path

import orjson
import pytest

from spiders.personal_data import has_phone
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.hackerearth import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("HackerEarth", "hackerearth", "challenges")
FEED = "https://www.hackerearth.com/chrome-extension/events/"
RECORDINGS = Path(__file__).parent.parent / "recordings" / "hackerearth"


def page_of(body: object) -> Page:
    return PLATFORM.page(SOURCE, Answer(FEED, orjson.dumps(body).decode()))


@pytest.mark.parametrize(
    "body", [None, [], {}, {"response": None}, {"response": ["a"]}, {"status": "OK", "data": "<p>Sign in</p>"}]
)
def test_another_answer_is_a_wrong_type(body: object) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(body)
    assert caught.value.reason == "wrong_type"


def test_web_page_is_a_wrong_type() -> None:
    with pytest.raises(PayloadError, match="not JSON"):
        PLATFORM.page(SOURCE, Answer(FEED, "<!doctype html><title>HackerEarth</title>"))


def test_nothing_on_is_an_empty_list() -> None:
    assert page_of({"response": []}) == Page([], [], 0)


def test_numbers_and_addresses_never_land() -> None:
    recorded = (RECORDINGS / "challenges.json").read_text("utf-8")
    landed = orjson.dumps(PLATFORM.page(SOURCE, Answer(FEED, recorded)).payloads).decode()
    for private in ("people@brightleaf.example", "98765 43210"):
        assert private in recorded
        assert private not in landed
    assert not has_phone(landed.replace("[phone removed]", ""))


@pytest.mark.parametrize(
    ("url", "kind", "attendance"),
    [
        ("https://www.hackerearth.com/challenges/hackathon/a/", "hackathon", None),
        ("https://www.hackerearth.com/challenges/competitive/a/", "competition", "online"),
        ("/challenge/hiring/a/", "competition", "online"),
        ("/sprints/a/", "hackathon", None),
        ("https://a.hackerearth.com/", "competition", None),
    ],
)
def test_the_address_says_the_kind(url: str, kind: str, attendance: str | None) -> None:
    reading = read_payload(PLATFORM, SOURCE, {"title": "A", "url": url, "challenge_type": "Monthly Challenges"})
    assert isinstance(reading, ChallengeReading)
    assert (reading.kind, reading.attendance) == (kind, attendance)
    assert reading.url.startswith("https://")


def test_a_countdown_that_runs_changes_nothing() -> None:
    recorded = orjson.loads((RECORDINGS / "challenges_2019.json").read_bytes())
    later = recorded | {"data": recorded["data"].replace("- 1795600000", "- 1795603600").replace("2282", "2290")}
    before, after = page_of(recorded).payloads, page_of(later).payloads
    assert before != after
    for old, new in zip(before, after, strict=True):
        assert {key for key in old if old[key] != new[key]} <= PLATFORM.volatile


@pytest.mark.parametrize(
    ("recording", "count", "dated"),
    [("chrome_extension_events_live_2026-10", 6, 6), ("ajax_challenge_list_2019-01", 25, 10)],
)
def test_every_real_record_reads(shared: Path, recording: str, count: int, dated: int) -> None:
    text = (shared / f"payloads/challenges/hackerearth/{recording}.json").read_text("utf-8")
    payloads = PLATFORM.page(SOURCE, Answer("", text)).payloads
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len({PLATFORM.identifier(payload) for payload in payloads}) == len(readings) == count
    assert sum(isinstance(reading, ChallengeReading) and bool(reading.deadline) for reading in readings) == dated
