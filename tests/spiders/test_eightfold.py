import csv
from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.eightfold import PLATFORM
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

HOST = "jobs.kelpforge.example"
SOURCE = Source("Kelpforge", "eightfold", HOST)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "eightfold"
SHARED = Path(__file__).parents[3] / "shared" / "data"


def ask(text: str, carried: Any = None, source: Source = SOURCE) -> Page:
    return PLATFORM.page(source, Answer("", text, carried=carried))


def outcome(payload: dict[str, Any]) -> Any:
    try:
        return asdict(read_payload(PLATFORM, SOURCE, payload))
    except PayloadError as error:
        return {"reject": str(error.reason)}


def position(**values: Any) -> dict[str, Any]:
    return {"id": 8, "name": "Diver", "canonicalPositionUrl": f"https://{HOST}/careers/job/8"} | values


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"entry": position(**values), "detail": {}})
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize("name", ["", "_pcsx", "_detail"])
def test_pages_and_both_apis_read_as_expected(name: str) -> None:
    carried = RECORDINGS / f"{HOST}{name}.carried.json"
    text = (RECORDINGS / f"{HOST}{name}{'.html' if name == '_detail' else '.json'}").read_text("utf-8")
    page = ask(text, orjson.loads(carried.read_bytes()) if carried.exists() else None)
    expected = orjson.loads((RECORDINGS / f"{HOST}{name}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_the_map_leads_to_the_host_s_own_postings() -> None:
    (fetch,) = ask((RECORDINGS / f"{HOST}_sitemap.xml").read_text("utf-8")).follow
    assert fetch.carried == orjson.loads((RECORDINGS / f"{HOST}_detail.carried.json").read_bytes())
    assert fetch.url == (fetch.carried or {})["url"]
    assert fetch.detail_of == "890313323421"


def test_a_map_of_maps_leads_to_maps() -> None:
    maps = "<sitemap><loc>/careers/sitemap.xml?p=2</loc></sitemap><sitemap><loc>https://elsewhere.example/s</loc></sitemap>"
    page = ask(f"<sitemapindex>{maps}</sitemapindex>")
    assert [(fetch.url, fetch.carried) for fetch in page.follow] == [(f"https://{HOST}/careers/sitemap.xml?p=2", None)]


def test_entry_payload_and_request_agree_on_the_identifier() -> None:
    (fetch,) = ask((RECORDINGS / f"{HOST}_sitemap.xml").read_text("utf-8")).follow
    (payload,) = ask((RECORDINGS / f"{HOST}_detail.html").read_text("utf-8"), fetch.carried).payloads
    assert payload["entry"] == fetch.carried
    assert identifier_of(PLATFORM, payload) == fetch.detail_of
    (alone,) = ask((RECORDINGS / f"{HOST}_detail.html").read_text("utf-8")).payloads
    assert identifier_of(PLATFORM, alone) == fetch.detail_of


@pytest.mark.parametrize(
    "body",
    [
        *("", "null", "[]", "{}", '{"positions": {}}', '{"message": "PCSX is not enabled for this user."}'),
        *('{"data": {"positions": [1]}}', "<html><body>Just a moment...</body></html>"),
    ],
)
def test_an_answer_of_another_shape_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        ask(body)


def test_an_empty_map_is_no_error() -> None:
    assert ask("<?xml version='1.0'?><urlset></urlset>") == Page()


@pytest.mark.parametrize(
    ("option", "place", "workplace"),
    [
        ("onsite", "USA - Remote", None),
        ("onsite", "Halifax", "onsite"),
        ("hybrid", "USA - Remote", "hybrid"),
        ("remote", "Halifax", "remote"),
        (None, "Halifax", None),
    ],
)
def test_onsite_beside_a_remote_place_is_what_nobody_chose(
    option: str | None, place: str, workplace: str | None
) -> None:
    assert read(work_location_option=option, locations=[place]).workplace == workplace


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ({"location": "A", "locations": ["A", "B", ""]}, ["A", "B"]),
        ({"location": "A", "locations": []}, ["A"]),
        ({"standardizedLocations": '["A", "B"]'}, ["A", "B"]),
        ({"standardizedLocations": "[broken"}, []),
        ({}, []),
    ],
)
def test_places_in_every_shape(values: dict[str, Any], places: list[str]) -> None:
    assert [place.text for place in read(**values).places] == places


