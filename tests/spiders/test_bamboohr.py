"""BambooHR: the list leads to details, and both halves of a posting read alike."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.bamboohr import PLATFORM
from spiders.platforms.base import Answer, Page, Source
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading

SOURCE = Source("Heronfield", "bamboohr", "heronfield")
RECORDINGS = Path(__file__).parent.parent / "recordings" / "bamboohr"
DETAILS = sorted(path for path in RECORDINGS.glob("*_detail*.json") if path.suffixes == [".json"])


def page(body: object, carried: dict[str, Any] | None = None) -> Page:
    text = body if isinstance(body, str) else orjson.dumps(body).decode()
    return PLATFORM.page(SOURCE, Answer("", text, carried=carried))


def read(**values: Any) -> PostingReading:
    reading = read_payload(PLATFORM, SOURCE, {"id": "5", "jobOpeningName": "Pilot"} | values)
    assert isinstance(reading, PostingReading)
    return reading


def outcome(payload: dict[str, Any]) -> object:
    try:
        return read_payload(PLATFORM, SOURCE, payload)
    except PayloadError as error:
        return {"reject": error.reason}


@pytest.mark.parametrize("path", DETAILS, ids=lambda path: path.stem)
def test_a_detail_completes_its_list_entry(path: Path) -> None:
    carried = orjson.loads(path.with_suffix(".carried.json").read_bytes())
    expected = orjson.loads(path.with_suffix(".expected.json").read_bytes())
    found = page(path.read_text("utf-8"), carried)
    assert orjson.loads(orjson.dumps([outcome(payload) for payload in found.payloads])) == expected
    assert (found.follow, found.total) == ([], None)
    assert "firstName" not in str(found.payloads)


def test_the_list_leads_to_every_detail() -> None:
    found = page((RECORDINGS / "heronfield.json").read_text("utf-8"))
    assert (found.payloads, found.total) == ([], 4)
    site = "https://heronfield.bamboohr.com/careers"
    assert [fetch.url for fetch in found.follow] == [f"{site}/{number}/detail" for number in (117, 121, 130, 131)]
    assert [fetch.detail_of for fetch in found.follow] == ["117", "121", "130", "131"]
    carried = {path.stem: orjson.loads(path.read_bytes()) for path in RECORDINGS.glob("*.carried.json")}
    assert all(fetch.carried in carried.values() for fetch in found.follow)


def test_a_list_entry_reads_without_its_detail() -> None:
    first = page((RECORDINGS / "heronfield.json").read_text("utf-8")).follow[0].carried
    assert first is not None
    reading = read(**first)
    assert (reading.identifier, reading.workplace) == ("117", "hybrid")
    assert (reading.url, reading.description_html) == ("https://heronfield.bamboohr.com/careers/117", None)


def test_a_detail_reads_without_its_list_entry() -> None:
    payload = page((RECORDINGS / "heronfield_detail.json").read_text("utf-8")).payloads[0]
    assert identifier_of(PLATFORM, payload) == "117"
    assert read(**payload).posted == "2026-10-19"


def test_an_entry_without_an_id_is_rejected_alone() -> None:
    found = page({"result": [{"id": None, "jobOpeningName": "Pilot"}, {"id": 7, "jobOpeningName": "Cook"}]})
    assert [outcome(payload) for payload in found.payloads] == [{"reject": "missing_field"}]
    assert [fetch.detail_of for fetch in found.follow] == ["7"]


def test_an_empty_site_is_no_error() -> None:
    assert page({"meta": {"totalCount": 0}, "result": []}) == Page(total=0)


@pytest.mark.parametrize(
    "body",
    [
        "<html>BambooHR</html>",
        "null",
        "[]",
        "{}",
        '{"result": null}',
        '{"result": [null]}',
        '{"result": {"id":',
        "",
        "5",
    ],
)
def test_what_is_no_list_is_an_error(body: str) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body)


@pytest.mark.parametrize("body", [{}, {"result": {}}, {"result": {"jobOpening": None}}, {"result": []}, {"error": 1}])
def test_what_is_no_detail_is_an_error(body: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        page(body, {"id": "1"})


@pytest.mark.parametrize("board", ["heronfield", "3-rivers", "ab", "x"])
def test_a_board_is_a_host_name_label(board: str) -> None:
    fetches = list(PLATFORM.requests(Source("x", "bamboohr", board)))
    assert [fetch.url for fetch in fetches] == [f"https://{board}.bamboohr.com/careers/list"]


@pytest.mark.parametrize("board", ["", "a/b", "a.b", "evil.example/", "a@b", "../x", "a%2fb", "-a", "a b", "a\n", "é"])
def test_a_board_that_could_change_the_host_is_refused(board: str) -> None:
    with pytest.raises(ValueError, match="not the name of a BambooHR tenant"):
        list(PLATFORM.requests(Source("x", "bamboohr", board)))


def test_an_id_cannot_climb_out_of_its_path() -> None:
    fetch = page({"result": [{"id": "../../login?x=1"}, {"id": ".."}]}).follow
    paths = [each.url.removeprefix("https://heronfield.bamboohr.com/careers/") for each in fetch]
    assert paths == ["..%2F..%2Flogin%3Fx%3D1/detail", "%252E%252E/detail"]


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("heronfield.bamboohr.com/careers", "heronfield"),
        ("heronfield.bamboohr.com/careers/117?source=aWQ9MQ==", "heronfield"),
        ("heronfield.bamboohr.com/jobs/view.php?id=4", "heronfield"),
        ("Heron-Field.BambooHR.com/js/embed.js", "heron-field"),
        ("heronfield.bamboohr.com", "heronfield"),
        ("heronfield.bamboohr.com:443/careers/list", "heronfield"),
        ("help.bamboohr.com/careers", "help"),
        ("www.bamboohr.com/careers", None),
        ("api.bamboohr.com/api/gateway.php/heronfield/v1/applicant_tracking/jobs", None),
        ("bamboohr.com/careers", None),
        ("heronfield.bamboohr.com.example/careers", None),
        ("example.org/heronfield.bamboohr.com/careers", None),
        ("notbamboohr.com/careers", None),
    ],
)
def test_a_url_tells_the_tenant(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


@pytest.mark.parametrize(
    ("is_remote", "kind", "expected"),
    [
        (None, "0", ("onsite", None)),
        (None, "1", ("remote", None)),
        (None, 2, ("hybrid", None)),
        (True, "2", (None, True)),
        (False, "0", ("onsite", False)),
        (None, None, (None, None)),
        (None, "7", (None, None)),
    ],
)
def test_the_remote_flag_goes_before_the_kind_of_place(is_remote: object, kind: object, expected: object) -> None:
    reading = read(isRemote=is_remote, locationType=kind)
    assert (reading.workplace, reading.is_remote) == expected


@pytest.mark.parametrize(
    ("location", "other", "place"),
    [
        ({"city": "Oslo", "state": None}, {"country": "Norway"}, ("Oslo", None, "Norway")),
        ({"city": None}, {"city": "Bergen", "province": "Vestland"}, ("Bergen", "Vestland", None)),
        (None, {"state": "Ohio"}, (None, "Ohio", None)),
        ({"city": " ", "addressCountry": "Norway"}, None, (None, None, "Norway")),
    ],
)
def test_the_place_is_gathered_from_both_addresses(location: object, other: object, place: object) -> None:
    (found,) = read(location=location, atsLocation=other).places
    assert (found.locality, found.region, found.country) == place


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"jobOpeningName": None}, "missing_field"),
        ({"jobOpeningName": 5}, "wrong_type"),
        ({"jobOpeningStatus": "Filled"}, "closed"),
        ({"location": "Oslo"}, "wrong_type"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(values: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as error:
        read(**values)
    assert error.value.reason == reason


VALUES = st.none() | st.booleans() | st.integers(-99, 99) | st.text(max_size=5) | st.lists(st.none(), max_size=2)
OBJECTS = st.dictionaries(st.sampled_from(["id", "city", "state", "country", "jobOpening", "jobOpeningName"]), VALUES)


@given(st.dictionaries(st.sampled_from(["meta", "result", "id"]), VALUES | OBJECTS | st.lists(OBJECTS, max_size=2)))
def test_any_answer_is_split_or_an_error(document: dict[str, Any]) -> None:
    for carried in (None, {"id": "1"}):
        try:
            found = page(document, carried)
        except (PayloadError, KeyError, TypeError, AttributeError, ValueError):
            continue
        assert all(outcome(payload) for payload in found.payloads)


KEYS = ["id", "jobOpeningName", "location", "atsLocation", "isRemote", "locationType", "compensation", "datePosted"]


OPENINGS = st.dictionaries(st.sampled_from(KEYS), VALUES | OBJECTS)


@given(OPENINGS | st.fixed_dictionaries({"entry": VALUES | OPENINGS, "detail": VALUES | OPENINGS}))
def test_any_payload_is_read_or_rejected(payload: dict[str, Any]) -> None:
    assert outcome(payload) is not None


def test_every_real_record_reads(shared: Path) -> None:
    ats = shared / "payloads/ats"
    found = page((ats / "bamboohr/careers_list.json").read_text("utf-8"))
    readings = [read(**(fetch.carried or {})) for fetch in found.follow]
    assert (len(readings), found.total, found.payloads) == (3, 3, [])
    assert [reading.is_remote for reading in readings] == [None, None, True]
    assert sum(bool(reading.places) for reading in readings) == 2
    (detail,) = page((ats / "shape_only/bamboohr_detail.json").read_text("utf-8"), {"id": "82"}).payloads
    assert read(**detail).posted is not None
    assert read(**detail).description_html is not None
