"""The same challenge, once: tables of literals for addresses and names, and whole groups of records."""

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.challenges import ChallengeRecord, same_challenges
from pipelines.dedupe.challenges.names import is_same_organizer, is_same_place, name_of
from pipelines.dedupe.challenges.urls import page_key

DAY = date(2026, 11, 14)
HALL = ChallengeRecord(
    id="a",
    platform="devpost",
    identifier="1",
    name="Quarry Hacks 2026",
    url="https://quarry-hacks-2026.devpost.com/",
    organizer="Quarry University",
    starts=DAY,
    ends=DAY + timedelta(1),
    deadline=DAY + timedelta(1),
    location="Quarry Hall",
)
FAIR = replace(HALL, id="b", platform="mlh", identifier="x", name="Quarry Hacks", url="https://quarryhacks.example",
               organizer=None, deadline=None, location="Tarn, Ohio")  # fmt: skip


def groups(*records: ChallengeRecord) -> list[list[str]]:
    found: dict[str, list[str]] = {}
    for one in same_challenges(records):
        found.setdefault(one.cluster_id, []).append(one.id)
    return sorted(found.values())


@pytest.mark.parametrize(
    "url",
    [
        "https://quarry.example/oak",
        "http://quarry.example/oak",
        "https://www.quarry.example/oak/",
        "HTTPS://Quarry.Example/oak#prizes",
        "https://quarry.example:443/oak?ref=somelist",
        "https://quarry.example/oak?utm_source=a&utm_medium=b",
        "https://quarry.example/oak/?ref_feature=challenge&ref_medium=discover",
        " https://quarry.example//oak?UTM_Campaign=x ",
    ],
)
def test_one_page_has_one_key(url: str) -> None:
    assert page_key(url) == "quarry.example/oak"


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://quarry.example/events?id=7&ref=x", "quarry.example/events?id=7"),
        ("https://quarry.example/events?b=2&a=1", "quarry.example/events?a=1&b=2"),
        ("https://quarry.example:8443/", "quarry.example:8443/"),
        ("https://www.kaggle.com/c/oak", "kaggle.com/competitions/oak"),
        ("https://quarry.example/Oak", "quarry.example/Oak"),
        ("mailto:ann@example.org", None),
        ("https://[bad", None),
        ("/relative", None),
        ("", None),
    ],
)
def test_page_key(url: str, key: str | None) -> None:
    assert page_key(url) == key


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("Quarry Hacks 2026", "Quarry Hacks", True),
        ("QuarryHacks", "Quarry Hacks", True),
        ("WiQHacks '26", "WiQHacks", True),
        ("Quarry Hackathon", "Quarry Hackaton", True),
        ("Hacks, Quarry", "quarry HACKS", True),
        ("Quarry Hacks II", "Quarry Hacks 2.0", True),
        ("Sprint with Oak: SF, November 2026", "Sprint with Oak: NYC, November 2026", False),
        ("Quarry Hacks 3.0", "Quarry Hacks 2.0", False),
        ("Quarry Hacks 3.0", "Quarry Hacks", False),
        ("Marketing Crux", "Finance Crux", False),
    ],
)
def test_near_identical_names(one: str, other: str, is_same: bool) -> None:
    assert name_of(one).is_near_identical(name_of(other)) is is_same


def test_common_words_make_no_names_alike() -> None:
    assert not name_of("Ideathon").is_alike(name_of("Biz Tech Ideathon"))
    assert name_of("Quarry Hacks").is_alike(name_of("Quarry Hacks 2026: Lost in the Tarn"))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Quarry Hacks 2025", "Quarry Hacks 2026"), ("Oak Cup 4.0", "Oak Cup 5.0"), ("Oak '25", "Oak 2026")],
)
def test_editions_are_told_by_their_numbers(one: str, other: str) -> None:
    assert name_of(one).is_other_edition(name_of(other))


def test_organizers_and_places() -> None:
    assert is_same_organizer("ACM-W", "ACM W")
    assert is_same_organizer("Quarry University", "quarry university computing club")
    assert not is_same_organizer(None, None)
    assert is_same_place("Quarry Hall, Tarn", "Tarn, Ohio")
    assert not is_same_place("Online", "online")


