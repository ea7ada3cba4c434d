import csv
from collections import Counter
from pathlib import Path
from typing import Any

import orjson
import pytest
from pydantic import SecretStr

from spiders.platforms.base import Answer, Fetch, Page, Source
from spiders.platforms.kaggle import PLATFORM, Kaggle
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.settings import Settings

SOURCE = Source("Kaggle", "kaggle", "competitions")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "kaggle"
COOKIES = (
    "ka_sessionid=0a1b; max-age=2626560; path=/, CSRF-TOKEN=CfDJ8-c; path=/; samesite=strict; httponly,"
    "XSRF-TOKEN=CfDJ8_x-y; expires=Tue, 24 Nov 2026 10:00:00 GMT; path=/"
)
SITE = {"competitionName": "a", "title": "A"}


def page_of(body: object, carried: dict[str, Any] | None = None, platform: Kaggle = PLATFORM) -> Page:
    return platform.page(SOURCE, Answer("", orjson.dumps(body).decode(), carried=carried))


def with_token(token: str) -> Kaggle:
    return PLATFORM.with_settings(Settings(kaggle_token=SecretStr(token)))


def read(**keys: Any) -> ChallengeReading:
    reading = read_payload(PLATFORM, SOURCE, SITE | keys)
    assert isinstance(reading, ChallengeReading)
    return reading


def test_without_a_token_the_site_is_opened_first() -> None:
    assert PLATFORM.with_settings(Settings()) is PLATFORM
    (fetch,) = PLATFORM.requests(SOURCE)
    assert fetch == Fetch("https://www.kaggle.com/competitions")
    page = PLATFORM.page(SOURCE, Answer(fetch.url, "<!doctype html>", {"Set-Cookie": COOKIES}))
    (listing,) = page.follow
    assert (listing.method, page.payloads) == ("POST", [])
    assert listing.headers["X-XSRF-TOKEN"] == "CfDJ8_x-y"
    assert listing.headers["Cookie"] == "CSRF-TOKEN=CfDJ8-c; XSRF-TOKEN=CfDJ8_x-y"
    asked = orjson.loads(listing.body or b"")
    assert (asked["selector"]["listOption"], asked["pageToken"], asked["pageSize"]) == ("LIST_OPTION_ACTIVE", "", 50)


def test_a_next_page_is_asked_with_the_same_cookies() -> None:
    carried = {"cookies": {"XSRF-TOKEN": "x"}}
    body = {"competitions": [SITE], "nextPageToken": "p2", "totalResults": 51}
    (fetch,) = page_of(body, carried).follow
    assert (orjson.loads(fetch.body or b"")["pageToken"], fetch.headers["X-XSRF-TOKEN"]) == ("p2", "x")
    assert page_of(body | {"nextPageToken": ""}, carried).follow == []
    assert page_of({"competitions": [], "nextPageToken": "p2"}, carried).follow == []


@pytest.mark.parametrize(
    ("token", "header"),
    [("jane:0a1b", "Basic amFuZTowYTFi"), ("KGAT_0a1b", "Bearer KGAT_0a1b")],
)
def test_with_a_token_the_api_is_asked_and_nothing_shows_it(token: str, header: str) -> None:
    platform = with_token(token)
    (fetch,) = platform.requests(SOURCE)
    assert (fetch.url, fetch.headers) == (
        "https://www.kaggle.com/api/v1/competitions/list?page=1",
        {"Authorization": header},
    )
    (following,) = page_of([{"ref": "a", "title": "A"}], fetch.carried, platform).follow
    assert (following.url[-6:], following.headers) == ("page=2", {"Authorization": header})
    shown = repr((platform, fetch, following, following.carried, Settings(kaggle_token=SecretStr(token))))
    assert token not in shown
    assert header.split()[1] not in shown


def test_the_api_ends_with_an_empty_page_and_never_goes_round() -> None:
    carried = {"page": 2, "before": ["a"]}
    assert page_of([], carried) == Page()
    assert page_of({"competitions": [{"ref": "b"}]}, carried).follow[0].url.endswith("page=3")
    with pytest.raises(PayloadError, match="page 2 is the page before it"):
        page_of([{"ref": "a"}], carried)


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("<!doctype html><title>Kaggle</title>", None),  # no cookie: a wall, or another site
        ("<!doctype html><title>Sign in</title>", {"page": 1, "before": []}),
        ("<!doctype html><title>Sign in</title>", {"cookies": {}}),
        ("null", None),
        ("", None),
        ('{"code": 401, "message": "Unauthenticated"}', {"page": 1, "before": []}),
        ('{"competitions": null}', None),
        ('["a"]', None),
    ],
)
def test_another_answer_is_a_wrong_type(text: str, carried: dict[str, Any] | None) -> None:
    with pytest.raises(PayloadError) as caught:
        PLATFORM.page(SOURCE, Answer("", text, carried=carried))
    assert caught.value.reason == "wrong_type"


