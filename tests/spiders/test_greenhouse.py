from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.greenhouse import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Larkmill", "greenhouse", "larkmill")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "greenhouse"


def page_of(body: object) -> Page:
    return PLATFORM.page(SOURCE, Answer("https://boards-api.greenhouse.io/", orjson.dumps(body).decode()))


def job(**values: Any) -> dict[str, Any]:
    return {"id": 1, "title": "Analyst", "absolute_url": "https://x.example/1", "internal_job_id": 2} | values


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, job(**values))
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def test_recording_reads_as_expected() -> None:
    page = PLATFORM.page(SOURCE, Answer("", (RECORDINGS / "larkmill.json").read_text("utf-8")))
    expected = orjson.loads((RECORDINGS / "larkmill.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected
    assert page.total == len(expected)


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("larkmill", "larkmill"),
        ("weights_and_biases", "weights_and_biases"),
        ("../../v2/secret", "..%2F..%2Fv2%2Fsecret"),
        ("..", "%252E%252E"),
        ("%2e%2e", "%252E%252E"),
        ("a?b#c", "a%3Fb%23c"),
        ("Hy per%20b", "Hy%20per%20b"),
    ],
)
def test_one_request_for_the_board(board: str, path: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "greenhouse", board)))
    assert [fetch.url for fetch in fetches] == [f"https://boards-api.greenhouse.io/v1/boards/{path}/jobs?content=true"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("boards.greenhouse.io/larkmill", "larkmill"),
        ("boards.greenhouse.io/larkmill/jobs/12?gh_jid=12", "larkmill"),
        ("job-boards.greenhouse.io/LarkMill", "LarkMill"),
        ("job-boards.eu.greenhouse.io/larkmill/", "larkmill"),
        ("boards.eu.greenhouse.io/larkmill?x=1", "larkmill"),
        ("BOARDS.greenhouse.io/weights_and_biases", "weights_and_biases"),
        ("boards.greenhouse.io/embed/job_board?for=larkmill", "larkmill"),
        ("boards.greenhouse.io/embed/job_board/js?for=larkmill", "larkmill"),
        ("boards.greenhouse.io/embed/job_app?token=9&for=larkmill&b=https%3A%2F%2Fx", "larkmill"),
        ("job-boards.eu.greenhouse.io/embed/job_board?validityToken=z&for=lark.mill", "lark.mill"),
        ("boards-api.greenhouse.io/v1/boards/larkmill/jobs?content=true", "larkmill"),
        ("api.greenhouse.io/v1/boards/larkmill", "larkmill"),
        ("boards.greenhouse.io/embed/job_board", None),
        ("boards.greenhouse.io/embed/job_board?for=", None),
        ("boards.greenhouse.io/", None),
        ("boards.greenhouse.io/robots.txt", None),
        ("boards.greenhouse.io.evil.example/larkmill", None),
        ("larkmill.example/?u=boards.greenhouse.io/larkmill", None),
        ("jobs.lever.co/larkmill", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize("body", [[], {"jobs": None}, {"jobs": {}}, {"jobs": ["x"]}, {"status": 404, "error": "gone"}])
def test_an_answer_without_a_list_of_jobs_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page_of(body)


def test_a_page_that_is_not_json_is_an_error() -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", "<html>checking your browser</html>"))


@pytest.mark.parametrize(
    ("meta", "total"), [({"total": 3}, 3), ({}, None), (None, None), ({"total": None}, None), ({"total": "3"}, None)]
)
def test_the_boards_own_count(meta: object, total: int | None) -> None:
    assert page_of({"jobs": [job()], "meta": meta}).total == total


def test_an_empty_board_is_no_error() -> None:
    assert page_of({"jobs": [], "meta": {"total": 0}}).payloads == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"internal_job_id": None}, "prospect_post"),
        ({"title": None}, "missing_field"),
        ({"title": " "}, "missing_field"),
        ({"title": 7}, "wrong_type"),
        ({"absolute_url": None}, "missing_field"),
        ({"id": None}, "wrong_type"),
        ({"location": "Boston"}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_an_absent_internal_job_id_is_no_prospect_post() -> None:
    payload = job()
    del payload["internal_job_id"]
    assert PLATFORM.read(SOURCE, payload).identifier == "1"


@pytest.mark.parametrize(
    ("name", "value", "field", "expected"),
    [
        ("Workplace Type", "Remote", "workplace", "Remote"),
        ("Work Model", ["Hybrid"], "workplace", "Hybrid"),
        ("Location Type", "On-Site", "workplace", "On-Site"),
        ("Work Type", ["Hybrid", "On-site"], "workplace", None),
        ("Remote?", False, "is_remote", False),
        ("Remote eligible", True, "is_remote", None),
        ("LEGACY - Employment Type", "Full-time", "employment_type", "Full-time"),
        ("Time Type", "Part Time", "employment_type", "Part Time"),
        ("Careers Page Department", ["Sales"], "department", "Sales"),
        ("Team Size", "9.0", "department", None),
    ],
)
def test_metadata_is_read_by_what_its_name_speaks_of(name: str, value: object, field: str, expected: object) -> None:
    reading = read(metadata=[{"id": 3, "name": name, "value": value, "value_type": "single_select"}])
    assert getattr(reading, field) == expected


@pytest.mark.parametrize(
    ("name", "is_pay"),
    [("Job Post Range (United States)", True), ("Salary", True), ("Hiring Range", True), ("Bonus Range", False),
     ("Salary Budget", False), ("Pay Target", False), ("Options", False)],
)  # fmt: skip
def test_a_currency_range_is_pay_by_its_name(name: str, is_pay: bool) -> None:
    value = {"unit": "USD", "min_value": "96000.0", "max_value": "128000.0"}
    pays = read(metadata=[{"id": 3, "name": name, "value": value, "value_type": "currency_range"}]).pays
    assert [(pay.minimum, pay.maximum, pay.currency, pay.unit) for pay in pays] == (
        [("96000.0", "128000.0", "USD", None)] if is_pay else []
    )


def test_pay_of_the_detail_answer_counts_in_cents() -> None:
    ranges = [{"min_cents": 5000000, "max_cents": 7550050, "currency_type": "USD", "title": "NYC", "blurb": ""}]
    pay = read(pay_input_ranges=ranges).pays[0]
    assert (pay.minimum, pay.maximum, pay.currency, pay.place) == (50000.0, 75500.5, "USD", "NYC")


@pytest.mark.parametrize(
    ("place", "office", "country"),
    [
        ("Bellevue", ("Bellevue", "Bellevue, Washington, United States"), "United States"),
        ("Bellevue ", ("HQ", "Bellevue, Washington, United States"), "United States"),
        ("Chicago", ("Scottsdale HQ", "Scottsdale, Arizona, United States"), None),
        ("London", ("London", None), None),
    ],
)
def test_an_office_of_the_same_name_tells_the_country(
    place: str, office: tuple[str, str | None], country: str | None
) -> None:
    places = read(location={"name": place}, offices=[{"id": 1, "name": office[0], "location": office[1]}]).places
    assert [(each.text, each.country) for each in places] == [(place, country)]


def test_content_is_unescaped_exactly_once() -> None:
    assert read(content="&lt;p&gt;a &amp;amp; b &amp;lt;tag&amp;gt;&lt;/p&gt;").description_html == (
        "<p>a &amp; b &lt;tag&gt;</p>"
    )


@given(
    st.dictionaries(
        st.sampled_from([*job(), "metadata", "content", "offices", "departments", "location"]),
        st.none()
        | st.booleans()
        | st.integers()
        | st.text(max_size=5)
        | st.lists(st.none() | st.dictionaries(st.text(max_size=3), st.text(max_size=3)), max_size=2)
        | st.dictionaries(st.text(max_size=5), st.none() | st.text(max_size=5), max_size=2),
    )
)
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
