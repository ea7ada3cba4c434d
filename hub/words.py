"""Published values as a reader reads them: pay, prizes, days, closed lists. Filters of the templates; no HTML here."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any
from urllib.parse import urlsplit

from hub.why import reasons
from warehouse.countries import country_names
from warehouse.vocabulary import (
    AttendanceMode,
    CloseReason,
    EmploymentType,
    Level,
    MatchReason,
    PayUnit,
    PrizeKind,
    WorkplaceType,
)

#: words of the published file, in a reader's words; a word of a later version is shown as it is
WORDS: dict[str, str] = {
    Level.ASSOCIATE: "Associate PM",
    Level.PM: "PM",
    Level.SENIOR: "Senior PM",
    Level.LEAD: "Lead PM",
    Level.GROUP: "Group PM",
    Level.DIRECTOR: "Director",
    Level.VP: "VP",
    Level.CPO: "CPO",
    WorkplaceType.ONSITE: "On site",
    WorkplaceType.HYBRID: "Hybrid",
    WorkplaceType.REMOTE: "Remote",
    EmploymentType.FULL_TIME: "Full time",
    EmploymentType.PART_TIME: "Part time",
    EmploymentType.CONTRACTOR: "Contract",
    EmploymentType.TEMPORARY: "Temporary",
    EmploymentType.INTERN: "Internship",
    EmploymentType.VOLUNTEER: "Volunteer",
    EmploymentType.PER_DIEM: "By the day",
    EmploymentType.OTHER: "Other",
    AttendanceMode.ONLINE: "Online",
    AttendanceMode.OFFLINE: "In person",
    AttendanceMode.MIXED: "Online and in person",
    MatchReason.CANONICAL: "the record shown here",
    MatchReason.REQUISITION: "same requisition or same page",
    MatchReason.EXACT: "same title",
    MatchReason.CLOSE_TITLE: "nearly the same title",
    MatchReason.TEXT: "same description",
    MatchReason.DIRECTORY: "listed in a directory",
    CloseReason.ABSENT: "its source stopped listing it",
    CloseReason.BOARD_GONE: "the board that listed it is gone",
    CloseReason.BOARD_EMPTY: "the board that listed it lists nothing any more",
    CloseReason.EXPIRED: "its last valid day has passed",
    CloseReason.SOURCE_CLOSED: "its source says that it is closed",
    CloseReason.PAGE_GONE: "its own page is gone",
    CloseReason.AGED_OUT: "it has not been among the newest of its list for 30 days",
}
_UNITS = {
    PayUnit.HOUR: "an hour",
    PayUnit.DAY: "a day",
    PayUnit.WEEK: "a week",
    PayUnit.MONTH: "a month",
    PayUnit.YEAR: "a year",
}
#: sanitised headings carry no attribute
_HEADING = re.compile("<(/?)h([1-6])>")
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LINKED = frozenset({"http", "https", "mailto"})


def words(value: str) -> str:
    """A word of a closed list, for a reader."""
    return WORDS.get(value) or value.replace("_", " ").capitalize()


def pay(row: Mapping[str, Any]) -> str | None:
    """A pay range such as `EUR 90,000–118,500 a year`; None where no amount is stated. No unit is ever guessed."""
    low, high = row["base_salary_min"], row["base_salary_max"]
    if low is None and high is None:
        return None
    if low is None or high is None:
        amounts = f"up to {amount(high)}" if low is None else f"from {amount(low)}"
    else:
        amounts = amount(low) if low == high else f"{amount(low)}–{amount(high)}"
    parts = (row["base_salary_currency"], amounts, _UNITS.get(row["base_salary_unit"]))
    return " ".join(part for part in parts if part)


def prize(row: Mapping[str, Any]) -> str | None:
    """What is won, such as `USD 12,500`; None where no source shows a prize."""
    if row["prize_amount"] is not None:
        return " ".join(part for part in (row["prize_currency"], amount(row["prize_amount"])) if part)
    kind = row["prize_kind"]
    return None if kind in (None, PrizeKind.NONE_STATED) else words(kind)


def amount(value: Decimal) -> str:
    """Money with thousands apart, and cents only where there are any."""
    return f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"


def day(value: date | datetime) -> str:
    """A day, `3 Nov 2026`; of an instant its day in UTC."""
    if isinstance(value, datetime):
        value = value.astimezone(UTC)
    return f"{value.day} {value:%b %Y}"


def instant(value: datetime) -> str:
    """An instant to the minute, in UTC."""
    return f"{day(value)}, {value.astimezone(UTC):%H:%M} UTC"


def present() -> datetime:
    """The reader's now: deadlines are counted from it, not from when the file was published."""
    return datetime.now(UTC)


def ahead(value: date | datetime, now: datetime | None = None) -> str:
    """How far off a deadline is, `in 12 days`: by the hour only where an hour is stated, else by days in UTC."""
    now = now or present()
    if isinstance(value, datetime):
        left = value - now
        if timedelta(0) <= left < timedelta(hours=48):
            hours = left // timedelta(hours=1)
            return f"in {counted(hours, 'hour', 'hours')}" if hours else "in less than an hour"
        value = value.astimezone(UTC).date()
        if left < timedelta(0) and value == now.date():
            return "earlier today"
    days = (value - now.date()).days
    return {-1: "yesterday", 0: "today", 1: "tomorrow"}.get(days) or _far(days)


def _far(days: int) -> str:
    """Nobody counts hundreds of days."""
    if abs(days) < 100:
        return f"in {days} days" if days > 0 else f"{-days} days ago"
    months = round(abs(days) / 30.44)
    return f"in about {months} months" if days > 0 else f"about {months} months ago"


def country(code: str) -> str:
    """A country's short name; whatever is no country's code stays as it is, such as `Europe`."""
    return country_names().get(code, code)


def place(row: Mapping[str, Any]) -> str | None:
    """A place as stated, but with its country's name where only the country's code ends it: `Ghent, BE`."""
    stated: str | None = row["location"]
    code: str | None = row["address_country"]
    if stated is None or code is None:
        return stated
    return re.sub(rf"(?:^|(?<=[\s,(/-])){code}(?=\)?$)", country(code), stated)


def quoted(text: str) -> str:
    """What a reader typed, in quotation marks: its beginning, and nothing that no page may hold."""
    shown = "".join(sign if sign.isprintable() else " " for sign in text[:60])
    return f"“{shown}{'…' if len(text) > 60 else ''}”"


def host(url: str) -> str | None:
    """The site an address leads to, without `www.`; None where it is no address of a site."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def outlined(html: str) -> str:
    """A sanitised description whose headings start below the page's own `Description`, in the order of their ranks."""
    ranks = sorted({level for _, level in _HEADING.findall(html)})
    deeper = {level: min(3 + rank, 6) for rank, level in enumerate(ranks)}
    return _HEADING.sub(lambda tag: f"<{tag[1]}h{deeper[tag[2]]}>", html)


def linkable(url: str | None) -> bool:
    """Whether a foreign address may become a link: a page or a mail address, never a script."""
    try:
        return urlsplit(url or "").scheme.lower() in _LINKED
    except ValueError:
        return False


def counted(count: int, one: str, many: str) -> str:
    """`1 position`, `1,200 positions`."""
    return f"{count:,} {one if count == 1 else many}"


def xml(text: str) -> str:
    """Without the control characters that no XML document may hold."""
    return _NO_XML.sub(" ", text)


FILTERS = {
    filter_.__name__: filter_
    for filter_ in (words, pay, prize, day, instant, ahead, country, place, host, reasons, counted, outlined, xml)
}
