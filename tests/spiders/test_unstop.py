from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest

from spiders.personal_data import has_email, has_phone
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.unstop import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading, PrizeReading

SOURCE = Source("Unstop", "unstop", "competitions")
LIST = "https://unstop.com/api/public/opportunity/search-result?opportunity=competitions&oppstatus=open"
RECORDINGS = Path(__file__).parent.parent / "recordings" / "unstop"
SMALLEST = {"id": 7, "title": "A", "public_url": "competitions/a-7"}


def page_of(body: object, page: int = 1) -> Page:
    return PLATFORM.page(SOURCE, Answer(f"{LIST}&page={page}&per_page=50", orjson.dumps(body).decode()))


def envelope(rows: list[Any], page: int, next_page_url: str | None) -> dict[str, Any]:
    return {"data": {"current_page": page, "data": rows, "next_page_url": next_page_url, "total": 26, "per_page": 10}}


def read(**keys: Any) -> ChallengeReading:
    reading = read_payload(PLATFORM, SOURCE, SMALLEST | keys)
    assert isinstance(reading, ChallengeReading)
    return reading


@pytest.mark.parametrize("recording", ["competitions", "hackathons_2023", "hackathons_2024"])
def test_recording_reads_as_expected(recording: str) -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / f"{recording}.json").read_text("utf-8")))
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in page.payloads]
    expected = orjson.loads((RECORDINGS / f"{recording}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([asdict(reading) for reading in readings])) == expected


@pytest.mark.parametrize(("board", "asked"), [("quizzes", "quizzes"), ("../jobs&x=1", "..%2Fjobs%26x%3D1")])
def test_first_request(board: str, asked: str) -> None:
    (fetch,) = PLATFORM.requests(Source("Unstop", "unstop", board))
    assert fetch.url == (
        f"https://unstop.com/api/public/opportunity/search-result?opportunity={asked}&oppstatus=open&page=1&per_page=50"
    )


def test_next_page_is_asked_on_the_same_board() -> None:
    page = page_of(envelope([SMALLEST], 2, "https://elsewhere.example/?page=9"), 2)
    assert [fetch.url for fetch in page.follow] == [f"{LIST}&page=3&per_page=50"]


def test_last_page_ends_the_crawl_whatever_the_total_says() -> None:
    page = page_of(envelope([SMALLEST], 3, None), 3)
    assert (page.follow, page.total, len(page.payloads)) == ([], None, 1)


@pytest.mark.parametrize(
    "body",
    [
        {"data": []},
        {"data": None},
        {"data": {"data": None, "next_page_url": None}},
        {"data": {"data": ["a"], "next_page_url": None}},
        [],
        None,
        {"message": "Server Error"},
        envelope([], 1, "https://unstop.com/?page=2"),  # would never end
        envelope([SMALLEST], 1, "https://unstop.com/?page=2") | {"data": {"data": [SMALLEST], "next_page_url": "x"}},
    ],
)
def test_another_answer_is_a_wrong_type(body: object) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(body)
    assert caught.value.reason == "wrong_type"


def test_a_site_that_ignores_the_page_number_is_not_followed_for_ever() -> None:
    with pytest.raises(PayloadError, match="current_page is 1 in answer to"):
        page_of(envelope([SMALLEST], 1, "https://unstop.com/?page=2"), page=2)


def test_web_page_is_a_wrong_type() -> None:
    with pytest.raises(PayloadError) as caught:
        PLATFORM.page(SOURCE, Answer(LIST, "<!doctype html><title>Unstop</title>"))
    assert caught.value.reason == "wrong_type"


def test_personal_data_and_countdowns_never_land() -> None:
    recorded = orjson.loads((RECORDINGS / "competitions.json").read_bytes())
    page = page_of(recorded)
    landed = orjson.dumps(page.payloads).decode()
    for private in (
        "98765",
        "asha@",
        "r.iyer",
        "R. Iyer",
        "contacts",
        "remain_days",
        "remaining_time",
        "remainingDays",
    ):
        assert private in orjson.dumps(recorded).decode()
        assert private not in landed
    assert not any(has_phone(str(payload["regnRequirements"])) for payload in page.payloads)
    assert page.payloads[0]["regnRequirements"]["end_regn_dt"] == "2026-11-30T23:59:00+05:30"


def test_what_changes_on_every_crawl_is_gone_or_volatile() -> None:
    recorded = (RECORDINGS / "competitions.json").read_text("utf-8")
    later = recorded
    for now, then in {"4312": "4399", "8 days left": "7 days left", "691511": "605111", '": 8,': '": 7,'}.items():
        assert now in later
        later = later.replace(now, then)
    before, after = (PLATFORM.page(SOURCE, Answer("", text)).payloads for text in (recorded, later))
    for old, new in zip(before, after, strict=True):
        lasting = old.keys() - PLATFORM.volatile
        assert {key: old[key] for key in lasting} == {key: new[key] for key in lasting}


def test_every_volatile_key_is_one_of_a_payload() -> None:
    recordings = [path for path in RECORDINGS.glob("*.json") if not path.name.endswith(".expected.json")]
    rows = [row for path in recordings for row in orjson.loads(path.read_bytes())["data"]["data"]]
    assert PLATFORM.volatile < {key for row in rows for key in row}


@pytest.mark.parametrize(
    ("keys", "kind"),
    [
        ({"type": "hackathons", "subtype": "innovation_challenge"}, "hackathon"),
        ({"type": "hackathons", "filters": [{"name": "Case Study", "type": "category"}]}, "hackathon"),
        ({"type": "competitions", "subtype": "general_competition"}, "competition"),
        ({"type": "competitions", "subtype": "case_competition"}, "case"),
        ({"type": "competitions", "filters": [{"name": "Case Study", "type": "category"}]}, "case"),
        ({"type": "competitions", "filters": [{"name": "Case Study", "type": "eligible"}]}, "competition"),
        ({"type": "quizzes", "subtype": ""}, "competition"),
        ({"public_url": "hackathons/a-7"}, "hackathon"),  # 2023: some records lack `type`
        ({"public_url": None, "seo_url": "https://unstop.com/x"}, "competition"),  # the board's own kind
    ],
)
def test_kind(keys: dict[str, Any], kind: str) -> None:
    assert read(**keys).kind == kind


@pytest.mark.parametrize("stated", ["workshops", "jobs", "internships", "conferences"])
def test_other_opportunities_are_no_challenges(stated: str) -> None:
    with pytest.raises(PayloadError, match="is no challenge") as caught:
        read(type=stated)
    assert caught.value.reason == "invalid_value"


@pytest.mark.parametrize("missing", ["id", "title", "public_url"])
def test_required_keys(missing: str) -> None:
    payload = {key: value for key, value in SMALLEST.items() if key != missing}
    with pytest.raises(PayloadError) as caught:
        read_payload(PLATFORM, SOURCE, payload)
    assert caught.value.reason == "missing_field"


def test_no_other_key_is_required() -> None:
    assert read() == ChallengeReading(
        identifier="7", name="A", url="https://unstop.com/competitions/a-7", kind="competition"
    )


@pytest.mark.parametrize(
    "key",
    [
        "regnRequirements",
        "organisation",
        "filters",
        "prizes",
        "required_skills",
        "address_with_country_logo",
        "details",
    ],
)
def test_null_is_as_good_as_absent(key: str) -> None:
    assert read(**{key: None}) == read()


def rank(**keys: Any) -> dict[str, Any]:
    return {"rank": "Winner", "cash": None, "currency": "fa-rupee", "currencyCode": None, "others": None} | keys


@pytest.mark.parametrize(
    ("ranks", "text", "currency"),
    [
        ([rank(cash=50000)], "Winner: fa-rupee 50000", None),
        ([rank(cash=500, currency="fa-dollar", currencyCode="USD")], "Winner: USD 500", None),
        ([rank(others="Prizes Worth 20K")], "Winner: Prizes Worth 20K", "fa-rupee"),
        ([rank(cash=5000, others="Goodies", certificate=1)], "Winner: fa-rupee 5000 (Goodies, certificate)", None),
        ([rank(rank=None, cash=5000)], "fa-rupee 5000", None),
        ([rank(pre_placement_internship=1)], "Winner: pre placement internship", "fa-rupee"),
        ([rank(max_cash=9000, cash_postfix="onwards")], "Winner: fa-rupee 9000 onwards", "fa-rupee"),
        ([rank(cash=5000), rank(rank="Runner Up", others="3K")], "Winner: fa-rupee 5000\nRunner Up: 3K", "fa-rupee"),
    ],
)
def test_prize_is_a_line_a_rank(ranks: list[dict[str, Any]], text: str, currency: str | None) -> None:
    assert read(prizes=ranks).prize == PrizeReading(text=text, currency=currency)


@pytest.mark.parametrize("ranks", [[], [rank()], [rank(certificate=0), rank(cash=0)]])
def test_ranks_that_win_nothing_are_no_prize(ranks: list[dict[str, Any]]) -> None:
    assert read(prizes=ranks).prize is None


@pytest.mark.parametrize("country", ["India", {"name": "India", "iso": "IN"}])
def test_country_is_a_word_or_an_object(country: object) -> None:
    place = read(address_with_country_logo={"address": "", "city": "Pune", "country": country}).place
    assert place == PlaceReading(locality="Pune", country="India")


@pytest.mark.parametrize("skill", [{"skill_name": "Pricing"}, {"skill": "Pricing"}])
def test_skill_has_two_spellings(skill: dict[str, str]) -> None:
    assert read(required_skills=[skill]).skill_tags == ["Pricing"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("unstop.com/competitions", "competitions"),
        ("unstop.com/hackathons/bridge-builders-4001", "hackathons"),
        ("www.unstop.com/quizzes?oppstatus=open", "quizzes"),
        ("dare2compete.com/competitions", "competitions"),
        ("unstop.com/api/public/opportunity/search-result?page=1&opportunity=hackathons&per_page=9", "hackathons"),
        ("unstop.com/jobs/pm-1", None),
        ("unstop.com/hackathons-of-2026", None),
    ],
)
def test_board_of_url(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def real_pages(shared: Path) -> list[Any]:
    folder = shared / "payloads/challenges/unstop"
    pages = orjson.loads((folder / "api_hackathons_3pages_2023-12.json").read_bytes())
    return [*pages, orjson.loads((folder / "api_hackathons_2024-07.json").read_bytes())]


def test_every_real_record_reads(shared: Path) -> None:
    pages = [PLATFORM.page(SOURCE, Answer("", orjson.dumps(body).decode())) for body in real_pages(shared)]
    readings = [read_payload(PLATFORM, SOURCE, payload) for page in pages for payload in page.payloads]
    assert len(readings) == 35
    assert [bool(page.follow) for page in pages] == [True, True, False, True]
    for reading in readings:
        assert isinstance(reading, ChallengeReading)
        assert reading.deadline
        assert reading.organizer
        assert not has_email(str(reading))
