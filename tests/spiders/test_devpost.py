from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.devpost import PLATFORM, submission_period
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("Devpost", "devpost", "hackathons")
LIST = "https://devpost.com/api/hackathons"
RECORDINGS = Path(__file__).parent.parent / "recordings" / "devpost"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def page_of(body: object, page: int = 1) -> Page:
    return PLATFORM.page(SOURCE, Answer(f"{LIST}?page={page}&status[]=upcoming", orjson.dumps(body).decode()))


def listed(count: int, total: int, per_page: int = 40) -> dict[str, object]:
    meta = {"total_count": total, "per_page": per_page, "fuzzy": False}
    return {"hackathons": [{"id": number, "title": f"Hack {number}"} for number in range(count)], "meta": meta}


@pytest.mark.parametrize("recording", ["hackathons", "hackathons_2022"])
def test_recording_reads_as_expected(recording: str) -> None:
    page = PLATFORM.page(SOURCE, Answer(LIST, (RECORDINGS / f"{recording}.json").read_text("utf-8")))
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in page.payloads]
    expected = orjson.loads((RECORDINGS / f"{recording}.expected.json").read_bytes())
    assert orjson.loads(orjson.dumps([asdict(reading) for reading in readings])) == expected


def test_first_request() -> None:
    assert [fetch.url for fetch in PLATFORM.requests(SOURCE)] == [f"{LIST}?page=1&status[]=upcoming&status[]=open"]


@pytest.mark.parametrize(
    ("page", "count", "total", "per_page", "follows"),
    [
        (1, 40, 98, 40, 2),
        (2, 40, 98, 40, 3),
        (3, 18, 98, 40, None),
        (1, 40, 40, 40, None),
        (1, 9, 10, 9, 2),  # 50 asked for, 9 served
        (2, 0, 98, 40, None),  # the list shrank meanwhile
        (1, 0, 0, 9, None),
    ],
)
def test_pages_follow_what_meta_says(page: int, count: int, total: int, per_page: int, follows: int | None) -> None:
    found = page_of(listed(count, total, per_page), page)
    urls = [fetch.url for fetch in found.follow]
    assert urls == ([f"{LIST}?page={follows}&status[]=upcoming&status[]=open"] if follows else [])
    assert (len(found.payloads), found.total) == (count, total)


@pytest.mark.parametrize(
    "body",
    [
        "<html><title>Just a moment...</title></html>",
        "null",
        "[]",
        '{"hackathons": null, "meta": {"total_count": 0, "per_page": 9}}',
        '{"hackathons": ["a"], "meta": {"total_count": 1, "per_page": 9}}',
        '{"hackathons": []}',
        '{"hackathons": [], "meta": {"total_count": "9", "per_page": 9}}',
        '{"hackathons": [], "meta": {"total_count": 9, "per_page": 0}}',
        '{"hackathons": [{"id": 1}',
        "",
    ],
)
def test_another_answer_is_a_wrong_type(body: str) -> None:
    with pytest.raises(PayloadError) as caught:
        PLATFORM.page(SOURCE, Answer(f"{LIST}?page=1", body))
    assert caught.value.reason == "wrong_type"


def test_personal_data_never_lands() -> None:
    body = listed(1, 1)
    body["hackathons"] = [{"id": 1, "title": "Call 1-844-555-0199 now", "organization_name": "ann.lee@example.org"}]
    (payload,) = page_of(body).payloads
    assert payload == {"id": 1, "title": "Call [phone removed] now", "organization_name": "[e-mail removed]"}


@pytest.mark.parametrize(
    ("stated", "starts", "ends"),
    [
        ("Feb 04 - 06, 2022", date(2022, 2, 4), date(2022, 2, 6)),
        ("Feb 05, 2022", date(2022, 2, 5), date(2022, 2, 5)),
        ("Jan 12 - May 15, 2022", date(2022, 1, 12), date(2022, 5, 15)),
        ("Jul 04, 2022 - Aug 19, 2025", date(2022, 7, 4), date(2025, 8, 19)),
        ("Feb 29, 2024", date(2024, 2, 29), date(2024, 2, 29)),
        ("", None, None),
        (None, None, None),
    ],
)
def test_submission_period(stated: str | None, starts: date | None, ends: date | None) -> None:
    assert submission_period(stated) == (starts, ends)


