"""What single challenge sources do in their own way: pages, dates, prizes, kinds."""

from datetime import date
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms import platforms
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.challenge_gov import day_of
from spiders.platforms.event_kinds import kind_of
from spiders.platforms.innovate_uk import moment_of
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading

DORAHACKS = "https://dorahacks.io/api/v1/hub/hackathons?page="
TOPCODER = "https://api.topcoder.com/v5/challenges?status=Active&page="


def page_of(name: str, board: str, url: str, body: object, **answer: Any) -> Page:
    return platforms()[name].page(Source("S", name, board), Answer(url, orjson.dumps(body).decode(), **answer))


def read(name: str, payload: dict[str, Any]) -> ChallengeReading:
    reading = read_payload(platforms()[name], Source("S", name, "b"), payload)
    assert isinstance(reading, ChallengeReading)
    return reading


def urls(page: Page) -> list[str]:
    return [fetch.url for fetch in page.follow]


def test_dorahacks_lists_what_runs_then_what_comes_and_counts_both() -> None:
    rows = [{"id": number} for number in range(50)]
    first = page_of("dorahacks", "hackathon", f"{DORAHACKS}1", {"count": 52, "next": "x", "results": rows})
    assert urls(first) == [f"{DORAHACKS}2&page_size=50&status=ongoing"]
    last = {"count": 52, "next": None, "results": rows[:2]}
    second = page_of("dorahacks", "hackathon", first.follow[0].url, last, carried=first.follow[0].carried)
    assert (urls(second), second.total) == ([f"{DORAHACKS}1&page_size=50&status=upcoming"], 52)
    ahead = {"count": 3, "next": None, "results": rows[:3]}
    third = page_of("dorahacks", "hackathon", second.follow[0].url, ahead, carried=second.follow[0].carried)
    assert (urls(third), third.total) == ([], 55)


@pytest.mark.parametrize(
    ("headers", "asked", "count", "follows", "total"),
    [
        ({"X-Total-Pages": "2", "X-Total": "130"}, 1, 100, 2, 130),
        ({"x-total-pages": "2", "x-total": "130"}, 2, 30, None, 130),
        ({"X-Total-Pages": "2", "X-Total": "130"}, 1, 0, None, 130),
        ({}, 1, 100, 2, None),  # without headers a full page may have a next one
        ({}, 2, 30, None, None),
    ],
)
def test_topcoder_pages_by_its_headers(
    headers: dict[str, str], asked: int, count: int, follows: int | None, total: int | None
) -> None:
    rows = [{"id": str(number)} for number in range(count)]
    page = page_of("topcoder", "challenges", f"{TOPCODER}{asked}&perPage=100", rows, headers=headers)
    assert urls(page) == ([f"{TOPCODER}{follows}&perPage=100"] if follows else [])
    assert page.total == total


@pytest.mark.parametrize("missing", ["id", "name", "status"])
def test_topcoder_requires(missing: str) -> None:
    payload = {"id": "a", "name": "A", "status": "Active"}
    del payload[missing]
    with pytest.raises(PayloadError, match=f"no '{missing}'"):
        read("topcoder", payload)


def test_ctftime_asks_for_the_next_hundred_from_the_last_start() -> None:
    events = [{"id": number, "start": f"2026-12-{4 + number // 50:02}T18:00:00+00:00"} for number in range(100)]
    page = page_of("ctftime", "event", "https://ctftime.org/api/v1/events/?limit=100", events)
    assert urls(page) == ["https://ctftime.org/api/v1/events/?limit=100&start=1796493600"]
    assert page_of("ctftime", "event", page.follow[0].url, events[50:99]).follow == []


def test_codeforces_leaves_out_what_ended_long_ago_and_says_why_it_failed() -> None:
    contest = {"phase": "FINISHED", "relativeTimeSeconds": 91 * 24 * 3600}
    rows = [{**contest, "id": 1}, {**contest, "id": 2, "phase": "CODING"}, {"id": 3, "phase": "FINISHED"}]
    found = page_of("codeforces", "contests", "", {"status": "OK", "result": rows})
    assert [payload["id"] for payload in found.payloads] == [2, 3]
    with pytest.raises(PayloadError, match="status FAILED: Call limit exceeded"):
        page_of("codeforces", "contests", "", {"status": "FAILED", "comment": "Call limit exceeded"})


