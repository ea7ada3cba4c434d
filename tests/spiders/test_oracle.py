from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Source
from spiders.platforms.oracle import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Millstone Wharf", "oracle", "careers.millstonewharf.example|CX_1001")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "oracle"
SHAPES = Path(__file__).parents[3] / "shared" / "data" / "payloads" / "ats" / "shape_only"
API = "https://careers.millstonewharf.example/hcmRestApi/resources/latest"
LIST = (
    f"{API}/recruitingCEJobRequisitions?onlyData=true"
    "&expand=requisitionList.workLocation,requisitionList.secondaryLocations"
    "&finder=findReqs;siteNumber=CX_1001,limit=200,offset={},sortBy=POSTING_DATES_DESC"
)
DETAIL = (
    f"{API}/recruitingCEJobRequisitionDetails?expand=all&onlyData=true&finder=ById;Id=%22{{}}%22,siteNumber=CX_1001"
)
ENTRY = {"Id": "7", "Title": "Analyst"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**40) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def answer(body: object, carried: dict[str, Any] | None = None) -> Answer:
    return Answer("", body if isinstance(body, str) else orjson.dumps(body).decode(), carried=carried)


def listed(total: object, *ids: object) -> dict[str, Any]:
    return {"items": [{"TotalJobsCount": total, "requisitionList": [{"Id": each, "Title": "x"} for each in ids]}]}


def completed(**detail: Any) -> dict[str, Any]:
    return PLATFORM.page(SOURCE, answer({"items": [ENTRY | detail]}, ENTRY)).payloads[0]


def outcome(payload: Any) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def read(**detail: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, completed(**detail))
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize(
    "stem", sorted(path.name.removesuffix(".expected.json") for path in RECORDINGS.glob("*.expected.json"))
)
def test_recording_reads_as_expected(stem: str) -> None:
    carried = RECORDINGS / f"{stem}.carried.json"
    entry = orjson.loads(carried.read_bytes()) if carried.exists() else None
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / f"{stem}.json").read_text("utf-8"), entry))
    expected = orjson.loads((RECORDINGS / f"{stem}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_the_recorded_list_leads_to_the_recorded_details() -> None:
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / "millstonewharf.json").read_text("utf-8")))
    assert [fetch.url for fetch in page.follow] == [DETAIL.format(each) for each in (30041, "R-30042_A", 30043, 30044)]
    assert [fetch.detail_of for fetch in page.follow] == ["30041", "R-30042_A", "30043", "30044"]
    assert page.total == 5
    carried = [orjson.loads(path.read_bytes()) for path in RECORDINGS.glob("*.carried.json")]
    assert [fetch.carried for fetch in page.follow] == sorted(carried, key=lambda entry: entry["PostedDate"])[::-1]


def test_marks_that_follow_the_visitors_do_not_land() -> None:
    hot, cold = (listed(1, "7"), listed(1, "7"))
    hot["items"][0]["requisitionList"][0] |= {"TrendingFlag": True, "Relevancy": 3.5}
    assert PLATFORM.page(SOURCE, answer(hot)) == PLATFORM.page(SOURCE, answer(cold))
    assert completed(HotJobFlag=True) == completed(HotJobFlag=False)


@pytest.mark.parametrize(
    ("board", "site"),
    [
        ("egab.fa.us2.example|CX_1", "https://egab.fa.us2.example/hcmUI/CandidateExperience/en/sites/CX_1"),
        ("careers.example|Port-Jobs", "https://careers.example/hcmUI/CandidateExperience/en/sites/Port-Jobs"),
        ("careers.example|CX_1,limit=9", None),
        ("careers.example|..", None),
        ("careers.example/x|CX_1", None),
        ("careers.example@evil.example|CX_1", None),
        ("localhost|CX_1", None),
        ("careers.example|CX_1\n", None),
        ("careers.example", None),
    ],
)
def test_a_board_is_host_and_site(board: str, site: str | None) -> None:
    assert PLATFORM.careers_url(board) == site
    if site is None:
        with pytest.raises(ValueError, match=r"is not 'host\|CX_1'"):
            next(PLATFORM.requests(Source("x", "oracle", board)))


def test_the_first_request_pages_inside_of_the_finder() -> None:
    assert [fetch.url for fetch in PLATFORM.requests(SOURCE)] == [LIST.format(0)]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("Egab.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1", "egab.fa.us2.oraclecloud.com|CX_1"),
        ("x.fa.em1.ukg.oraclecloud.com/hcmUI/CandidateExperience/en-GB/sites/des-jobs/job/7?q=1",
         "x.fa.em1.ukg.oraclecloud.com|des-jobs"),
        ("careers.example/hcmUI/CandidateExperience/fr/sites/Ports/requisitions?x", "careers.example|Ports"),
        ("x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/job/7", None),
        ("x.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions?onlyData=true"
         "&finder=findReqs;siteNumber=CX_1001,limit=25", "x.fa.us2.oraclecloud.com|CX_1001"),
        ("x.fa.us2.oraclecloud.com/hcmRestApi/resources/latest/recruitingCEJobRequisitions", None),
        ("x.fa.us2.oraclecloud.com/", None),
        ("www.oracle.com/careers", None),
        ("evil.example/x.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1", None),
    ],
)  # fmt: skip
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def test_pages_follow_what_was_read_until_the_first_total() -> None:
    first = PLATFORM.page(SOURCE, answer(listed(3, "1", "2")))
    assert [fetch.url for fetch in first.follow] == [DETAIL.format(1), DETAIL.format(2), LIST.format(2)]
    second = PLATFORM.page(SOURCE, answer(listed(0, "3"), first.follow[-1].carried))
    assert [fetch.url for fetch in second.follow] == [DETAIL.format(3)]
    assert (first.total, second.total) == (3, None)