@pytest.mark.parametrize(
    ("board", "url"),
    [
        (HOST, f"https://{HOST}/careers/sitemap.xml"),
        ("HP.eightfold.ai|hp.com", "https://hp.eightfold.ai/careers/sitemap.xml?domain=hp.com"),
        ("a.eightfold.ai|x&y=/../z", "https://a.eightfold.ai/careers/sitemap.xml?domain=x%26y%3D%2F..%2Fz"),
    ],
)
def test_one_request_for_the_map(board: str, url: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "eightfold", board))] == [url]


@pytest.mark.parametrize("board", ["", "hp", "|hp.com", "a.example/x|y", "https://a.eightfold.ai", "10.0.0.1"])
def test_a_board_that_is_no_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a host"):
        list(PLATFORM.requests(Source("x", "eightfold", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("hp.eightfold.ai/careers", "hp.eightfold.ai"),
        ("HP.eightfold.ai", "hp.eightfold.ai"),
        ("hp.eightfold.ai/careers/job/12-x?domain=hp.com", "hp.eightfold.ai"),
        (f"{HOST}/careers/job/12-kelp-surveyor?microsite=a&domain=kelpforge.example", f"{HOST}|kelpforge.example"),
        (f"{HOST}/careers?domain=kelpforge.example", f"{HOST}|kelpforge.example"),
        (f"{HOST}/careers", None),
        (f"{HOST}/careers/job/12", None),
        ("www.eightfold.ai/customers", None),
        ("static.eightfold.ai/x.js", None),
        ("eightfold.ai", None),
        ("hp.eightfold.ai.example/careers", None),
    ],
)
def test_a_url_tells_the_site(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


SIMPLE = st.none() | st.booleans() | st.integers() | st.text(max_size=4)
VALUES = SIMPLE | st.lists(SIMPLE, max_size=2) | st.dictionaries(st.sampled_from(["url", "title", "id"]), SIMPLE)
KEYS = [
    "id",
    "url",
    "name",
    "locations",
    "standardizedLocations",
    "posting",
    "position",
    "isPrivate",
    "work_location_option",
]


@given(st.dictionaries(st.sampled_from(["entry", "detail"]), SIMPLE | st.dictionaries(st.sampled_from(KEYS), VALUES)))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload)


@given(
    st.recursive(
        SIMPLE,
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(st.sampled_from(["data", "positions", "id", "name"]), inner, max_size=3)
        ),
        max_leaves=6,
    )
)
def test_any_json_is_split_or_an_error(document: Any) -> None:
    try:
        page = ask(orjson.dumps(document, option=orjson.OPT_NON_STR_KEYS).decode())
    except (PayloadError, orjson.JSONEncodeError):
        return
    assert all(outcome(payload) for payload in page.payloads)


def test_real_answers_are_read() -> None:
    folder = SHARED / "payloads" / "ats"
    if not folder.is_dir():
        pytest.skip("shared/ is absent: real answers cannot be read")
    names = ("ergon_jobs.json", "netflix_search_page_2.json", "netflix_job_790313323421.html")
    files = [*(folder / "eightfold" / name for name in names), folder / "jsonld" / "microsoft_job.html"]
    found = [payload for file in files for payload in ask(file.read_text("utf-8")).payloads]
    readings = [outcome(payload) for payload in found]
    filled = Counter(key for reading in readings for key, value in reading.items() if value)
    assert (len(readings), filled["reject"]) == (15, 0)
    assert {key: filled[key] for key in ("title", "places", "posted", "requisition_id", "department")} == {
        "title": 15, "places": 15, "posted": 15, "requisition_id": 14, "department": 13,
    }  # fmt: skip
    assert (filled["workplace"], filled["description_html"], filled["valid_through"]) == (6, 2, 0)
    microsoft = Source("", "eightfold", "apply.careers.microsoft.com")
    text = (folder / "sitemaps/microsoft_eightfold_sitemap.xml").read_text("utf-8")
    assert len(ask(text, source=microsoft).follow) == 3


def test_registry_urls_tell_their_hosts() -> None:
    file = SHARED / "registry" / "companies.tsv"
    if not file.is_file():
        pytest.skip("shared/ is absent: registry URLs cannot be compared")
    with file.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines, delimiter="\t") if row["platform"] == "eightfold"]
    told = Counter[str]()
    for row in (row for row in rows if row["url"]):
        board = PLATFORM.board_of(row["url"].split("://", 1)[-1])
        told["right" if board == row["board"] else "host" if board == row["board"].split("|")[0] else str(board)] += 1
    assert (len(rows), told) == (96, {"right": 48, "host": 19, "None": 5})
    assert all(list(PLATFORM.requests(Source("x", "eightfold", row["board"]))) for row in rows)
