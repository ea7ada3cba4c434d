from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.smartrecruiters import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PlaceReading, PostingReading

SOURCE = Source("Brasswick", "smartrecruiters", "Brasswick1")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "smartrecruiters"
API = "https://api.smartrecruiters.com/v1/companies/Brasswick1/postings"
FIRST = f"{API}?limit=100&offset=0"


def page_of(body: object, url: str = FIRST, carried: dict[str, Any] | None = None) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, orjson.dumps(body).decode(), carried=carried))


def listed(found: object, *identifiers: object, **more: object) -> dict[str, Any]:
    return {"totalFound": found, "content": [{"id": each} for each in identifiers]} | more


def read(**values: Any) -> PostingReading:
    payload = {"id": "7", "name": "Analyst"} | values
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize("name", ["detail", "detail_remote", "detail_closed"])
def test_a_detail_reads_as_expected(name: str) -> None:
    carried = orjson.loads((RECORDINGS / f"Brasswick1_{name}.carried.json").read_bytes())
    body = (RECORDINGS / f"Brasswick1_{name}.json").read_text("utf-8")
    payloads = PLATFORM.page(SOURCE, Answer(f"{API}/{carried['id']}", body, carried=carried)).payloads
    expected = orjson.loads((RECORDINGS / f"Brasswick1_{name}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in payloads])) == expected
    assert "creator" not in payloads[0]


def test_a_list_leads_to_its_postings_and_the_next_page() -> None:
    page = PLATFORM.page(SOURCE, Answer(FIRST, (RECORDINGS / "Brasswick1.json").read_text("utf-8")))
    assert (page.payloads, page.total) == ([], 5)
    assert [fetch.url for fetch in page.follow] == [
        *(f"{API}/74400012001000{number}" for number in (1, 2, 3)),
        f"{API}?limit=100&offset=3",
    ]
    details, following = page.follow[:-1], page.follow[-1]
    assert [fetch.detail_of for fetch in details] == [PLATFORM.identifier(fetch.carried or {}) for fetch in details]
    assert following.carried is None


def test_a_list_entry_alone_is_a_payload() -> None:
    page = PLATFORM.page(SOURCE, Answer(FIRST, (RECORDINGS / "Brasswick1.json").read_text("utf-8")))
    titles = [read_payload(PLATFORM, SOURCE, fetch.carried or {}).title for fetch in page.follow[:-1]]  # type: ignore[union-attr]
    assert titles == ["Senior Product Manager, Metering ", "Field Data Engineer", "Praktikant*in Kalibrierung"]


def test_a_detail_alone_is_a_payload() -> None:
    assert page_of({"id": "7", "name": "Analyst"}, "").payloads == [{"id": "7", "name": "Analyst"}]


@pytest.mark.parametrize(
    ("body", "url", "following"),
    [
        (listed(250, *map(str, range(100)), offset=0, limit=100), FIRST, 100),
        (listed(250, "a", "b", offset=100, limit=2), f"{API}?limit=100&offset=100", 102),
        (listed(250, "a", "b"), f"{API}?limit=100&offset=100", 102),
        (listed(2, "a", "b", offset=0), FIRST, None),
        (listed(102, "a", "b", offset=100), f"{API}?limit=100&offset=100", None),
        (listed(250, offset=100), f"{API}?limit=100&offset=100", None),
        (listed(None, "a"), FIRST, None),
    ],
)
def test_the_answer_says_what_comes_next(body: dict[str, Any], url: str, following: int | None) -> None:
    lists = [fetch.url for fetch in page_of(body, url).follow if fetch.detail_of is None]
    assert lists == ([] if following is None else [f"{API}?limit=100&offset={following}"])


def test_only_the_first_page_tells_the_total() -> None:
    assert page_of(listed(0)).total == 0
    assert page_of(listed(101, "a", offset=100), f"{API}?limit=100&offset=100").total is None


def test_pages_that_repeat_are_an_error() -> None:
    with pytest.raises(PayloadError, match="page 100 was asked for, 0 came"):
        page_of(listed(250, "a", offset=0), f"{API}?limit=100&offset=100")


def test_an_entry_without_an_identifier_is_a_reject_and_stops_no_other() -> None:
    page = page_of(listed(2, None, "a"))
    assert [fetch.detail_of for fetch in page.follow] == ["a"]
    assert [outcome(payload) for payload in page.payloads] == [{"reject": "missing_field"}]


@pytest.mark.parametrize("body", [None, [], "x", {}, {"message": "x"}, {"content": {}}, {"content": [None]}])
def test_an_answer_that_is_no_list_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page_of(body)


@pytest.mark.parametrize("text", ["", "<html>", '{"content": [{"id"', "null"])
def test_a_broken_body_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer(FIRST, text))


@pytest.mark.parametrize("body", [{"message": "gone"}, {"id": "8", "name": "Another"}, {"id": None}])
def test_a_detail_of_another_posting_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="not the posting asked for"):
        page_of(body, f"{API}/7", {"id": "7", "name": "Analyst"})


