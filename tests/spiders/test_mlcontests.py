from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Source
from spiders.platforms.mlcontests import PLATFORM, canonical_url
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("ML Contests", "mlcontests", "mlcontests")
SMALLEST = {"name": "A", "url": "https://a.example/"}


def read(**keys: Any) -> ChallengeReading:
    reading = read_payload(PLATFORM, SOURCE, SMALLEST | keys)
    assert isinstance(reading, ChallengeReading)
    return reading


@pytest.mark.parametrize("text", ["null", "[]", "{}", '{"data": null}', '{"data": [1]}', "404: Not Found", "<html>"])
def test_another_answer_is_a_wrong_type(text: str) -> None:
    with pytest.raises(PayloadError) as caught:
        PLATFORM.page(SOURCE, Answer("", text))
    assert caught.value.reason == "wrong_type"


@pytest.mark.parametrize(
    ("stated", "url"),
    [
        ("https://www.kaggle.com/competitions/a-b?ref=mlcontests", "https://www.kaggle.com/competitions/a-b"),
        ("https://www.kaggle.com/competitions/HyperA/overview?ref=x", "https://www.kaggle.com/competitions/HyperA"),
        ("https://kaggle.com/c/a-b", "https://www.kaggle.com/competitions/a-b"),
        ("https://www.kaggle.com/organizations/a/competitions", "https://www.kaggle.com/organizations/a/competitions"),
        ("https://zindi.africa/competitions/a-b/?utm_source=mlcontest", "https://zindi.africa/competitions/a-b"),
        ("https://zindi.africa/competitions/a-b/leaderboard", "https://zindi.africa/competitions/a-b"),
        ("https://www.drivendata.org/competitions/3/a/?ref=m", "https://www.drivendata.org/competitions/3/a/"),
        ("https://www.aicrowd.com/challenges/a-2026?ref=m", "https://www.aicrowd.com/challenges/a-2026"),
        # a problem of a challenge is another page than the challenge
        (
            "https://www.aicrowd.com/challenges/a/problems/b?ref=m",
            "https://www.aicrowd.com/challenges/a/problems/b",
        ),
        ("https://a-b.devpost.com/?ref=mlcontests", "https://a-b.devpost.com/"),
        ("https://www.devpost.com/software", "https://www.devpost.com/software"),
        ("http://a.example?ref=mlcontests", "http://a.example"),
        ("https://a.example/c?menu=about&ref=mlcontests&tab=x#y", "https://a.example/c?menu=about&tab=x#y"),
        ("https://a.example/c?referrer=b", "https://a.example/c?referrer=b"),
        ("https://a.example/c#/?lang=en_us?ref=mlcontests", "https://a.example/c#/?lang=en_us"),
    ],
)
def test_an_address_is_the_one_its_host_uses(stated: str, url: str) -> None:
    assert canonical_url(stated) == url


@pytest.mark.parametrize(
    ("platform", "payload"),
    [
        ("kaggle", {"competitionName": "a-b", "title": "A"}),
        ("zindi", {"id": "a-b", "title": "A", "kind": "competition"}),
        ("drivendata", {"path": "3/a-b", "title": "A"}),
        ("aicrowd", {"slug": "a-b", "title": "A"}),
    ],
)
def test_the_host_itself_is_read_with_the_same_address(platform: str, payload: dict[str, Any]) -> None:
    own = read_payload(platforms()[platform], Source("", platform, "x"), payload).url
    assert canonical_url(f"{own}?ref=mlcontests") == own


@pytest.mark.parametrize(
    ("platform", "also", "url"),
    [
        ("Kaggle", ["https://www.kaggle.com/competitions/x?ref=m"], "https://www.kaggle.com/competitions/x"),
        ("Independent", ["https://www.kaggle.com/competitions/x"], "https://a.example/"),
        ("Kaggle", ["https://kaggle.com/c/x", "https://kaggle.com/c/y"], "https://a.example/"),
        ("Kaggle", ["https://b.example/"], "https://a.example/"),
        ("DEVPOST", ["https://x.devpost.com/"], "https://x.devpost.com/"),
        ("Kaggle", None, "https://a.example/"),
    ],
)
def test_where_one_takes_part(platform: str, also: list[str] | None, url: str) -> None:
    assert read(platform=platform, additional_urls=also).url == url


@pytest.mark.parametrize(
    ("keys", "attendance"),
    [
        ({"url": "https://www.kaggle.com/competitions/x/overview"}, "online"),
        ({"url": "https://x.devpost.com/"}, None),
        ({"url": "https://a.example/", "tags": ["in-person"]}, "in-person"),
        ({"url": "https://www.kaggle.com/competitions/x", "platform": "In-person"}, "in-person"),
        ({}, None),
    ],
)
def test_attendance(keys: dict[str, Any], attendance: str | None) -> None:
    assert read(**keys).attendance == attendance


@pytest.mark.parametrize(
    ("keys", "deadline", "ends"),
    [
        ({"deadline": "3 Jul 2026"}, date(2026, 7, 3), date(2026, 7, 3)),
        ({"deadline": "07 Dec 2026", "registration-deadline": "1 Dec 2026"}, date(2026, 12, 1), date(2026, 12, 7)),
        ({"deadline": "17 Sep 2026", "registration-deadline": "31 Dec 2026"}, date(2026, 9, 17), date(2026, 9, 17)),
        ({"deadline": "11 May 2026 Apr 2026"}, date(2026, 5, 11), date(2026, 5, 11)),
        ({"deadline": "21 Mar 2024", "end-date": "10 Apr 2024"}, date(2024, 3, 21), date(2024, 4, 10)),
        ({"deadline": None}, None, None),
    ],
)
def test_days(keys: dict[str, Any], deadline: date | None, ends: date | None) -> None:
    reading = read(**keys)
    assert (reading.deadline, reading.ends) == (deadline, ends)


@pytest.mark.parametrize("stated", ["soon", "2026", "Jul 2026", "31 Feb 2026", "3 Foo 2026"])
def test_what_is_no_day_is_an_invalid_value(stated: str) -> None:
    with pytest.raises(PayloadError) as caught:
        read(deadline=stated)
    assert caught.value.reason == "invalid_value"


@pytest.mark.parametrize(
    ("sponsor", "platform", "organizer"),
    [
        ("Glacier Society", "Kaggle", "Glacier Society"),
        (None, "Zindi", "Zindi"),
        ("", "Independent", None),
        (None, "In-person", None),
        (None, None, None),
    ],
)
def test_organizer(sponsor: str | None, platform: str | None, organizer: str | None) -> None:
    assert read(sponsor=sponsor, platform=platform).organizer == organizer


def test_every_real_entry_reads(shared: Path) -> None:
    text = (shared / "payloads/challenges/mlcontests/competitions.json").read_text("utf-8")
    payloads = PLATFORM.page(SOURCE, Answer("", text)).payloads
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == 358
    assert Counter(PLATFORM.identifier(payload) for payload in payloads).most_common(2)[0][1] == 2
    assert len({PLATFORM.identifier(payload) for payload in payloads}) == 357  # the file holds one entry twice
    for reading in readings:
        assert isinstance(reading, ChallengeReading)
        assert reading.deadline
        assert "ref=" not in reading.url
        assert "utm_" not in reading.url
