"""Days out of the forms in which platforms state them. A day is the one written, in the source's own offset."""

import re
from datetime import UTC, date, datetime
from functools import lru_cache

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_NAMED = re.compile(
    r"(?:[A-Z][a-z]{2},? )?(?:(?P<d1>\d{1,2}) (?P<m1>[A-Z][a-z]{2})|(?P<m2>[A-Z][a-z]{2}) (?P<d2>\d{1,2}),?) "
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MONTHS = {
    "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "May": 5, "Jun": 6,
    "Jul": 7, "Aug": 8, "Sep": 9, "Oct": 10, "Nov": 11, "Dec": 12,
}  # fmt: skip
_MILLISECONDS = 100_000_000_000  # as seconds, this is the year 5138
_EARLIEST = date(2000, 1, 1)  # no job board is older: what lies before is a default value


def read_day(stated: str | int | None) -> date | None:
    """The day of an ISO text, epoch seconds or milliseconds, RFC 822 or Java date; None where it is none."""
    if stated is None or isinstance(stated, bool):
        return None
    day = _day_of_text(stated.strip()) if isinstance(stated, str) else _day_of_epoch(stated)
    return day if day and day >= _EARLIEST else None


def past_day(stated: str | int | None, today: date) -> date | None:
    """The day something happened, which is never in the future: a later one is no date at all.

    East of Greenwich the day begins before `today`, a UTC day, does; such an instant counts as its UTC day.
    """
    day = read_day(stated)
    if day is None or day <= today:
        return day
    utc = _utc_day(stated) if isinstance(stated, str) else None
    return utc if utc and utc <= today else None


@lru_cache(65536)
def _day_of_text(text: str) -> date | None:
    if text.isdigit() and len(text) >= 9:
        return _day_of_epoch(int(text))
    try:
        if iso := _ISO.match(text):
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        named, year = _NAMED.match(text), _YEAR.search(text)
        if named and year:
            month = _MONTHS.get(named["m1"] or named["m2"], 0)
            return date(int(year[0]), month, int(named["d1"] or named["d2"]))
    except ValueError:
        return None
    return None


def _day_of_epoch(seconds: float) -> date | None:
    try:
        if seconds > _MILLISECONDS:
            seconds /= 1000
        return datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _utc_day(text: str) -> date | None:
    try:
        instant = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return instant.astimezone(UTC).date() if instant.tzinfo else None
