from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Fetch, Source
from spiders.platforms.workday import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Tarnhollow Optics", "workday", "tarnhollow|wd5|Tarnhollow_Careers")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "workday"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "payloads" / "ats" / "workday"
API = "https://tarnhollow.wd5.myworkdayjobs.com/wday/cxs/tarnhollow/Tarnhollow_Careers"
ENTRY = {"title": "Analyst", "externalPath": "/job/Oslo/Analyst_R1", "locationsText": "Oslo"}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**40) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


def answer(body: object, carried: dict[str, Any] | None = None) -> Answer:
    return Answer("", body if isinstance(body, str) else orjson.dumps(body).decode(), carried=carried)


def rows(count: int, start: int = 0) -> list[dict[str, Any]]:
    return [{"title": "x", "externalPath": f"/job/Oslo/X_R{start + each}"} for each in range(count)]


def asked(fetch: Fetch) -> Any:
    return orjson.loads(fetch.body or b"null")


def lists(fetches: list[Fetch]) -> list[Fetch]:
    return [fetch for fetch in fetches if fetch.method == "POST"]


def completed(**detail: Any) -> dict[str, Any]:
    body = {"jobPostingInfo": {"title": "Analyst", "location": "Oslo"} | detail}
    return PLATFORM.page(SOURCE, answer(body, ENTRY)).payloads[0]


def outcome(payload: Any) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


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
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / "tarnhollow.json").read_text("utf-8")))
    carried = [orjson.loads(path.read_bytes()) for path in sorted(RECORDINGS.glob("*.carried.json"))]
    assert sorted((fetch.carried for fetch in page.follow), key=str) == sorted(carried, key=str)
    assert page.total == 5
    assert all(str(fetch.detail_of) == fetch.url.rsplit("/", 1)[1] for fetch in page.follow)


def test_the_first_request_is_a_post_of_twenty() -> None:
    (fetch,) = PLATFORM.requests(SOURCE)
    assert (fetch.method, fetch.url) == ("POST", f"{API}/jobs")
    assert fetch.headers["Content-Type"] == "application/json"
    assert asked(fetch) == {"appliedFacets": {}, "limit": 20, "offset": 0, "searchText": ""}


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("a|wd5|Site", "https://a.wd5.myworkdayjobs.com/wday/cxs/a/Site/jobs"),
        ("a-b_c|wd503|1 & 2", None),
        ("a|wd5|Größe", "https://a.wd5.myworkdayjobs.com/wday/cxs/a/Gr%C3%B6%C3%9Fe/jobs"),
        ("a|wd5|..", "https://a.wd5.myworkdayjobs.com/wday/cxs/a/%252E%252E/jobs"),
        ("a|wd5|%2e%2e%2Fx", "https://a.wd5.myworkdayjobs.com/wday/cxs/a/..%2Fx/jobs"),
        ("wd103|wd1|accenturecareers", None),
        ("evil.example/|wd5|Site", None),
        ("a|wd5.evil.example|Site", None),
        ("a|wd5|../x", None),
        ("a|wd5|Site\n", None),
        ("a|wd5", None),
        ("", None),
    ],
)
def test_a_board_is_tenant_data_centre_and_site(board: str, path: str | None) -> None:
    source = Source("x", "workday", board)
    if path is None:
        assert PLATFORM.careers_url(board) is None
        with pytest.raises(ValueError, match=r"is not 'tenant\|wd5\|Site'"):
            next(PLATFORM.requests(source))
    else:
        assert next(PLATFORM.requests(source)).url == path


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/job/Oslo/Analyst_R1", f"{API}/job/Oslo/Analyst_R1"),
        ("/job/../../x/Analyst_R1", f"{API}/job/%252E%252E/%252E%252E/x/Analyst_R1"),
        ("https://evil.example/x?y#z", f"{API}/https%3A/evil.example/x%3Fy%23z"),
    ],
)
def test_a_detail_stays_below_its_site(path: str, url: str) -> None:
    page = PLATFORM.page(SOURCE, answer({"total": 1, "jobPostings": [{"title": "x", "externalPath": path}]}))
    assert [fetch.url for fetch in page.follow] == [url]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("tarnhollow.wd5.myworkdayjobs.com/Tarnhollow_Careers", "tarnhollow|wd5|Tarnhollow_Careers"),
        ("Tarnhollow.WD503.myworkdayjobs.com/en-US/x-y?q=1", "tarnhollow|wd503|x-y"),
        ("tarnhollow.wd5.myworkdayjobs.com/Careers/job/Oslo/Analyst_R1/apply", "tarnhollow|wd5|Careers"),
        ("tarnhollow.wd5.myworkdayjobs.com/wday/cxs/tarnhollow/Careers/jobs", "tarnhollow|wd5|Careers"),
        ("wd5.myworkdaysite.com/recruiting/tarnhollow/Careers", "tarnhollow|wd5|Careers"),
        ("wd5.myworkdaysite.com/de-DE/recruiting/tarnhollow/Careers/job/x", "tarnhollow|wd5|Careers"),
        ("tarnhollow.wd5.myworkdaysite.com/recruiting/tarnhollow/Careers", "tarnhollow|wd5|Careers"),
        ("x.wd5.myworkdayjobs.com/ab-cd/job/Oslo/Analyst_R1", "x|wd5|ab-cd"),
        ("tarnhollow.wd5.myworkdayjobs.com/", None),
        ("tarnhollow.wd5.myworkdayjobs.com/en-US", None),
        ("tarnhollow.wd5.myworkdayjobs.com/en-US/", None),
        ("tarnhollow.wd5.myworkdayjobs.com/robots.txt", None),
        ("tarnhollow.wd5.myworkdayjobs.com/wday/cxs/other/Careers/jobs", None),
        ("wd5.myworkdaysite.com/recruiting/tarnhollow", None),
        ("www.myworkday.com/tarnhollow/d/home.htmld", None),
        ("evil.example/tarnhollow.wd5.myworkdayjobs.com/Careers", None),
        ("tarnhollow.wd5.myworkdayjobs.com.evil.example/Careers", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("body", "carried"),
    [
        ({"errorCode": "HTTP_400", "httpStatus": 400, "message": ""}, None),
        ({"errorCode": "S22", "httpStatus": 403}, ENTRY),
        ({"jobPostings": [], "total": None}, None),
        ({"jobPostings": [None], "total": 1}, None),
        ("<html>maintenance</html>", None),
        ("null", None),
        ("null", ENTRY),
        ('{"total": 2, "jobPost', None),
        ({"jobPostingInfo": None}, ENTRY),
    ],
)
def test_an_answer_of_another_shape_is_an_error(body: object, carried: dict[str, Any] | None) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, answer(body, carried))


