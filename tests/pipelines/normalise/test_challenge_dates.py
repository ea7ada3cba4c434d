from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.challenges.dates import Moment, moment, schedule_of
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

TODAY = date(2026, 11, 22)
IST = timezone(timedelta(hours=5, minutes=30))


def reading(**dates: object) -> ChallengeReading:
    return ChallengeReading(identifier="1", name="A", url="https://a.example", kind="competition", **dates)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("stated", "day", "at"),
    [
        (date(2026, 11, 30), date(2026, 11, 30), None),
        ("2026-11-30", date(2026, 11, 30), None),
        (" 2026-11-30 ", date(2026, 11, 30), None),
        ("2026-11-30T23:59:00+05:30", date(2026, 11, 30), datetime(2026, 11, 30, 18, 29, tzinfo=UTC)),
        # the day is the one of the stated offset, not that of UTC
        ("2026-12-10T00:00:00+05:30", date(2026, 12, 10), datetime(2026, 12, 9, 18, 30, tzinfo=UTC)),
        ("2026-08-16 18:30:00+00:00", date(2026, 8, 16), datetime(2026, 8, 16, 18, 30, tzinfo=UTC)),
        ("2030-07-01T23:59:00Z", date(2030, 7, 1), datetime(2030, 7, 1, 23, 59, tzinfo=UTC)),
        ("2024-10-16T19:00:30.487Z", date(2024, 10, 16), datetime(2024, 10, 16, 19, 0, 30, 487000, UTC)),
        ("2024-10-16T19:00:30.123456789Z", date(2024, 10, 16), datetime(2024, 10, 16, 19, 0, 30, 123456, UTC)),
        ("2026-11-30T23:59:00", date(2026, 11, 30), None),  # somebody's 23:59
        (datetime(2026, 11, 30, 23, 59, tzinfo=IST), date(2026, 11, 30), datetime(2026, 11, 30, 18, 29, tzinfo=UTC)),
        # with the month as a word; an hour without UTC or an offset is somebody's hour
        ("3 Jul 2026", date(2026, 7, 3), None),
        ("11 May 2026 Apr 2026", date(2026, 5, 11), None),
        ("22 November 2022", date(2022, 11, 22), None),
        ("31 March 2026 4:00pm", date(2026, 3, 31), None),
        ("June 20, 2023", date(2023, 6, 20), None),
        ("Oct. 18, 2025", date(2025, 10, 18), None),
        ("Monday, Aug 17, 2026", date(2026, 8, 17), None),
        ("Aug 17, 2026 12:00 AM IST (Asia/Kolkata)", date(2026, 8, 17), None),
        ("2019-02-04 02:30:00 India Standard Time", date(2019, 2, 4), None),
        ("2026-07-31 23:59:00 UTC", date(2026, 7, 31), datetime(2026, 7, 31, 23, 59, tzinfo=UTC)),
        ("Oct 04, 2026 11:59 PM UTC", date(2026, 10, 4), datetime(2026, 10, 4, 23, 59, tzinfo=UTC)),
        ("Sat, 22 Aug 2026 10:00:00 GMT", date(2026, 8, 22), datetime(2026, 8, 22, 10, tzinfo=UTC)),
        (
            "Fri Nov 19 2021 00:00:00 GMT+0000 (Coordinated Universal Time)",
            date(2021, 11, 19),
            datetime(2021, 11, 19, tzinfo=UTC),
        ),
        (
            "Fri Nov 19 2021 00:00:00 GMT+0530 (India Standard Time)",
            date(2021, 11, 19),
            datetime(2021, 11, 18, 18, 30, tzinfo=UTC),
        ),
        (1_700_000_000, date(2023, 11, 14), datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
        (1_700_000_000_000, date(2023, 11, 14), datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)),
    ],
)
def test_moment(stated: str | int | date, day: date, at: datetime | None) -> None:
    assert moment(stated) == Moment(day, at)


@pytest.mark.parametrize(
    "stated", [None, "", "  ", 0, "0000-00-00 00:00:00", "0000-00-00", "-0001-11-30T00:00:00+05:53"]
)
def test_no_date(stated: str | int | None) -> None:
    assert moment(stated) is None


@pytest.mark.parametrize(
    "stated",
    [
        "soon",
        "2026-13-01",
        "11/30/2026",
        "2026-11-3",
        10**20,
        "2026-11-30T25:00:00Z",
        "31 Feb 2026",
        "Smarch 3, 2026",
        "Oct 4, 2026 25:00 UTC",
    ],
)
def test_wrong_date_is_loud(stated: str | int) -> None:
    with pytest.raises(PayloadError) as caught:
        moment(stated)
    assert caught.value.reason == "invalid_value"


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)), st.integers(-14 * 4, 14 * 4))  # noqa: DTZ001
def test_an_instant_keeps_its_place_in_time(at: datetime, quarters: int) -> None:
    stated = at.replace(tzinfo=timezone(timedelta(minutes=15 * quarters)))
    found = moment(stated.isoformat())
    assert found is not None
    assert found.day == at.date()
    assert found.at == stated


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_an_invalid_value(text: str) -> None:
    try:
        moment(text)
    except PayloadError as error:
        assert error.reason == "invalid_value"  # noqa: PT017


def test_deadline_is_not_the_end_of_the_event() -> None:
    schedule = schedule_of(
        reading(starts="2026-11-01", ends="2026-12-13T18:00:00+05:30", deadline="2026-11-30T23:59:00+05:30"), TODAY
    )
    assert schedule.starts == date(2026, 11, 1)
    assert schedule.ends == date(2026, 12, 13)
    assert schedule.deadline == date(2026, 11, 30)
    assert schedule.deadline_at == datetime(2026, 11, 30, 18, 29, tzinfo=UTC)
    assert not schedule.is_evergreen


@pytest.mark.parametrize(
    ("dates", "ends", "deadline", "is_evergreen"),
    [
        ({"deadline": date(2028, 11, 22)}, None, date(2028, 11, 22), False),
        ({"deadline": date(2028, 11, 23)}, None, None, True),
        ({"deadline": "2100-01-01T00:00:00Z"}, None, None, True),
        ({"ends": "2045-06-01", "deadline": "2045-06-01"}, None, None, True),
        ({"ends": "2026-12-24", "deadline": "2045-06-01"}, date(2026, 12, 24), None, False),
        ({"ends": "2045-06-01", "deadline": "2026-12-24"}, None, date(2026, 12, 24), False),
        ({}, None, None, False),  # not said is not without end
        ({"is_evergreen": True}, None, None, True),
    ],
)
def test_far_future_means_no_end(
    dates: dict[str, object], ends: date | None, deadline: date | None, is_evergreen: bool
) -> None:
    schedule = schedule_of(reading(**dates), TODAY)
    assert (schedule.ends, schedule.deadline, schedule.is_evergreen) == (ends, deadline, is_evergreen)
    assert schedule.deadline is not None or schedule.deadline_at is None


def test_on_a_leap_day_two_years_ahead_can_be_asked_for() -> None:
    assert not schedule_of(reading(deadline=date(2030, 2, 28)), date(2028, 2, 29)).is_evergreen
    assert schedule_of(reading(deadline=date(2030, 3, 1)), date(2028, 2, 29)).is_evergreen


def test_a_start_after_the_end_is_dropped() -> None:
    schedule = schedule_of(reading(starts="2026-12-24", ends="2026-12-01"), TODAY)
    assert (schedule.starts, schedule.ends) == (None, date(2026, 12, 1))
