"""UKG: a board is an address, its list has no texts, a job's page has all of the job in its script."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.detection import detect
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.ukg import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

BOARD = "https://recruiting2.ultipro.com/GRI1001GRIST/JobBoard/0a1b2c3d-3333-4222-8333-444455556666"
SOURCE = Source("Gristmill", "ukg", BOARD)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "ukg"


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    text = body if isinstance(body, str) else orjson.dumps(body).decode()
    return PLATFORM.page(SOURCE, Answer("", text, carried=carried))


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return str(error.reason)


@pytest.mark.parametrize(
    ("known", "rows", "total", "skip"),
    [([], ["a", "b"], 3, 2), (["a", "b"], ["c"], 3, None), (["a"], ["a"], 5, None), ([], ["a"], None, None)],
)
def test_the_list_is_asked_on_while_new_jobs_come(
    known: list[str], rows: list[str], total: int | None, skip: int | None
) -> None:
    body = {"opportunities": [{"Id": row} for row in rows], "totalCount": total}
    found = page(body, {"known": known} if known else None)
    assert [fetch.detail_of for fetch in found.follow if fetch.detail_of] == [row for row in rows if row not in known]
    bodies = [orjson.loads(fetch.body)["opportunitySearch"]["Skip"] for fetch in found.follow if fetch.body]
    assert bodies == ([] if skip is None else [skip])
    assert found.total == (None if known else total)


def test_a_jobs_page_is_landed_without_people() -> None:
    carried = orjson.loads((RECORDINGS / "gristmill_detail.carried.json").read_bytes())
    (payload,) = page((RECORDINGS / "gristmill_detail.html").read_text("utf-8"), carried).payloads
    assert "Some Body" not in str(payload)
    (alone,) = page((RECORDINGS / "gristmill_detail.html").read_text("utf-8")).payloads
    reading = outcome(alone)
    assert isinstance(reading, PostingReading)
    assert reading.identifier == carried["Id"]


@pytest.mark.parametrize(
    "body", ["", "null", "[]", "{}", "<html>Just a moment...</html>", "new US.Opportunity.CandidateOpportunityDetail({"]
)
@pytest.mark.parametrize("carried", [None, {"Id": "1", "Title": "Miller"}])
def test_what_is_no_page_of_ukg_is_an_error(body: str, carried: dict[str, str] | None) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body, carried)


@pytest.mark.parametrize(
    "board",
    [
        "",
        "SUN1002SUN",
        BOARD.replace("https", "http"),
        BOARD + "/x",
        BOARD.replace("ultipro.com", "ultipro.com.evil.example"),
    ],
)
def test_a_board_that_is_no_address_of_one_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="is not 'https://recruiting"):
        list(PLATFORM.requests(Source("x", "ukg", board)))
    assert PLATFORM.careers_url(board) is None


@pytest.mark.parametrize(
    ("url", "board"),
    [
        (f"{BOARD}/?q=&o=postedDateDesc", BOARD),
        (f"{BOARD}/OpportunityDetail?opportunityId=1", BOARD),
        (BOARD.replace("ultipro.com", "ultipro.ca"), BOARD.replace("ultipro.com", "ultipro.ca")),
        (BOARD.replace("recruiting2.ultipro.com", "acme.rec.pro.ukg.net"), None),
        ("https://recruiting2.ultipro.com/GRI1001GRIST/JobBoard/x", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    board = url if "ukg.net" in url else board
    assert PLATFORM.board_of(url.removeprefix("https://")) == board
    assert detect(url) == (("ukg", board) if board else None)


VALUES = st.none() | st.integers(-9, 9) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
INNER = st.dictionaries(st.sampled_from(["Address", "LocalizedName", "City", "State"]), VALUES)
ROWS = st.dictionaries(st.sampled_from(["Id", "Title", "Locations", "FullTime"]), VALUES | INNER | st.lists(INNER))


@given(VALUES | st.fixed_dictionaries({"opportunities": VALUES | st.lists(ROWS, max_size=3), "totalCount": VALUES}))
def test_any_answer_is_split_or_an_error(document: Any) -> None:
    try:
        found = page(document)
    except PayloadError:
        return
    assert all(outcome(payload) for payload in found.payloads)
    assert all(fetch.url.startswith(f"{BOARD}/") for fetch in found.follow)


@given(st.dictionaries(st.sampled_from(["entry", "detail", "Id", "Title"]), VALUES | ROWS))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
