from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.normalise.dates import past_day, read_day

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2026-07-27", date(2026, 7, 27)),
        ("2026-7-27", date(2026, 7, 27)),
        ("2026-05-11T23:58:31-04:00", date(2026, 5, 11)),
        ("2026-04-07T17:12:35.753+00:00", date(2026, 4, 7)),
        ("2025-11-10T00:00:00.000+0000", date(2025, 11, 10)),
        ("2026-08-11 20:45:29 UTC", date(2026, 8, 11)),
        ("2026-08-11T20:45:29.0000", date(2026, 8, 11)),
        (" 2026-08-11T20:45:29Z ", date(2026, 8, 11)),
        (1779223091267, date(2026, 5, 19)),
        (1779223091, date(2026, 5, 19)),
        ("1779223091267", date(2026, 5, 19)),
        ("Wed, 02 Sep 2026 02:00:00 +0000", date(2026, 9, 2)),
        ("Wed Sep 02 02:00:00 UTC 2026", date(2026, 9, 2)),
        ("Jul 20, 2026", date(2026, 7, 20)),
        ("2026-02-30", None),
        ("2026-13-01", None),
        ("0001-01-01T00:00:00", None),
        ("1970-01-01", None),
        (0, None),
        (-5, None),
        (10**30, None),
        (True, None),
        ("07/08/2026", None),
        ("Posted 30+ Days Ago", None),
        ("", None),
        (None, None),
    ],
)
def test_every_form_of_a_day(stated: str | int | None, day: date | None) -> None:
    assert read_day(stated) == day


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2026-11-22T23:00:00-05:00", date(2026, 11, 22)),
        ("2026-11-23", None),
        ("2027-01-01T00:00:00Z", None),
        ("2026-11-23T08:00:00+13:00", date(2026, 11, 22)),  # already begun in Auckland
        ("2026-11-23T20:00:00+13:00", None),
        ("2026-11-21T20:00:00+13:00", date(2026, 11, 21)),
    ],
)
def test_what_has_happened_is_never_in_the_future(stated: str, day: date | None) -> None:
    assert past_day(stated, TODAY) == day


@given(st.integers(1_000_000_000, 3_700_000_000))
def test_epochs_agree_with_iso(seconds: int) -> None:
    instant = datetime.fromtimestamp(seconds, UTC)
    assert read_day(seconds) == read_day(seconds * 1000) == read_day(instant.isoformat()) == instant.date()


@given(st.text() | st.integers())
def test_anything_is_a_day_or_none(stated: str | int) -> None:
    assert past_day(stated, TODAY) is None or isinstance(past_day(stated, TODAY), date)