def test_an_empty_board_is_no_error() -> None:
    page = PLATFORM.page(SOURCE, answer({"total": 0, "jobPostings": [], "facets": []}))
    assert (page.payloads, page.follow, page.total) == ([], [], 0)


def test_words_that_change_every_day_do_not_land() -> None:
    today, tomorrow = (
        PLATFORM.page(SOURCE, answer({"total": 1, "jobPostings": [ENTRY | {"postedOn": day}]})).follow[0].carried
        for day in ("Posted Today", "Posted Yesterday")
    )
    assert today == tomorrow
    assert completed(postedOn="Posted Today") == completed(postedOn="Posted Yesterday")


@pytest.mark.parametrize(
    ("detail", "places"),
    [
        ({"additionalLocations": ["Oslo", "Bergen", " "]}, [("Oslo", None), ("Bergen", None)]),
        ({"country": {"descriptor": "Norway"}}, [("Oslo", "Norway")]),
        ({"location": None, "country": {"descriptor": "Norway"}}, [(None, "Norway")]),
        ({"location": ""}, []),
    ],
)
def test_the_country_speaks_of_the_first_place(
    detail: dict[str, Any], places: list[tuple[str | None, str | None]]
) -> None:
    reading = read_payload(PLATFORM, SOURCE, completed(**detail))
    assert isinstance(reading, PostingReading)
    assert [(each.text, each.country) for each in reading.places] == places


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({"entry": {"bulletFields": ["R1"]}}, "missing_field"),
        ({"entry": ENTRY}, "missing_field"),
        (completed(title=None), "missing_field"),
        (completed(title=5), "wrong_type"),
        (completed(country="Norway"), "wrong_type"),
        (completed(posted=False), "closed"),
        ({"entry": None, "detail": {}}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(payload: dict[str, Any], reason: str) -> None:
    assert outcome(payload) == {"reject": reason}


@given(JSON | st.dictionaries(st.sampled_from(["total", "jobPostings", "facets", "jobPostingInfo"]), JSON))
def test_any_json_is_split_or_refused(body: object) -> None:
    for carried in (None, ENTRY):
        try:
            payloads = PLATFORM.page(SOURCE, answer(body, carried)).payloads
        except (PayloadError, KeyError, TypeError, AttributeError):
            continue
        assert all(outcome(payload) for payload in payloads)


@given(st.dictionaries(st.sampled_from(["title", "location", "additionalLocations", "country", "externalUrl"]), JSON))
def test_any_detail_is_read_or_rejected(detail: dict[str, Any]) -> None:
    assert outcome(completed(**detail)) is not None


def test_real_answers_are_read_whole() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"shared/ is absent: {SHARED}")
    found = {}
    for path in sorted(SHARED.glob("*list*.json")):
        page = PLATFORM.page(SOURCE, answer(path.read_text("utf-8")))
        found[path.stem] = (len(page.payloads), sum(fetch.method == "GET" for fetch in page.follow), page.total)
    # nvidia's list is capped: 15 categories, none of them capped, hold all postings
    assert found == {"clepine_list_stale": (0, 20, 0), "list_4": (0, 4, 644), "nvidia_list_10": (0, 0, 2613)}
    details = [orjson.loads(path.read_bytes()) for path in sorted(SHARED.glob("*detail*.json"))]
    for body in details:
        url = body["jobPostingInfo"]["externalUrl"]
        entry = {"externalPath": "/job/" + url.split("/job/", 1)[1]}
        (payload,) = PLATFORM.page(SOURCE, answer(body, entry)).payloads
        reading = read_payload(PLATFORM, SOURCE, payload)
        assert isinstance(reading, PostingReading)
        assert (reading.identifier, reading.url) == (body["jobPostingInfo"]["jobPostingId"], url)
        assert reading.description_html
        assert reading.places
        assert reading.requisition_id
        assert reading.posted
        assert reading.employment_type == "Full time"
    assert len(details) == 3
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, answer((SHARED / "errors" / "broadcom_400.json").read_text("utf-8")))


@pytest.mark.parametrize(
    ("status", "text", "is_gone"),
    [
        (404, "", True),
        (403, '{"errorCode":"S22","httpStatus":403,"message":"permission denied"}', True),
        (403, "<title>Access denied</title>", False),
        (500, '{"errorCode":"S22"}', False),
    ],
)
def test_a_posting_that_was_taken_down_answers_so(status: int, text: str, is_gone: bool) -> None:
    assert PLATFORM.is_gone(status, text) is is_gone
