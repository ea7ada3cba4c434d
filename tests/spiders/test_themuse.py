from pathlib import Path

import orjson
import pytest

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.themuse import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("The Muse", "themuse", "Product Management")
API = "https://www.themuse.com/api/public/jobs?category=Product%20Management"


def page(number: object, pages: object, *, asked: int, entries: int = 20) -> Page:
    body = {"page": number, "page_count": pages, "total": 2_345, "results": [{"id": 1}] * entries}
    return PLATFORM.page(SOURCE, Answer(f"{API}&page={asked}", orjson.dumps(body).decode()))


@pytest.mark.parametrize(
    ("board", "query"),
    [
        ("Product Management", "Product%20Management"),
        ("Media, PR, and Communications", "Media%2C%20PR%2C%20and%20Communications"),
        ("../x?y", "..%2Fx%3Fy"),
        ("A&page=9#b", "A%26page%3D9%23b"),
    ],
)
def test_a_category_stays_one_value_of_the_query(board: str, query: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "themuse", board)))
    assert [fetch.url for fetch in fetches] == [f"https://www.themuse.com/api/public/jobs?category={query}&page=0"]


@pytest.mark.parametrize(
    ("number", "pages", "entries", "following"),
    [(0, 3, 20, 1), (1, 3, 20, 2), (2, 3, 4, None), (1, 3, 0, None), (98, 118, 20, 99), (99, 118, 20, None),
     (0, None, 20, None)],
)  # fmt: skip
def test_paging_goes_by_what_the_answer_says_and_no_deeper_than_allowed(
    number: int, pages: int | None, entries: int, following: int | None
) -> None:
    found = page(number, pages, asked=number, entries=entries)
    assert [fetch.url for fetch in found.follow] == ([] if following is None else [f"{API}&page={following}"])
    assert found.total == (2_345 if number == 0 else None)


def test_an_answer_for_another_page_ends_the_paging() -> None:
    with pytest.raises(PayloadError, match="wrong_type: page 1 was asked for, 0 came"):
        page(0, 3, asked=1)


def test_an_error_of_the_api_is_no_empty_category() -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, Answer("", '{"code": 400, "error": "Invalid page"}'))


def test_every_real_posting_is_read(shared: Path) -> None:
    path = shared / "payloads" / "ats" / "boards" / "themuse" / "themuse_ergon.json"
    found = PLATFORM.page(SOURCE, Answer("", path.read_text("utf-8")))
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in found.payloads]
    assert [each.company for each in readings if isinstance(each, PostingReading)] == [
        "Uber",
        "The Laurels of Kent",
        "Bank of America",
    ]
    assert all(isinstance(each, PostingReading) and each.places and each.description_html for each in readings)