@pytest.mark.parametrize(
    ("stated", "prize"),
    [
        (
            {"compensationType": "fixed", "rewardAmount": 9000, "token": "OAKT"},
            PrizeReading(text="9000 OAKT", amount=9000, currency="OAKT", kind="token"),
        ),
        (
            {"compensationType": "range", "minRewardAsk": 500, "maxRewardAsk": 900, "token": "USDC"},
            PrizeReading(text="500 - 900 USDC", amount=900, currency="USDC", kind="token"),
        ),
        (
            {"compensationType": "variable", "rewardAmount": 0, "token": "SOL"},
            PrizeReading(currency="SOL", kind="token"),
        ),
        ({"compensationType": "fixed", "rewardAmount": None, "token": None}, None),
    ],
)
def test_superteam_prizes(stated: dict[str, Any], prize: PrizeReading | None) -> None:
    assert read("superteam", {"id": "a", "title": "A", "slug": "a", **stated}).prize == prize


def test_a_superteam_entry_without_its_detail_is_still_a_listing() -> None:
    entry = {"id": "a", "title": "A", "slug": "a", "type": "hackathon"}
    page = platforms()["superteam"].page(Source("S", "superteam", "b"), Answer("", "", carried=entry))
    (payload,) = page.payloads
    assert (read("superteam", payload).kind, read("superteam", payload).description_html) == ("hackathon", None)
    bare = page_of("superteam", "b", "", [{"title": "no slug"}])
    assert (bare.payloads, bare.follow) == ([{"entry": {"title": "no slug"}}], [])


@pytest.mark.parametrize("board", ["", "past", "../admin"])
@pytest.mark.parametrize("name", ["hackclub", "challenge_gov"])
def test_a_board_that_there_is_not(name: str, board: str) -> None:
    with pytest.raises(ValueError, match="has the boards"):
        list(platforms()[name].requests(Source("S", name, board)))


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("03/18/2019 12:00 AM", date(2019, 3, 18)),
        ("2020/03/19 12 p.m.", date(2020, 3, 19)),
        ("2020/3/9 9 a.m.", date(2020, 3, 9)),
        ("04/01/2020", date(2020, 4, 1)),
        ("04/01/2020 ", date(2020, 4, 1)),
        ("9/30/2020  11:59:00 PM", date(2020, 9, 30)),
        ("06/30/2021 11:59PM", date(2021, 6, 30)),
        ("06/30/2021 5:00 PM ET", date(2021, 6, 30)),
        ("", None),
        (" ", None),
        (None, None),
    ],
)
def test_challenge_gov_dates(stated: str | None, day: date | None) -> None:
    assert day_of(stated) == day


@pytest.mark.parametrize("stated", ["03/18/ 9:00 AM", "10/01/20199 5:00 PM", "13/13/2020", "end of spring"])
def test_challenge_gov_dates_of_another_form_are_loud(stated: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        day_of(stated)


@given(st.dates(date(2010, 1, 1), date(2030, 1, 1)), st.sampled_from(["%m/%d/%Y", "%Y/%m/%d"]), st.integers(1, 12))
def test_challenge_gov_dates_read_back(day: date, form: str, hour: int) -> None:
    assert day_of(f"{day.strftime(form)} {hour}:59 p.m.") == day


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("22 November 2022", date(2022, 11, 22)),
        ("31 March 2026 4:00pm", "2026-03-31T16:00:00+01:00"),
        ("Friday 14 March 2025 11:00am", "2025-03-14T11:00:00+00:00"),
        ("7 May 2025 12:00pm", "2025-05-07T12:00:00+01:00"),
        ("1 January 2027 12:30am", "2027-01-01T00:30:00+00:00"),
        ("No submission deadline", None),
        ("Unknown", None),
        (None, None),
    ],
)
def test_innovate_uk_dates(stated: str | None, moment: date | str | None) -> None:
    assert moment_of(stated) == moment


def test_an_innovate_uk_date_of_another_form_is_loud() -> None:
    with pytest.raises(ValueError, match="31/03/2026"):
        moment_of("31/03/2026 16:00")


