from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Source
from spiders.platforms.successfactors import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

HOST = "jobs.brindlecove.example"
SOURCE = Source("Brindle Cove Energy", "successfactors", HOST)
RECORDINGS = Path(__file__).parent.parent / "recordings" / "successfactors"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "payloads" / "ats" / "successfactors"
ENTRY = {"path": "/job/Oslo-Analyst/1300000001/", "title": "Analyst"}
QUERY = "q=&sortColumn=referencedate&sortDirection=desc&startrow="


def row(number: int, path: str | None = None) -> str:
    path = path or f"/job/Oslo-Analyst/{1300000000 + number}/"
    return f'<tr class="data-row"><td><a class="jobTitle-link" href="{path}">Analyst</a></td></tr>'


def tile(number: int) -> str:
    path = f"/job/Oslo-Analyst/{1300000000 + number}/"
    return (
        f'<li class="job-tile job-id-{1300000000 + number}" data-url="{path}">'
        f'<a class="jobTitle-link" href="{path}">Analyst</a></li>'
    )


def table(*rows: str, label: str = "") -> str:
    pager = f'<span class="paginationLabel">{label}</span>' if label else ""
    return f"<html><body>{pager}<table>{''.join(rows)}</table></body></html>"


def answer(text: str, carried: dict[str, Any] | None = None) -> Answer:
    return Answer("", text, carried=carried)


def outcome(payload: Any) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


def read(text: str, entry: dict[str, Any] = ENTRY) -> PostingReading:
    (payload,) = PLATFORM.page(SOURCE, answer(text, entry)).payloads
    reading = read_payload(PLATFORM, SOURCE, payload)
    assert isinstance(reading, PostingReading)
    return reading


@pytest.mark.parametrize(
    "stem", sorted(path.name.removesuffix(".expected.json") for path in RECORDINGS.glob("*.expected.json"))
)
def test_recording_reads_as_expected(stem: str) -> None:
    carried = RECORDINGS / f"{stem}.carried.json"
    entry = orjson.loads(carried.read_bytes()) if carried.exists() else None
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / f"{stem}.html").read_text("utf-8"), entry))
    expected = orjson.loads((RECORDINGS / f"{stem}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in page.payloads])) == expected


def test_the_recorded_list_leads_to_the_recorded_details() -> None:
    page = PLATFORM.page(SOURCE, answer((RECORDINGS / f"{HOST}.html").read_text("utf-8")))
    carried = [orjson.loads(path.read_bytes()) for path in RECORDINGS.glob("*.carried.json")]
    assert [fetch.carried for fetch in page.follow] == sorted(carried, key=lambda entry: entry["path"][-11:])
    assert [fetch.detail_of for fetch in page.follow] == ["1300000101", "1300000102", "1300000103", "1300000104"]
    assert page.follow[1].url == f"https://{HOST}/job/K%C3%B6ln-Werkstudent-%28mwd%29-50667/1300000102/"
    assert page.total == 5


@pytest.mark.parametrize(
    ("board", "is_read"),
    [
        (HOST, True),
        ("brindlecove.jobs2web.com", True),
        ("career4.successfactors.com|Brindle", False),
        ("career15.sapsf.cn", False),
        ("career2.successfactors.eu", False),
        ("localhost", False),
        ("jobs.example/x", False),
        ("jobs.example@evil.example", False),
        ("jobs.example\n", False),
        ("", False),
    ],
)
def test_a_board_is_the_host_of_a_career_site(board: str, is_read: bool) -> None:
    source = Source("x", "successfactors", board)
    if is_read:
        assert [fetch.url for fetch in PLATFORM.requests(source)] == [f"https://{board}/search/?{QUERY}0"]
    else:
        with pytest.raises(ValueError, match="not the host of a career site"):
            next(PLATFORM.requests(source))


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("brindlecove.jobs2web.com", "brindlecove.jobs2web.com"),
        ("brindlecove.jobs.hr.cloud.sap/go/All/1/", "brindlecove.jobs.hr.cloud.sap"),
        ("jobs.brindlecove.example/job/Oslo-Analyst-0150/1300000001/", HOST),
        ("jobs.brindlecove.example/tidal/job/Oslo-Analyst-0150/57523844?locale=en_GB", HOST),
        ("jobs.brindlecove.example/search/?q=&startrow=25", HOST),
        ("jobs.brindlecove.example/search/", None),
        ("jobs.brindlecove.example/job/12345678/analyst", None),  # Phenom: the number comes first
        ("jobs.brindlecove.example/job/oslo/analyst/1034/90210456", None),  # TalentBrew
        ("career4.successfactors.com/career?company=Brindle", None),
        ("jobs2web.com/", None),
        ("evil.example/brindlecove.jobs2web.com", None),
    ],
)
def test_a_url_tells_the_board(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("label", "total"),
    [
        ("Results <b>1 – 25</b> of <b>142</b>", 142),
        ("Ergebnisse <b>1 – 25</b> von <b>1.234</b>", 1234),
        ("Résultats 1 – 25 sur 1\u202f234", 1234),
        ("1,234件中 1～25件", 1234),
        ("", None),
    ],
)
def test_the_pager_tells_the_total(label: str, total: int | None) -> None:
    page = PLATFORM.page(SOURCE, answer(table(row(1), label=label)))
    assert page.total == total
    assert page.follow[-1].url == f"https://{HOST}/search/?{QUERY}1"


