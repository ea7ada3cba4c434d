import csv
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.join_com import PLATFORM
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PayReading, PostingReading

SOURCE = Source("Tallowmere Soap", "join_com", "tallowmere")
HERE = "https://join.com/companies/tallowmere"
RECORDINGS = Path(__file__).parent.parent / "recordings" / "join_com"
REGISTRY = Path(__file__).parents[3] / "shared" / "data" / "registry" / "companies.tsv"


def ask(text: str, carried: Any = None, url: str = HERE) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, text, carried=carried))


def listing(items: Any, **pagination: Any) -> str:
    state = {"props": {"pageProps": {"initialState": {"jobs": {"items": items, "pagination": pagination}}}}}
    return f'<html><script id="__NEXT_DATA__" type="application/json">{orjson.dumps(state).decode()}</script></html>'


def item(number: int, **values: Any) -> dict[str, Any]:
    return {"id": number, "idParam": f"{number}-x", "title": "Soap Boiler"} | values


def read(**entry: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"entry": item(1) | entry, "detail": {}})
    assert isinstance(reading, PostingReading)
    return reading


def test_the_list_leads_to_its_postings_and_the_next_page() -> None:
    page = ask((RECORDINGS / "tallowmere.html").read_text("utf-8"))
    assert page.payloads == []
    assert page.total == 7
    assert [fetch.url.removeprefix(HERE) for fetch in page.follow] == [
        "/16400101-product-manager-soap",
        "/16400102-kesselmeister",
        "?page=2",
    ]
    assert [fetch.detail_of for fetch in page.follow] == ["16400101", "16400102", None]
    assert "applicationForm" not in (page.follow[0].carried or {})


@pytest.mark.parametrize("name", ["tallowmere_detail", "tallowmere_detail-plain"])
def test_a_posting_s_page_completes_its_entry(name: str) -> None:
    entry = orjson.loads((RECORDINGS / f"{name}.carried.json").read_bytes())
    (payload,) = ask((RECORDINGS / f"{name}.html").read_text("utf-8"), entry).payloads
    assert payload["entry"] == entry
    assert identifier_of(PLATFORM, payload) == str(entry["id"])
    expected = orjson.loads((RECORDINGS / f"{name}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([asdict(read_payload(PLATFORM, SOURCE, payload))])) == expected


def test_pages_follow_until_the_last_or_until_one_repeats() -> None:
    first = ask(listing([item(1), item(2)], pageCount=3, rowCount=5))
    second = ask(listing([item(3), item(4)], pageCount=3, rowCount=5), first.follow[-1].carried)
    assert second.follow[-1].url == f"{HERE}?page=3"
    assert second.total is None
    third = ask(listing([item(5)], pageCount=3, rowCount=5), second.follow[-1].carried)
    assert [fetch.detail_of for fetch in third.follow] == ["5"]
    repeated = ask(listing([item(1), item(2)], pageCount=3, rowCount=5), first.follow[-1].carried)
    assert all(fetch.detail_of for fetch in repeated.follow)


def test_an_empty_board_is_no_error() -> None:
    assert ask(listing([], pageCount=0, rowCount=0)) == Page(total=0)


def test_a_list_without_state_still_links_its_postings() -> None:
    links = (
        f'<a href="{HERE}/77-boiler">x</a><a href="/companies/tallowmere/77-boiler?y">x</a><a href="/companies/z">z</a>'
    )
    (fetch,) = ask(f"<html>{links}</html>").follow
    assert (fetch.url, fetch.detail_of, fetch.carried) == (
        f"{HERE}/77-boiler",
        "77",
        {"id": 77, "idParam": "77-boiler"},
    )


def test_a_posting_s_page_alone_tells_its_number() -> None:
    posting = {"@type": "JobPosting", "title": "Soap Boiler", "url": f"{HERE}/77-boiler"}
    html = f'<script type="application/ld+json">{orjson.dumps(posting).decode()}</script>'
    (payload,) = ask(html).payloads
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    assert (reading.identifier, reading.url) == ("77", f"{HERE}/77-boiler")


@pytest.mark.parametrize("text", ["", "{}", "null", "<html>Just a moment...</html>", listing(None), listing([1])])
def test_an_answer_that_is_no_page_of_join_is_an_error(text: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        ask(text)


@pytest.mark.parametrize(
    ("values", "pays"),
    [
        ({"salaryFrequency": "PER_YEAR"}, []),
        ({"salaryAmountFrom": {"amount": 1450, "currency": "EUR"}, "salaryFrequency": "PER_HOUR"},
         [PayReading(14.5, None, "EUR", "PER_HOUR")]),
        ({"salaryAmountTo": {"amount": 500000, "currency": "CHF"}}, [PayReading(None, 5000.0, "CHF", None)]),
    ],
)  # fmt: skip
def test_pay_counts_in_cents_and_needs_an_amount(values: dict[str, Any], pays: list[PayReading]) -> None:
    assert read(**values).pays == pays


@pytest.mark.parametrize(
    ("board", "url"),
    [
        ("tallowmere", HERE),
        ("a/b", "https://join.com/companies/a%2Fb"),
        ("..", "https://join.com/companies/%252E%252E"),
        ("ma\u00dfwerk", "https://join.com/companies/ma%C3%9Fwerk"),
    ],
)
def test_one_request_for_the_board(board: str, url: str) -> None:
    assert [fetch.url for fetch in PLATFORM.requests(Source("x", "join_com", board))] == [url]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("join.com/companies/tallowmere", "tallowmere"),
        ("join.com/companies/tallowmere/16400101-product-manager-soap?utm=x", "tallowmere"),
        ("www.join.com/companies/tallow-mere?page=2", "tallow-mere"),
        ("join.com/de/companies/tallowmere", "tallowmere"),
        ("join.com/companies/", None),
        ("join.com/jobs/16400101", None),
        ("join.com.example/companies/tallowmere", None),
        ("herp.careers/careers/companies/tallowmere", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


KEYS = ["id", "idParam", "title", "url", "city", "country", "salaryAmountFrom", "category", "baseSalary"]
SIMPLE = st.none() | st.integers() | st.text(max_size=4)
VALUES = SIMPLE | st.dictionaries(st.sampled_from(["amount", "currency", "cityName", "name"]), SIMPLE)
PARTS = st.none() | st.dictionaries(st.sampled_from(KEYS), VALUES)


@given(st.dictionaries(st.sampled_from(["entry", "detail"]), PARTS))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    try:
        assert read_payload(PLATFORM, SOURCE, payload)
    except PayloadError:
        assert payload != {"entry": item(1), "detail": {}}


@given(st.recursive(st.none() | st.integers() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=2)
       | st.dictionaries(st.sampled_from(["id", "idParam", "title"]), inner), max_leaves=6))  # fmt: skip
def test_any_list_is_split_or_an_error(items: Any) -> None:
    try:
        page = ask(listing(items, pageCount=2))
    except (PayloadError, KeyError, TypeError, ValueError):
        return
    assert all(fetch.url.startswith(HERE) for fetch in page.follow)


def test_registry_urls_tell_their_boards() -> None:
    if not REGISTRY.is_file():
        pytest.skip("shared/ is absent: registry URLs cannot be compared")
    with REGISTRY.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["platform"] == "join_com" and row["url"]]
    wrong = [row for row in rows if PLATFORM.board_of(row["url"].split("://", 1)[-1]) != row["board"]]
    assert (len(rows), wrong) == (23313, [])