def test_innovate_uk_dates_of_real_records(shared: Any) -> None:
    records = orjson.loads((shared / "payloads/challenges/regional/innovate_uk_sample_2026-09.json").read_bytes())
    opens = [moment_of(record["opens_date"]) for record in records]
    closes = [moment_of(record["closes_date"]) for record in records]
    assert (len(opens), sum(isinstance(day, date) for day in opens)) == (8, 8)
    assert all(isinstance(at, str) and at[19:] in {"+00:00", "+01:00"} for at in closes)


@pytest.mark.parametrize(
    ("title", "is_prize"),
    [
        ("Rope & Rail Prize: safer platforms", True),
        ("Homelessness hackathon", True),
        ("Battery Challenge: collaborative research", False),
        ("Innovation loans: round 20", False),
    ],
)
def test_innovate_uk_keeps_what_is_won(title: str, is_prize: bool) -> None:
    payload = {"entry": {"id": "1", "url": "https://x.example/1", "title": title}}
    if is_prize:
        assert read("innovate_uk", payload).kind == "competition"
        return
    with pytest.raises(PayloadError) as caught:
        read("innovate_uk", payload)
    assert caught.value.reason == "not_listed"


@pytest.mark.parametrize(
    ("types", "name", "path", "kind"),
    [
        ("Hackathon", "Otter Weekend", "/x", "hackathon"),
        (["Event", "https://schema.org/Hackathon"], "Otter Weekend", "/x", "hackathon"),
        ("Event", "Otter Hackathon", "/x", "hackathon"),
        ("Event", "Lomvik Ideathon", "/x", "hackathon"),
        ("Event", "Prod-a-thon", "/x", "hackathon"),
        ("Event", "달팽이 해커톤", "/x", "hackathon"),
        ("Event", "Spring Case Competition", "/x", "case"),
        ("Event", "달팽이 영상 공모전", "/x", "competition"),
        ("Event", "Concours des loutres", "/x", "competition"),
        ("Event", "Otters on Film", "/contests/otters-on-film", "competition"),
        ("Event", "Otter Open", "/hackathons/otter-open", "hackathon"),
        ("Event", "Otter Awards ceremony", "/x", None),
        ("Event", "Lomvik Half Marathon", "/x", None),
        ("Event", "Challenger banks meet-up", "/x", None),
        ("BusinessEvent", "Product conference", "/events/product-conference", None),
    ],
)
def test_events_that_are_challenges(types: Any, name: str, path: str, kind: str | None) -> None:
    if kind:
        assert kind_of(types, name, f"https://x.example{path}") == kind
        return
    with pytest.raises(PayloadError) as caught:
        kind_of(types, name, f"https://x.example{path}")
    assert caught.value.reason == "not_listed"


@pytest.mark.parametrize(
    ("url", "name", "board"),
    [
        ("portal.challenge.gov/api/challenges", "challenge_gov", "challenges"),
        ("www.challenge.gov/feed-closed.json", "challenge_gov", "feed-closed"),
        ("www.challenge.gov/?challenge=moss", "challenge_gov", None),
        ("apply-for-innovation-funding.service.gov.uk/competition/search?page=2", "innovate_uk", "search"),
        ("apply-for-innovation-funding.service.gov.uk/competition/12/overview", "innovate_uk", None),
        ("hackathons.hackclub.com/upcoming", "hackclub", "upcoming"),
        ("dorahacks.io/hackathon", "dorahacks", "hackathon"),
        ("dorahacks.io/hackathon/lantern-fi/detail", "dorahacks", None),
        ("earn.superteam.fun/api/listings", "superteam", "listings"),
        ("ctftime.org/event/list/upcoming", "ctftime", "event"),
        ("ctftime.org/api/v1/events/?limit=5", "ctftime", "event"),
        ("ctftime.org/event/8123", "ctftime", None),
        ("codeforces.com/contests", "codeforces", "contests"),
        ("codeforces.com/contests/9101", "codeforces", None),
        ("www.topcoder.com/challenges?tracks=dev", "topcoder", "challenges"),
        ("www.topcoder.com/challenges/1d0f", "topcoder", None),
    ],
)
def test_board_of_url(url: str, name: str, board: str | None) -> None:
    assert platforms()[name].board_of(url) == board
