"""Dates of challenges: days stay days, instants become UTC, far-future dates mean that there is no end."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pipelines.normalise.challenges.date_words import day_in_words
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading
from warehouse.vocabulary import RejectReason

#: organisers type 2030, 2045 or 2100 where they mean that it stays open
FAR_FUTURE_YEARS = 2
_MILLISECONDS_FROM = 100_000_000_000
#: how databases write a date that was never set
_NEVER = re.compile(r"-?0{3,4}[01]?-\d\d-\d\d")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_TOO_FINE = re.compile(r"(\.\d{6})\d+")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as stated. `at` is set only where an hour and its offset are stated too."""

    day: date
    at: datetime | None = None


@dataclass(slots=True)
class Schedule:
    """When a challenge takes place, and until when one can enter."""

    starts: date | None = None
    ends: date | None = None
    deadline: date | None = None
    deadline_at: datetime | None = None
    is_evergreen: bool = False


def schedule_of(reading: ChallengeReading, today: date) -> Schedule:
    """The schedule a reading states. Raises PayloadError(`invalid_value`) for a date that is none.

    A far-future deadline or end is dropped; where no nearer one is left, nothing says that the challenge ends.
    """
    starts, ends, deadline = (moment(stated) for stated in (reading.starts, reading.ends, reading.deadline))
    near_ends, near_deadline = (_near(stated, today) for stated in (ends, deadline))
    schedule = Schedule(
        starts=starts.day if starts else None,
        ends=near_ends.day if near_ends else None,
        deadline=near_deadline.day if near_deadline else None,
        deadline_at=near_deadline.at if near_deadline else None,
    )
    has_far_end = (ends, deadline) != (near_ends, near_deadline)
    schedule.is_evergreen = reading.is_evergreen or (has_far_end and not near_ends and not near_deadline)
    last = schedule.ends or schedule.deadline
    if schedule.starts and last and last < schedule.starts:
        schedule.starts = None  # one of the two is wrong, and only the end decides whether one can still enter
    return schedule


def _near(stated: Moment | None, today: date) -> Moment | None:
    if stated is None:
        return None
    day = stated.day
    is_far = (day.year - FAR_FUTURE_YEARS, day.month, day.day) > (today.year, today.month, today.day)
    return None if is_far else stated


def moment(stated: str | int | date | None) -> Moment | None:
    """A day or instant as stated: ISO 8601 text, a date with its month as a word, epoch seconds or milliseconds.

    None where it is not said. The day is the one of the stated offset. Raises PayloadError(`invalid_value`) for
    anything else.
    """
    try:
        return _moment(stated)
    except (ValueError, OverflowError, OSError) as error:
        raise PayloadError(RejectReason.INVALID_VALUE, f"date {stated!r}") from error


def _moment(stated: str | int | date | None) -> Moment | None:
    if isinstance(stated, datetime):
        return _of_instant(stated)
    if isinstance(stated, date):
        return Moment(stated)
    if isinstance(stated, str):
        return _of_text(stated.strip())
    if not stated:
        return None
    return _of_instant(datetime.fromtimestamp(stated / 1000 if stated >= _MILLISECONDS_FROM else stated, UTC))


def _of_text(text: str) -> Moment | None:
    if not text or _NEVER.match(text):
        return None
    if _ISO_DAY.fullmatch(text):
        return Moment(date.fromisoformat(text))
    try:
        return _of_instant(datetime.fromisoformat(_TOO_FINE.sub(r"\1", text)))
    except ValueError:
        if found := day_in_words(text):
            return Moment(*found)
        raise


def _of_instant(at: datetime) -> Moment:
    # without an offset the hour is somewhere's hour: a day, not an instant
    return Moment(at.date(), at.astimezone(UTC) if at.tzinfo else None)