@pytest.mark.parametrize(
    ("reward", "prize"),
    [
        (None, None),
        ({"id": "KNOWLEDGE"}, PrizeReading(kind="knowledge")),
        ({"id": "JOBS"}, PrizeReading(kind="jobs")),
        ({"id": "USD", "quantity": 50000}, PrizeReading(text="50,000 USD", amount=50000, currency="USD")),
        ({"id": "USD"}, PrizeReading(kind="other")),
        ({"id": "SWAG", "clarification": "Shirts"}, PrizeReading(text="Shirts", kind="swag")),
    ],
)
def test_prize(reward: dict[str, Any] | None, prize: PrizeReading | None) -> None:
    assert read(reward=reward).prize == prize


@pytest.mark.parametrize(
    ("keys", "is_junk"),
    [
        ({"competitionHostSegmentId": 10, "reward": {"id": "KUDOS"}}, True),
        ({"competitionHostSegmentId": 10}, True),
        ({"competitionHostSegmentId": 10, "reward": {"id": "USD", "quantity": 500}}, False),
        ({"competitionHostSegmentId": 5, "reward": {"id": "KNOWLEDGE"}}, False),
    ],
)
def test_homework_is_junk(keys: dict[str, Any], is_junk: bool) -> None:
    if not is_junk:
        assert read(**keys).name == "A"
        return
    with pytest.raises(PayloadError, match="homework of a class") as caught:
        read(**keys)
    assert caught.value.reason == "junk"


def test_the_three_shapes_name_a_competition_alike() -> None:
    shapes = [
        {"competitionName": "titan-ic"},
        {"ref": "titan-ic"},
        {"ref": "https://www.kaggle.com/competitions/titan-ic"},
        {"Slug": "titan-ic"},
    ]
    assert {PLATFORM.identifier(payload) for payload in shapes} == {"titan-ic"}


def test_counts_never_reach_the_hash() -> None:
    recorded = (RECORDINGS / "competitions.json").read_text("utf-8")
    later = recorded
    for now, then in {"5033": "5040", "23652": "23653", '"datasetCount": 633': '"datasetCount": 640'}.items():
        assert now in later
        later = later.replace(now, then)
    before, after = (PLATFORM.page(SOURCE, Answer("", text)).payloads for text in (recorded, later))
    assert [{k: v for k, v in p.items() if k not in PLATFORM.volatile} for p in before] == [
        {k: v for k, v in p.items() if k not in PLATFORM.volatile} for p in after
    ]
    assert "createdByUserId" in recorded
    assert not any("createdByUserId" in payload for payload in before)


def test_every_real_record_of_the_site_reads(shared: Path) -> None:
    text = (shared / "payloads/challenges/kaggle/list_competitions_live_2026-10.json").read_text("utf-8")
    page = PLATFORM.page(SOURCE, Answer("", text))
    assert [read_payload(PLATFORM, SOURCE, payload).kind for payload in page.payloads] == [  # type: ignore[union-attr]
        "competition",
        "competition",
        "hackathon",
    ]


def test_every_real_row_of_the_table_reads_or_is_homework(shared: Path) -> None:
    path = shared / "payloads/challenges/kaggle/meta_kaggle_Competitions_2022-03.csv"
    page = PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8")))
    with path.open(encoding="utf-8", newline="") as file:
        segments = Counter(row["HostSegmentTitle"] for row in csv.DictReader(file))
    outcomes = Counter[str]()
    for payload in page.payloads:
        try:
            reading = read_payload(PLATFORM, SOURCE, payload)
        except PayloadError as error:
            outcomes[error.reason] += 1
        else:
            assert isinstance(reading, ChallengeReading)
            assert reading.deadline
            outcomes["read"] += 1
    assert outcomes == {"junk": segments.pop("InClass"), "read": segments.total()}