@pytest.mark.parametrize(
    ("board", "path"),
    [
        ("Brasswick1", "Brasswick1"),
        ("../x", "..%2Fx"),
        ("..", "%252E%252E"),
        ("a?b#c", "a%3Fb%23c"),
        ("a%20b", "a%20b"),
    ],
)
def test_a_board_stays_one_part_of_the_path(board: str, path: str) -> None:
    base = f"https://api.smartrecruiters.com/v1/companies/{path}/postings"
    source = Source("x", "smartrecruiters", board)
    assert [fetch.url for fetch in PLATFORM.requests(source)] == [f"{base}?limit=100&offset=0"]
    page = PLATFORM.page(source, Answer(FIRST, orjson.dumps(listed(1, "../secret")).decode()))
    assert [fetch.url for fetch in page.follow] == [f"{base}/..%2Fsecret"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("careers.smartrecruiters.com/Brasswick1", "Brasswick1"),
        ("careers.smartrecruiters.com/Brasswick1/metering?x=1", "Brasswick1"),
        ("jobs.smartrecruiters.com/Brasswick1/744000120010001-senior-product-manager", "Brasswick1"),
        ("jobs.smartrecruiters.com/oneclick-ui/company/Brasswick1/publication/6b1f2a10?dcr_ci=x", "Brasswick1"),
        ("jobs.smartrecruiters.com/external-referrals/company/Brasswick1/publication/6b1f", "Brasswick1"),
        ("api.smartrecruiters.com/v1/companies/Brasswick1/postings?limit=10", "Brasswick1"),
        ("jobs.smartrecruiters.com/?lang=en&company=Brasswick1", "Brasswick1"),
        ("jobs.smartrecruiters.com/", None),
        ("careers.smartrecruiters.com/my-applications", None),
        ("static.smartrecruiters.com/job-widget/1.4.2/script/smart_widget.js", None),
        ("www.smartrecruiters.com/blog", None),
        ("careers.smartrecruiters.com.example/Brasswick1", None),
    ],
)
def test_a_url_tells_the_company(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"id": "permanent", "label": "Full-time"}, "permanent; Full-time"),
        ({"id": "part-time", "label": "part-time"}, "part-time"),
        ({"label": "Vollzeit"}, "Vollzeit"),
        ({}, None),
        (None, None),
    ],
)
def test_both_words_for_the_employment_are_kept(stated: object, expected: str | None) -> None:
    assert read(typeOfEmployment=stated).employment_type == expected


@pytest.mark.parametrize(
    ("location", "places"),
    [
        ({"fullLocation": "Jena, , Germany", "city": "Jena"}, [PlaceReading("Jena, Germany", "Jena")]),
        ({"fullLocation": "Jena, TH, Germany"}, [PlaceReading("Jena, TH, Germany")]),
        ({"city": "", "country": "de"}, [PlaceReading(None, None, None, "de")]),
        ({"fullLocation": "", "remote": True}, []),
        (None, []),
    ],
)
def test_a_place_has_no_empty_parts(location: object, places: list[PlaceReading]) -> None:
    assert read(location=location).places == places


def test_a_title_of_a_section_is_text() -> None:
    sections = {"a": {"title": "R&D <team>", "text": "<p>x</p>"}, "b": {"text": " "}, "c": None}
    assert read(jobAd={"sections": sections}).description_html == "<h3>R&amp;D &lt;team&gt;</h3><p>x</p>"


def test_without_a_link_the_public_page_is_named_by_company_and_number() -> None:
    assert read().url == "https://jobs.smartrecruiters.com/Brasswick1/7"
    assert read(company={"identifier": "Other Co"}).url == "https://jobs.smartrecruiters.com/Other%20Co/7"


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"name": " "}, "missing_field"),
        ({"id": 7}, "wrong_type"),
        ({"location": "Oslo"}, "wrong_type"),
        ({"jobAd": {"sections": ["x"]}}, "wrong_type"),
        ({"active": False}, "closed"),
        ({"visibility": "INTERNAL"}, "not_listed"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


def test_real_lists_and_details_are_read(shared: Path) -> None:
    folder = shared / "payloads" / "ats" / "smartrecruiters"
    bosch = orjson.loads((folder / "boschgroup_pages_and_details.json").read_bytes())
    lists = [orjson.loads((folder / name).read_bytes()) for name in ("list_page0.json", "list_sample.json")]
    lists += [orjson.loads((folder / "westerndigital_list_10.json").read_bytes())]
    entries = [fetch for body in lists for fetch in page_of(body, "").follow if fetch.detail_of]
    readings = [read_payload(PLATFORM, SOURCE, fetch.carried or {}) for fetch in entries]
    assert len(readings) == 15
    assert all(isinstance(each, PostingReading) and each.places and each.posted for each in readings)

    steps = [fetch for body in bosch["list_pages"] for fetch in page_of(body, "").follow if fetch.detail_of]
    pages = [page_of(bosch["details"][fetch.detail_of], fetch.url, fetch.carried) for fetch in steps]
    full = [read_payload(PLATFORM, SOURCE, payload) for page in pages for payload in page.payloads]
    assert len(full) == 3
    assert all(each.url.startswith("https://jobs.smartrecruiters.com/") for each in full)
    assert [bool(each.description_html) for each in full if isinstance(each, PostingReading)] == [True, True, False]


_VALUES = st.none() | st.booleans() | st.integers(-9, 999) | st.text(max_size=5)
_KEYS = [
    "id",
    "name",
    "location",
    "jobAd",
    "sections",
    "text",
    "company",
    "language",
    "content",
    "offset",
    "totalFound",
]
_OBJECTS = st.dictionaries(st.sampled_from(_KEYS), _VALUES, max_size=5)
_JSON = st.recursive(
    _VALUES | _OBJECTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_KEYS), inner, max_size=5),
    max_leaves=12,
)


@given(_JSON, st.none() | _OBJECTS)
def test_any_answer_is_split_or_refused(body: object, carried: dict[str, Any] | None) -> None:
    try:
        page = page_of(body, FIRST, carried)
    except PayloadError:
        return
    assert all(outcome(payload) is not None for payload in page.payloads)


@given(st.dictionaries(st.sampled_from([*_KEYS, "department", "language", "visibility"]), _JSON))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
