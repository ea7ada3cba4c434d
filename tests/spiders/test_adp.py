"""ADP: a list that counts its rows from 1, twenty a page, and an answer for each posting."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.detection import detect
from spiders.platforms.adp import PLATFORM
from spiders.platforms.base import Answer, Page, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError

CLIENT = "0a1b2c3d-1111-4222-8333-444455556666"
SOURCE = Source("Tinderbox", "adp", f"{CLIENT}/19000101_000001")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "adp"
SITE = "https://workforcenow.adp.com/mascsr/default"


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    text = body if isinstance(body, str) else orjson.dumps(body).decode()
    return PLATFORM.page(SOURCE, Answer("", text, carried=carried))


def listed(rows: list[str], total: object) -> dict[str, Any]:
    return {"jobRequisitions": [{"itemID": row} for row in rows], "meta": {"totalNumber": total}}


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return str(error.reason)


@pytest.mark.parametrize(
    ("known", "rows", "total", "skip"),
    [
        ([], ["a", "b"], 5, "3"),
        (["a", "b"], ["c"], 5, "4"),
        (["a", "b"], ["b", "c"], 3, None),  # a row that repeats counts once
        ([], ["a", "b"], 2, None),
        (["a"], ["a"], 5, None),  # nothing new: asking on would not end
        ([], ["a"], None, None),
    ],
)
def test_the_list_is_asked_on_while_new_rows_come(
    known: list[str], rows: list[str], total: int | None, skip: str | None
) -> None:
    found = page(listed(rows, total), {"known": known} if known else None)
    details = [fetch.detail_of for fetch in found.follow if fetch.detail_of]
    assert details == [row for row in rows if row not in known]
    lists = [parse_qs(urlsplit(fetch.url).query) for fetch in found.follow if not fetch.detail_of]
    assert [query["$skip"] for query in lists] == ([[skip]] if skip else [])
    assert found.total == (None if known else total)


def test_a_posting_is_asked_for_by_its_public_number() -> None:
    entry = orjson.loads((RECORDINGS / "tinderbox_detail.carried.json").read_bytes())
    (fetch,) = page({"jobRequisitions": [entry], "meta": {"totalNumber": 1}}).follow
    assert urlsplit(fetch.url).path.endswith("/job-requisitions/606158")
    assert (fetch.carried, fetch.detail_of) == (entry, "9201200000001_1")
    wrapped = page({"jobRequisition": {"requisitionTitle": "Smith", "itemID": "1"}}, entry)
    assert wrapped.payloads[0]["entry"] == entry


@pytest.mark.parametrize(
    "body", ["<html>Please switch to a supported browser</html>", "null", "[]", "{}", '{"meta":1}']
)
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body)


@pytest.mark.parametrize("board", ["", CLIENT, f"{CLIENT}/", f"{CLIENT}/a/b", f"{CLIENT}/a&x=1", "x/19000101_000001"])
def test_a_board_of_another_shape_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not 'cid/ccId'"):
        list(PLATFORM.requests(Source("x", "adp", board)))
    assert PLATFORM.careers_url(board) is None


@pytest.mark.parametrize(
    ("url", "board"),
    [
        (f"{SITE}/mdf/recruitment/recruitment.html?cid={CLIENT}&ccId=9_2&lang=en_CA", f"{CLIENT}/9_2"),
        (f"{SITE}/mdf/recruitment/recruitment.html?ccId=9_2&jobId=1&cid={CLIENT}", f"{CLIENT}/9_2"),
        (f"{SITE}/mdf/recruitment/recruitment.html?cid={CLIENT}", f"{CLIENT}/19000101_000001"),
        (f"{SITE}/mdf/recruitment/recruitment.html?client=acme", None),
    ],
)
def test_a_url_tells_client_and_centre(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url.removeprefix("https://")) == board
    assert detect(url) == (("adp", board) if board else None)


VALUES = st.none() | st.integers(-9, 9) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
INNER = st.dictionaries(st.sampled_from(["nameCode", "address", "shortName", "stringFields", "minimumRate"]), VALUES)
KEYS = ["itemID", "requisitionTitle", "requisitionLocations", "payGradeRange", "customFieldGroup", "workLevelCode"]
ROWS = st.dictionaries(st.sampled_from(KEYS), VALUES | INNER | st.lists(INNER, max_size=2))


@given(VALUES | st.fixed_dictionaries({"jobRequisitions": VALUES | st.lists(ROWS, max_size=3), "meta": VALUES}))
def test_any_answer_is_split_or_an_error(document: Any) -> None:
    try:
        found = page(document)
    except (PayloadError, TypeError, AttributeError):  # the spider counts these as a wrong shape, too
        return
    assert all(outcome(payload) for payload in found.payloads)
    assert all(fetch.url.startswith(f"{SITE}/careercenter/") for fetch in found.follow)


@given(st.dictionaries(st.sampled_from(["entry", "detail", *KEYS]), VALUES | ROWS))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
