"""Days and instants as people write them, with the month as a word. A day whose zone is not stated stays a day.

Only forms that say by themselves which number is what: `03/04/2026` is for the platform's file to know.
"""

import re
from datetime import UTC, date, datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r",? (?P<year>\d{4})\b"
_DATE = re.compile(rf"(?:[a-z]{{3,9}},? )?(?:{_DAY} {_MONTH}{_YEAR}|{_MONTH.replace('month', 'us_month')} "
                   rf"{_DAY.replace('day', 'us_day')}{_YEAR.replace('year', 'us_year')})")  # fmt: skip
_NUMBERS = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?= )")
_TIME = re.compile(r"(?<!\d)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s?(?P<half>[ap])?\.?m?\.?")
_ZONE = re.compile(r"\b(?:utc|gmt)(?P<offset>[+-]\d\d:?\d\d)?(?![\w+-])")


def day_in_words(text: str) -> tuple[date, datetime | None] | None:
    """The day a text begins with, and the instant where an hour and UTC or an offset from it are stated too.

    None where it begins with no day. Raises ValueError for a day or hour that does not exist.
    """
    plain = " ".join(text.lower().split())
    found = _DATE.match(plain)
    if found:
        year, month, day = (found[name] or found[f"us_{name}"] for name in ("year", "month", "day"))
        on = date(int(year), _MONTHS.index(month) + 1, int(day))
    elif found := _NUMBERS.match(plain):
        on = date(*(int(found[name]) for name in ("year", "month", "day")))
    else:
        return None
    rest = plain[found.end() :]
    return on, _instant(on, rest)


def _instant(on: date, rest: str) -> datetime | None:
    at, zone = _TIME.search(rest), _ZONE.search(rest)
    if not at or not zone:
        return None
    hour = int(at["hour"])
    if at["half"]:
        hour = hour % 12 + (12 if at["half"] == "p" else 0)
    offset = (zone["offset"] or "+00:00").replace(":", "")
    clock = f"{on.isoformat()}T{hour:02}:{at['minute']}:{at['second'] or '00'}{offset[:3]}:{offset[3:]}"
    return datetime.fromisoformat(clock).astimezone(UTC)