def test_an_empty_page_ends_the_list_and_leaves_it_short() -> None:
    page = PLATFORM.page(SOURCE, answer(listed(12000), {"offset": 10000, "total": 12000}))
    assert (page.payloads, page.follow, page.total) == ([], [], None)


@pytest.mark.parametrize("body", [listed(0), {"items": [{"TotalJobsCount": 0}]}])
def test_an_empty_board_is_no_error(body: object) -> None:
    page = PLATFORM.page(SOURCE, answer(body))
    assert (page.payloads, page.follow, page.total) == ([], [], 0)


@pytest.mark.parametrize(
    ("body", "carried"),
    [
        ({"items": []}, None),
        ({"items": [{"TotalJobsCount": 5}]}, None),  # rows that were not expanded
        ({"items": [{"requisitionList": []}]}, None),
        ({"title": "Bad Request", "status": "400"}, None),
        ({"title": "Bad Request", "status": "400"}, ENTRY),
        ("<html>Service unavailable</html>", None),
        ("null", ENTRY),
        ('{"items": [{"Tot', None),
    ],
)
def test_an_answer_of_another_shape_is_an_error(body: object, carried: dict[str, Any] | None) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, answer(body, carried))


@pytest.mark.parametrize("identifier", ["../x", '7",siteNumber=CX_2', "", None, 7, "7 8"])
def test_an_id_that_would_change_the_request_is_not_asked(identifier: object) -> None:
    page = PLATFORM.page(SOURCE, answer(listed(1, identifier)))
    assert page.follow == []
    assert [outcome(payload) for payload in page.payloads] == [{"reject": "missing_field"}]


@pytest.mark.parametrize(
    ("detail", "employment"),
    [
        ({"JobSchedule": "Full time"}, "Full time"),
        ({"JobType": "Internship", "JobSchedule": "Part time"}, "Internship, Part time"),
        ({"WorkerType": "Contingent Worker", "ContractType": ""}, "Contingent Worker"),
        ({}, None),
    ],
)
def test_contract_and_hours_are_stated_together(detail: dict[str, Any], employment: str | None) -> None:
    assert read(**detail).employment_type == employment


def test_what_the_detail_leaves_empty_the_list_says() -> None:
    entry = ENTRY | {"PrimaryLocation": "Oslo", "PostedDate": "2026-11-01", "PostingEndDate": "2026-12-01"}
    body = {"items": [ENTRY | {"PrimaryLocation": "", "PostedDate": None, "ExternalPostedEndDate": "4712-12-31"}]}
    reading = read_payload(PLATFORM, SOURCE, PLATFORM.page(SOURCE, answer(body, entry)).payloads[0])
    assert isinstance(reading, PostingReading)
    assert (reading.places[0].text, reading.posted, reading.valid_through) == ("Oslo", "2026-11-01", None)


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({"entry": ENTRY}, "missing_field"),
        ({"entry": ENTRY, "detail": None}, "closed"),
        ({"entry": {"Id": "7"}, "detail": {}}, "missing_field"),
        (completed(Title=5), "wrong_type"),
        (completed(secondaryLocations=["Oslo"]), "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(payload: dict[str, Any], reason: str) -> None:
    assert outcome(payload) == {"reject": reason}


@given(JSON | st.dictionaries(st.just("items"), JSON | st.lists(st.dictionaries(st.sampled_from(
    ["TotalJobsCount", "requisitionList", "Title", "secondaryLocations"]), JSON), max_size=1)))  # fmt: skip
def test_any_json_is_split_or_refused(body: object) -> None:
    for carried in (None, ENTRY):
        try:
            payloads = PLATFORM.page(SOURCE, answer(body, carried)).payloads
        except (PayloadError, KeyError, TypeError, AttributeError):
            continue
        assert all(outcome(payload) for payload in payloads)


def test_shapes_with_edited_values_are_read() -> None:
    if not SHAPES.is_dir():
        pytest.skip(f"shared/ is absent: {SHAPES}")
    found = {}
    for path in sorted(SHAPES.glob("oracle_orc_list*.json")):
        page = PLATFORM.page(SOURCE, answer(path.read_text("utf-8")))
        found[path.stem] = (sum(fetch.detail_of is not None for fetch in page.follow), len(page.follow), page.total)
    assert found == {"oracle_orc_list": (2, 3, 382), "oracle_orc_list_p1": (2, 3, 3)}
    body = (SHAPES / "oracle_orc_detail.json").read_text("utf-8")
    entry = {"Id": "30000001", "PostedDate": "2026-06-12", "WorkplaceTypeCode": "ORA_HYBRID"}
    reading = read_payload(PLATFORM, SOURCE, PLATFORM.page(SOURCE, answer(body, entry)).payloads[0])
    assert isinstance(reading, PostingReading)
    assert (reading.workplace, reading.posted) == ("ORA_HYBRID", "2026-06-12")
    assert (reading.description_html or "").count("<h3>") == 2