@pytest.mark.parametrize(
    "stated",
    ["soon", "Feb 05", "Feb 30, 2022", "Foo 05, 2022", "Feb 06 - 04, 2022", "Dec 30 - Jan 02, 2026", "05.02.2022"],
)
def test_another_form_of_date_is_loud(stated: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        submission_period(stated)
    with pytest.raises(PayloadError) as caught:
        read_payload(PLATFORM, SOURCE, {"id": 1, "title": "A", "url": "u", "submission_period_dates": stated})
    assert caught.value.reason == "invalid_value"


def displayed(starts: date, ends: date) -> str:
    """A period in the shortest of Devpost's forms, written independently of the reader."""
    first, last = (f"{MONTHS[day.month - 1]} {day.day:02}" for day in (starts, ends))
    if starts == ends:
        return f"{first}, {starts.year}"
    if starts.year != ends.year:
        return f"{first}, {starts.year} - {last}, {ends.year}"
    if starts.month == ends.month:
        return f"{first} - {ends.day:02}, {ends.year}"
    return f"{first} - {last}, {ends.year}"


@given(st.dates(date(2009, 1, 1), date(2035, 1, 1)), st.integers(0, 900))
def test_every_period_reads_back(starts: date, days: int) -> None:
    ends = starts + timedelta(days)
    assert submission_period(displayed(starts, ends)) == (starts, ends)


@pytest.mark.parametrize("key", ["id", "title", "url"])
def test_required_keys(key: str) -> None:
    payload = {"id": 1, "title": "A", "url": "https://a.devpost.com/"}
    del payload[key]
    with pytest.raises(PayloadError) as caught:
        read_payload(PLATFORM, SOURCE, payload)
    assert (caught.value.reason, caught.value.detail) == ("missing_field", f"no {key!r}")


def test_no_other_key_is_required() -> None:
    reading = read_payload(PLATFORM, SOURCE, {"id": 1, "title": "A", "url": "https://a.devpost.com/"})
    assert reading == ChallengeReading(identifier="1", name="A", url="https://a.devpost.com/", kind="hackathon")


def test_every_volatile_key_is_one_of_the_payload() -> None:
    recorded = orjson.loads((RECORDINGS / "hackathons.json").read_bytes())["hackathons"][0]
    assert PLATFORM.volatile < set(recorded)


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("devpost.com/hackathons?status[]=open", "hackathons"),
        ("www.devpost.com/hackathons", "hackathons"),
        ("devpost.com/api/hackathons?page=1", "hackathons"),
        ("devpost.com/software", None),
        ("notdevpost.com/hackathons", None),
    ],
)
def test_board_of_url(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def test_every_real_record_reads_with_its_dates(shared: Path) -> None:
    union = (shared / "payloads/challenges/devpost/api_inperson_union_2022-2026.jsonl").read_bytes()
    records = [orjson.loads(line)["record"] for line in union.splitlines()]
    page = page_of({"hackathons": records, "meta": {"total_count": len(records), "per_page": 40}})
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in page.payloads]
    assert len(readings) == 3936
    for record, reading in zip(records, readings, strict=True):
        assert isinstance(reading, ChallengeReading)
        assert isinstance(reading.starts, date)
        assert isinstance(reading.ends, date)
        # written back in the site's form, the dates are the ones displayed
        assert displayed(reading.starts, reading.ends) == record["submission_period_dates"]


def test_every_real_page_reads(shared: Path) -> None:
    folder = shared / "payloads/challenges/devpost"
    for recording in [folder / "api_2024-07.json", *sorted((folder / "api_pages").glob("*.json"))]:
        page = PLATFORM.page(SOURCE, Answer(f"{LIST}?page=1", recording.read_text("utf-8")))
        assert page.payloads, recording
        assert bool(page.follow) == (len(page.payloads) < (page.total or 0)), recording
        for payload in page.payloads:
            read_payload(PLATFORM, SOURCE, payload)
