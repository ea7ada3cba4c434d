from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.personal_data import has_email, has_phone
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.devfolio import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading

SOURCE = Source("Devfolio", "devfolio", "hackathons")
SEARCH = "https://api.devfolio.co/api/search/hackathons"
RECORDINGS = Path(__file__).parent.parent / "recordings" / "devfolio"
SMALLEST = {"slug": "a", "name": "A"}


def page_of(body: object, start: int = 0) -> Page:
    return PLATFORM.page(SOURCE, Answer(SEARCH, orjson.dumps(body).decode(), carried={"from": start}))


def found(count: int, total: int) -> dict[str, Any]:
    hits = [{"_source": {"slug": f"h-{number}", "name": "H"}} for number in range(count)]
    return {"hits": {"total": {"value": total}, "hits": hits}}


def read(**keys: Any) -> ChallengeReading:
    reading = read_payload(PLATFORM, SOURCE, SMALLEST | keys)
    assert isinstance(reading, ChallengeReading)
    return reading


def test_first_request() -> None:
    (fetch,) = PLATFORM.requests(SOURCE)
    assert (fetch.url, fetch.method) == (SEARCH, "POST")
    assert orjson.loads(fetch.body or b"") == {"type": "application_open", "from": 0, "size": 50}


@pytest.mark.parametrize(
    ("count", "total", "start", "next_start"),
    [
        (50, 120, 0, 50),
        (50, 120, 50, 100),
        (20, 120, 100, None),
        (9, 19, 0, None),
        (48, 120, 0, 50),
        (0, 120, 100, None),
    ],
)
def test_the_count_is_followed_but_need_not_be_reached(
    count: int, total: int, start: int, next_start: int | None
) -> None:
    page = page_of(found(count, total), start)
    asked = [orjson.loads(fetch.body or b"")["from"] for fetch in page.follow]
    assert asked == ([] if next_start is None else [next_start])
    assert [fetch.carried for fetch in page.follow] == [{"from": start} for start in asked]
    assert page.total is None


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        {},
        {"message": "Validation failed"},
        {"hits": None},
        {"hits": {"hits": []}},
        {"hits": {"total": {"value": 1}, "hits": [{"_source": None}]}},
        found(0, 19),  # counts some, shows none
        {"pageProps": {"dehydratedState": {"queries": [{"state": {"data": {"open_hackathons": "none"}}}]}}},
    ],
)
def test_another_answer_is_a_wrong_type(body: object) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(body)
    assert caught.value.reason == "wrong_type"


def test_login_page_is_a_wrong_type() -> None:
    with pytest.raises(PayloadError, match="not JSON"):
        PLATFORM.page(SOURCE, Answer(SEARCH, "<!doctype html><title>Sign in</title>"))


def test_nothing_open_is_an_empty_list() -> None:
    assert page_of(found(0, 0)) == Page()


@pytest.mark.parametrize("recording", ["hackathons", "hackathons_site", "hackathons_detail"])
def test_people_never_land(recording: str) -> None:
    recorded = (RECORDINGS / f"{recording}.json").read_text("utf-8")
    landed = orjson.dumps(PLATFORM.page(SOURCE, Answer("", recorded)).payloads).decode()
    private = [
        word for word in ("raviiyer31", "Menon", "contact_email", "participants_details", "Meera") if word in recorded
    ]
    assert private
    assert not [word for word in [*private, "tarab"] if word in landed]
    assert not has_email(landed.replace("[e-mail removed]", ""))
    assert not has_phone(landed.replace("[phone removed]", ""))


def test_the_deadline_is_the_day_where_it_takes_place() -> None:
    stated = {"reg_ends_at": "2027-01-11T07:59:00+00:00"}
    assert read(hackathon_setting=stated, timezone="America/Los_Angeles").deadline == "2027-01-10T23:59:00-08:00"
    assert read(settings=stated, timezone="Nowhere/At all").deadline == "2027-01-11T07:59:00+00:00"
    assert read(settings=stated).deadline == "2027-01-11T07:59:00+00:00"


@pytest.mark.parametrize(
    ("keys", "attendance"),
    [
        ({"is_online": True, "location": "Online"}, "online"),
        ({"is_online": False, "location": "Pune", "city": None}, "offline"),
        ({"is_online": False, "location": None, "city": None, "country": "India"}, "offline"),
        ({"is_online": False, "location": None, "city": None}, None),  # nobody chose
        ({"is_online": False}, "offline"),  # the site's lists have no places
        ({"is_online": False, "settings": {"is_hybrid": True}}, "hybrid"),
        ({}, None),
    ],
)
def test_attendance(keys: dict[str, Any], attendance: str | None) -> None:
    assert read(**keys).attendance == attendance


@pytest.mark.parametrize(
    ("prizes", "text"),
    [
        ([{"name": "Winner", "desc": "₹50,000"}, {"name": "Goodies", "desc": None}], "Winner: ₹50,000\nGoodies"),
        ([{"name": "Best on Tealight", "desc": "Get [started](https://tealight.example)."}], "Best on Tealight"),
        ([{"name": "Track", "desc": "Top 3 teams " + "build " * 40}], "Track"),
    ],
)
def test_prizes_in_words(prizes: list[dict[str, Any]], text: str) -> None:
    assert read(prizes=prizes).prize == PrizeReading(text=text, kind="other")


def test_the_purse_of_a_page_goes_before_words() -> None:
    prize = read(prizes=[], aggregatePrizeValue=4150, aggregatePrizeCurrency="USD").prize
    assert prize == PrizeReading(amount=4150, currency="USD")


@pytest.mark.parametrize(
    ("recording", "count"),
    [("search_hackathons_2023-12", 9), ("next_data_hackathons_2026-03", 27), ("next_data_hackathon_detail_2026-03", 1)],
)
def test_every_real_record_reads(shared: Path, recording: str, count: int) -> None:
    text = (shared / f"payloads/challenges/devfolio/{recording}.json").read_text("utf-8")
    payloads = PLATFORM.page(SOURCE, Answer("", text)).payloads
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in payloads]
    assert len(readings) == count
    assert "masked" not in orjson.dumps(payloads).decode().lower()
    for reading in readings:
        assert isinstance(reading, ChallengeReading)
        assert reading.deadline
        assert not has_email(str(reading).replace("[e-mail removed]", ""))
