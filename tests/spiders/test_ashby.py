from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.ashby import PLATFORM
from spiders.platforms.base import Answer, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Sounding Line", "ashby", "Sounding Line")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "ashby"


def job(**values: Any) -> dict[str, Any]:
    return {"id": "6b1", "title": "Analyst", "jobUrl": "https://jobs.ashbyhq.com/x/6b1", "location": "Oslo"} | values


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, job(**values))
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def salary(low: int, high: int, interval: str = "1 YEAR", kind: str = "Salary") -> dict[str, Any]:
    return {
        "compensationType": kind, "interval": interval, "currencyCode": "EUR", "minValue": low, "maxValue": high,
    }  # fmt: skip


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "sounding_line.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "sounding_line.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("ramp", "ramp"),
        ("heidihealth.com.au", "heidihealth.com.au"),
        ("Sounding Line", "Sounding%20Line"),
        ("Sounding%20Line", "Sounding%20Line"),
        ("a/../b", "a%2F..%2Fb"),
        ("..", "%252E%252E"),
        ("Größe", "Gr%C3%B6%C3%9Fe"),
    ],
)
def test_one_request_for_the_board(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "ashby", board)))
    expected = f"https://api.ashbyhq.com/posting-api/job-board/{path}?includeCompensation=true"
    assert [fetch.url for fetch in fetches] == [expected]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("jobs.ashbyhq.com/Jerry.ai", "Jerry.ai"),
        ("jobs.ashbyhq.com/Hyperliquid%20Labs/6b1d/application", "Hyperliquid%20Labs"),
        ("jobs.ashbyhq.com/kraken.com?departmentId=x", "kraken.com"),
        ("jobs.ashbyhq.com/ramp/embed?version=2", "ramp"),
        ("api.ashbyhq.com/posting-api/job-board/ramp?includeCompensation=true", "ramp"),
        ("jobs.ashbyhq.com/", None),
        ("jobs.ashbyhq.com/api/non-user-graphql", None),
        ("jobs.ashbyhq.com/_next/static/x.js", None),
        ("www.ashbyhq.com/customers", None),
        ("x.example/jobs.ashbyhq.com/ramp", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize("body", ['{"apiVersion":"1"}', "[]", '{"jobs":[1]}', "Not Found", '"x"', '{"jobs":{"a":1}}'])
def test_an_answer_without_a_list_of_jobs_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", body))


def test_an_empty_board_is_no_error() -> None:
    assert PLATFORM.page(SOURCE, Answer("", '{"apiVersion":"1","jobs":[]}')).payloads == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"isListed": False}, "not_listed"),
        ({"title": None}, "missing_field"),
        ({"jobUrl": None}, "missing_field"),
        ({"id": 3}, "wrong_type"),
        ({"address": "Oslo"}, "wrong_type"),
        ({"secondaryLocations": ["Oslo"]}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_a_job_that_does_not_say_whether_it_is_listed_is_listed() -> None:
    assert read().identifier == "6b1"


@pytest.mark.parametrize(("shown", "count"), [(True, 1), (None, 1), (False, 0)])
def test_pay_is_read_unless_the_employer_hides_it(shown: bool | None, count: int) -> None:
    pays = read(shouldDisplayCompensationOnJobPostings=shown, compensation={"summaryComponents": [salary(1, 2)]}).pays
    assert len(pays) == count


def test_only_salaries_are_pay_and_several_tiers_are_several_ranges() -> None:
    tiers = [{"title": "UK", "tierSummary": "a", "components": [salary(3, 4), salary(9, 9, kind="Bonus")]},
             {"title": None, "components": [salary(5, 6, "1 HOUR")]}]  # fmt: skip
    pays = read(compensation={"summaryComponents": [salary(1, 2)], "compensationTiers": tiers}).pays
    assert [(pay.minimum, pay.unit, pay.place) for pay in pays] == [
        (1, "1 YEAR", None), (3, "1 YEAR", "UK"), (5, "1 HOUR", None),
    ]  # fmt: skip


def test_the_one_tier_behind_the_summary_is_not_read_twice() -> None:
    tiers = [{"title": None, "components": [salary(1, 2)]}]
    assert len(read(compensation={"summaryComponents": [salary(1, 2)], "compensationTiers": tiers}).pays) == 1


def test_remote_is_three_valued() -> None:
    assert [read(isRemote=value).is_remote for value in (True, False, None)] == [True, False, None]


@given(
    st.dictionaries(
        st.sampled_from([*job(), "address", "secondaryLocations", "compensation", "isListed"]),
        st.none()
        | st.booleans()
        | st.text(max_size=5)
        | st.lists(st.none() | st.dictionaries(st.text(max_size=3), st.text(max_size=3)), max_size=2)
        | st.dictionaries(st.sampled_from(["postalAddress", "summaryComponents"]), st.text(max_size=5)),
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