def test_pages_follow_until_the_total_is_read() -> None:
    first = PLATFORM.page(SOURCE, answer(table(row(1), row(2), label="1 – 2 of 3")))
    second = PLATFORM.page(SOURCE, answer(table(row(3), label="3 – 3 of 3"), first.follow[-1].carried))
    assert [fetch.detail_of for fetch in first.follow] == ["1300000001", "1300000002", None]
    assert [fetch.detail_of for fetch in second.follow] == ["1300000003"]
    assert (first.total, second.total) == (3, None)


def test_tiles_go_on_at_a_path_of_their_own() -> None:
    text = f'<span id="tile-search-results-label">Showing 1 to 1 of 2 Jobs</span><ul>{tile(1)}</ul>'
    first = PLATFORM.page(SOURCE, answer(text))
    assert first.follow[-1].url == f"https://{HOST}/tile-search-results/?{QUERY}1"
    second = PLATFORM.page(SOURCE, answer(tile(2), first.follow[-1].carried))
    assert [fetch.detail_of for fetch in second.follow] == ["1300000002"]
    assert PLATFORM.page(SOURCE, answer("", first.follow[-1].carried)).follow == []


def test_a_site_that_does_not_heed_startrow_is_an_error() -> None:
    text = table(row(1), row(2))
    first = PLATFORM.page(SOURCE, answer(text))
    with pytest.raises(PayloadError, match="startrow"):
        PLATFORM.page(SOURCE, answer(text, first.follow[-1].carried))


@pytest.mark.parametrize(
    "text",
    [
        "<html><body><div id='noresults'><label>There are currently no open positions</label></div></body></html>",
        table(label="Results 0 – 0 of 0"),
    ],
)
def test_an_empty_board_says_so(text: str) -> None:
    page = PLATFORM.page(SOURCE, answer(text))
    assert (page.payloads, page.follow) == ([], [])


@pytest.mark.parametrize(
    ("text", "carried"),
    [
        ("<html><body>Welcome to our careers</body></html>", None),
        ("<script>j2w.SearchResults.init({})</script>", None),  # a list that only a script draws
        ("", None),
        ("null", None),
        ("<div>" * 50_001, None),
        ("<html><title>Just a moment...</title></html>", ENTRY),
        ("", ENTRY),
    ],
)
def test_an_answer_of_another_shape_is_an_error(text: str, carried: dict[str, Any] | None) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        PLATFORM.page(SOURCE, answer(text, carried))


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("/job/../../x/1300000001/", None),
        ("https://evil.example/job/Oslo/1300000001/", f"https://{HOST}/job/Oslo/1300000001/"),
        ("//evil.example/job/Oslo/1300000001/", f"https://{HOST}/job/Oslo/1300000001/"),
        ("/a/../job/Oslo/1300000001/?x=1#y", f"https://{HOST}/a/%252E%252E/job/Oslo/1300000001/"),
        ("javascript:alert(1)", None),
        ("/job/Oslo/", None),
    ],
)
def test_a_detail_stays_on_its_host(path: str, url: str | None) -> None:
    page = PLATFORM.page(SOURCE, answer(table(row(1, path), label="1 – 1 of 1")))
    assert [fetch.url for fetch in page.follow] == ([url] if url else [])
    assert [outcome(payload) for payload in page.payloads] == ([] if url else [{"reject": "missing_field"}])


def test_where_the_page_names_no_place_the_list_does() -> None:
    text = '<h1 itemprop="title">Analyst</h1>'
    assert [place.text for place in read(text, ENTRY | {"location": "Oslo, NO"}).places] == ["Oslo, NO"]
    assert read(text).places == []


@pytest.mark.parametrize(
    ("payload", "reason"),
    [
        ({"entry": ENTRY}, "missing_field"),
        ({"entry": ENTRY, "detail": None}, "closed"),
        ({"entry": ENTRY, "detail": {}}, "missing_field"),
        ({"entry": {"path": 5}, "detail": {}}, "missing_field"),
        ({"entry": None, "detail": {}}, "missing_field"),
        ({"entry": {"path": "/job/x/"}, "detail": {"microdata": {}, "properties": {}, "places": []}}, "missing_field"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(payload: dict[str, Any], reason: str) -> None:
    assert outcome(payload) == {"reject": reason}


PIECES = [row(1), tile(2), "<h1 itemprop=title>x", "</table>", "<li class=job-tile>", "<b class=paginationLabel>", "9"]
PIECES += ["<p itemprop=description", "<i class=jobGeoLocation"]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_html_is_split_or_refused(text: str) -> None:
    for carried in (None, ENTRY):
        try:
            payloads = PLATFORM.page(SOURCE, answer(text, carried)).payloads
        except PayloadError:
            continue
        assert all(outcome(payload) for payload in payloads)


def test_real_pages_are_read_whole() -> None:
    if not SHARED.is_dir():
        pytest.skip(f"shared/ is absent: {SHARED}")
    found = {}
    for name in ("charon_search_page2", "sfrmk_search_slice"):
        page = PLATFORM.page(SOURCE, answer((SHARED / f"{name}.html").read_text("utf-8")))
        entries = [fetch.carried or {} for fetch in page.follow if fetch.detail_of]
        assert all(entry["title"] and entry["location"] for entry in entries)
        found[name] = (len(page.payloads), len(entries), page.total)
    assert found == {"charon_search_page2": (0, 1, 3), "sfrmk_search_slice": (0, 3, None)}
    with pytest.raises(PayloadError, match="wrong_type"):  # BMW's own page in front of an old career page
        PLATFORM.page(SOURCE, answer((SHARED / "bmw_jobs_networkidle.html").read_text("utf-8")))