@pytest.mark.parametrize(
    ("what", "one", "other", "is_same"),
    [
        ("near dates, a telling name", HALL, FAIR, True),
        ("three days apart", HALL, replace(FAIR, starts=DAY - timedelta(4), ends=DAY - timedelta(2)), True),
        ("four days apart", HALL, replace(FAIR, starts=DAY - timedelta(5), ends=DAY - timedelta(3)), False),
        ("last year's edition", HALL, replace(FAIR, name="Quarry Hacks 2025"), False),
        ("last year's page", HALL, replace(FAIR, url=HALL.url, starts=date(2025, 11, 14), ends=date(2025, 11, 15)),
         False),
        ("one page, two names", HALL, replace(FAIR, name="Dig for agents", url="http://quarry-hacks-2026.devpost.com?ref=m"),
         True),
        ("one page, no dates, two names", HALL,
         replace(FAIR, name="Dig for agents", url=HALL.url, starts=None, ends=None), False),
        ("common words, nobody in common", replace(HALL, name="Ideathon"), replace(FAIR, name="Ideathon"), False),
        ("common words, one organizer", replace(HALL, name="Ideathon"),
         replace(FAIR, name="Ideathon", organizer="Quarry University"), True),
        ("one name, other organizer and place", HALL, replace(FAIR, organizer="Larch College"), False),
        ("names alike, one organizer", HALL,
         replace(FAIR, name="Quarry Hacks: Lost in the Tarn", organizer="Quarry University"), True),
        ("two cities, one organizer", replace(HALL, name="Oak Sprint: SF"),
         replace(FAIR, name="Oak Sprint: NYC", organizer="Quarry University"), False),
        ("names alike, nothing else", HALL, replace(FAIR, name="Quarry Hacks: Lost in the Tarn"), False),
        ("no dates, one name, one organizer", HALL,
         replace(FAIR, starts=None, ends=None, organizer="Quarry University"), True),
        ("no dates, one name", HALL, replace(FAIR, starts=None, ends=None), False),
        ("a directory knows the deadline only", HALL, replace(FAIR, starts=None, ends=None, deadline=DAY), True),
        ("two listings of one platform", HALL, replace(FAIR, platform="devpost"), False),
        ("one listing on two lists", HALL, replace(HALL, id="b", name="Renamed"), True),
    ],
)  # fmt: skip
def test_two_records(what: str, one: ChallengeRecord, other: ChallengeRecord, is_same: bool) -> None:
    assert (groups(one, other) == [["a", "b"]]) is is_same


def test_a_cluster_holds_one_listing_a_platform() -> None:
    again = replace(HALL, id="c", identifier="2", url="https://quarry-hacks-again.devpost.com/")
    assert groups(HALL, FAIR, again) == [["a", "b"], ["c"]]


def test_functions_of_one_college_stay_apart() -> None:
    names = [f"{word} Crux" for word in ("Marketing", "Finance", "Operations", "People", "Product", "Strategy")]
    records = [
        replace(
            HALL,
            id=f"{platform}{n}",
            platform=platform,
            identifier=str(n),
            name=name,
            url=f"https://{platform}.example/{n}",
        )
        for platform in ("unstop", "list")
        for n, name in enumerate(names)
    ]
    assert groups(*records) == [[f"list{n}", f"unstop{n}"] for n in range(6)]


def test_reasons() -> None:
    linked = replace(FAIR, id="c", platform="list", url=HALL.url)
    reasons = {one.id: one.match_reason for one in same_challenges([HALL, FAIR, linked, replace(HALL, id="d")])}
    assert reasons == {"a": "canonical", "b": "close_title", "c": "exact", "d": "directory"}


@given(st.randoms(use_true_random=False))
def test_the_order_of_records_decides_nothing(dice: random.Random) -> None:
    records = [HALL, FAIR, replace(HALL, id="c", identifier="2"), replace(FAIR, id="d", platform="list", url=HALL.url)]
    shuffled = dice.sample(records, len(records))
    assert same_challenges(shuffled) == same_challenges(records)
