"""Paycom: a token for anybody, a list in pages, an answer for each posting; the token goes nowhere else."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Fetch, Page, Source
from spiders.platforms.paycom import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

KEY = "0f1e2d3c4b5a69788796a5b4c3d2e1f0"
SOURCE = Source("The Bellows Works", "paycom", KEY)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "paycom"
SESSION = {"token": "aaa.bbb.ccc", "service": "https://x.paycomonline.net", "locale": "en-US"}


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    return PLATFORM.page(
        SOURCE, Answer("", body if isinstance(body, str) else orjson.dumps(body).decode(), carried=carried)
    )


def portal(service: str, session: str = "aaa.bbb.ccc") -> str:
    library = orjson.dumps({"atsPortalMantleServiceUrl": service}).decode()
    config = orjson.dumps({"sessionJWT": session, "libConfig": library}).decode()
    return f"<html><script>var configsFromHost = {config}; var Mountable = {{}};</script></html>"


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return str(error.reason)


def test_a_crawl_goes_from_the_portal_over_the_list_to_the_postings() -> None:
    (search,) = page((RECORDINGS / "bellows_portal.html").read_text("utf-8")).follow
    asked = orjson.loads(search.body or b"")
    assert (search.method, asked["skip"], asked["take"], len(asked["filtersForQuery"])) == ("POST", 0, 100, 11)
    listed = page((RECORDINGS / "bellows_list.json").read_text("utf-8"), search.carried)
    assert [fetch.detail_of for fetch in listed.follow] == ["60339", "60340"]
    assert (listed.total, [outcome(payload) for payload in listed.payloads]) == (3, ["missing_field"])
    detail = listed.follow[0]
    found = page((RECORDINGS / "bellows_detail.json").read_text("utf-8"), detail.carried)
    assert "recruiterName" not in str(found.payloads)
    assert all(fetch.headers["Authorization"] == "aaa.bbb.ccc" for fetch in (search, *listed.follow))
    assert "aaa.bbb.ccc" not in str([*listed.payloads, *found.payloads, detail.carried])


@pytest.mark.parametrize(("rows", "skip", "total", "following"), [(2, 0, 5, 2), (2, 2, 4, None), (0, 2, 5, None)])
def test_the_list_is_asked_on_up_to_its_own_count(rows: int, skip: int, total: int, following: int | None) -> None:
    body = {"jobPostingPreviews": [{"jobId": each} for each in range(rows)], "jobPostingPreviewsCount": total}
    found = page(body, {"session": SESSION, "skip": skip})
    bodies = [orjson.loads(fetch.body)["skip"] for fetch in found.follow if fetch.body]
    assert bodies == ([] if following is None else [following])
    assert found.total == (None if skip else total)


@pytest.mark.parametrize(
    "service",
    [
        "https://evil.example/",
        "https://paycomonline.net.evil.example/",
        "http://x.paycomonline.net/",
        "https://user@x.paycomonline.net/",
        "https://x.paycomonline.net:8443/",
        "//x.paycomonline.net",
        "https://[x.paycomonline.net",
        "",
    ],
)
def test_the_token_is_for_paycoms_own_service_only(service: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(portal(service))


@pytest.mark.parametrize(
    ("body", "detail"),
    [
        ("<html>Job board does not exist or is unavailable</html>", "the board does not exist"),
        ("<html>Just a moment...</html>", "no portal of Paycom"),
        ("<html><script>var configsFromHost = {broken</script>", "no portal of Paycom"),
        (portal("https://x.paycomonline.net", session=""), "no portal of Paycom"),
    ],
)
def test_a_page_without_a_portal_says_what_it_is(body: str, detail: str) -> None:
    with pytest.raises(PayloadError) as error:
        page(body)
    assert error.value.detail.startswith(detail)


@pytest.mark.parametrize("body", ["", "null", "[]", "{}", {"jobPostingPreviews": None}, {"jobPosting": None}, "<html>"])
def test_what_is_no_answer_of_the_service_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body, {"session": SESSION, "skip": 0})


@pytest.mark.parametrize(
    ("detail", "places"),
    [
        ({"location": "A, OH 1", "secondaryLocations": ["B, PA 2", {"location": "A, OH 1"}]}, ["A, OH 1", "B, PA 2"]),
        ({"secondaryLocations": None}, ["C, WI 3"]),
    ],
)
def test_places_are_the_postings_and_the_previews_where_it_has_none(detail: dict[str, Any], places: list[str]) -> None:
    reading = outcome({"entry": {"jobId": 1, "jobTitle": "Smith", "locations": "C, WI 3"}, "detail": detail})
    assert isinstance(reading, PostingReading)
    assert [place.text for place in reading.places] == places


def test_a_stated_range_stands_where_the_job_posting_has_none() -> None:
    reading = outcome({"entry": {"jobId": "1", "jobTitle": "Smith"}, "detail": {"salaryRange": "$15.00 Hourly"}})
    assert isinstance(reading, PostingReading)
    assert [pay.text for pay in reading.pays] == ["$15.00 Hourly"]


@pytest.mark.parametrize("board", ["", "acme", KEY[:-1], KEY + "0", KEY[:-1] + "g", KEY[:-1] + "/"])
def test_a_board_that_is_no_key_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the key"):
        list(PLATFORM.requests(Source("x", "paycom", board)))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        (f"www.paycomonline.net/v4/ats/web.php/portal/{KEY.upper()}/career-page#/jobs/1", KEY.upper()),
        (f"paycomonline.net/v4/ats/web.php/jobs?clientkey={KEY}", KEY),
        (f"www.paycomonline.net/v4/ats/web.php/jobs/ViewJobDetails?job=1&clientkey={KEY}", KEY),
        ("www.paycomonline.net/v4/cl/web.php/pcm", None),
        (f"paycomonline.net.example/v4/ats/web.php/portal/{KEY}", None),
    ],
)
def test_a_url_tells_the_portal(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


VALUES = st.none() | st.integers(-9, 9) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
ROWS = st.dictionaries(
    st.sampled_from(["jobId", "jobTitle", "locations", "secondaryLocations", "googleJobJson"]), VALUES
)
CARRIED = st.sampled_from([None, {"session": SESSION, "skip": 0}])


@given(st.fixed_dictionaries({"jobPostingPreviews": VALUES | st.lists(ROWS, max_size=3)}) | VALUES, CARRIED)
def test_any_answer_is_split_or_an_error(document: Any, carried: dict[str, Any] | None) -> None:
    try:
        found = page(document, carried)
    except PayloadError:
        return
    assert all(outcome(payload) for payload in found.payloads)
    assert all(isinstance(fetch, Fetch) and fetch.url.startswith(SESSION["service"]) for fetch in found.follow)


@given(st.dictionaries(st.sampled_from(["entry", "detail", "jobId", "jobTitle"]), VALUES | ROWS))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None
