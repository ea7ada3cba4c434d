"""What a list can be narrowed by: one entry a filter, with its SQL condition over the published search table.

Belongs here: reading a filter's values from a query string, and writing them into one. Every value is bound, never
pasted. What the filters find: `hub.search`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from hub.words import quoted
from warehouse.countries import areas_of, country_names
from warehouse.vocabulary import (
    AttendanceMode,
    ChallengeKind,
    ChallengeStatus,
    EmploymentType,
    Level,
    PayUnit,
    PrizeKind,
    WorkplaceType,
)

MOST_TEXT = 200
_MOST_VALUES = 20

_AMOUNT = re.compile(r"[0-9]{1,9}")
_DAYS = re.compile(r"[1-9][0-9]{0,2}")
_CURRENCY = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_SLUG = re.compile(r"[^\s/]{1,100}")


class Unreadable(ValueError):
    """A value that a filter cannot have; says what it can be."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One parameter of a list's address. `counts` is what its values are counted by."""

    name: str
    label: str
    about: str
    read: Callable[[str], object]
    condition: str | None = None
    counts: str | None = None
    is_many: bool = False
    #: binds something else than the values read
    bind: Callable[[object, date], object] | None = None
    #: filters without which it means nothing
    needs: tuple[str, ...] = ()


def _one_of(words: type[StrEnum]) -> Callable[[str], object]:
    def read(text: str) -> object:
        if text not in list(words):
            raise Unreadable(f"it can be {', '.join(words)}")
        return text

    return read


def _matching(pattern: re.Pattern[str], said: str) -> Callable[[str], object]:
    def read(text: str) -> object:
        if not pattern.fullmatch(text):
            raise Unreadable(said)
        return text

    return read


def _country(text: str) -> object:
    if text.upper() not in country_names():
        raise Unreadable("it is a country's two letters, such as DE")
    return text.upper()


def _text(text: str) -> object:
    if len(text) > MOST_TEXT:
        raise Unreadable(f"it may have {MOST_TEXT} characters at most")
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def _amount(text: str) -> object:
    if not _AMOUNT.fullmatch(text):
        raise Unreadable("it is a whole amount, such as 90000")
    return Decimal(text)


def _days(text: str) -> object:
    if not _DAYS.fullmatch(text):
        raise Unreadable("it is a number of days, such as 7")
    return int(text)


_words = Filter("q", "Search", "words of title, company or place; typing mistakes are forgiven", _text)
_place = Filter("place", "City or region", "words of a place", _text)
_hub = Filter(
    "hub", "Skill", "a hub, such as product-management", lambda text: text[:MOST_TEXT],
    "list_contains(hubs, $hub)", "unnest(hubs)",
)  # fmt: skip

POSITIONS: tuple[Filter, ...] = (
    _words,
    _hub,
    Filter("level", "Level", "rungs of the Product Management ladder", _one_of(Level),
           "list_contains($level::JSON::VARCHAR[], level)", "level", is_many=True),
    Filter("country", "Country", "countries, ISO 3166-1 alpha-2", _country,
           "list_has_any(countries, $country::JSON::VARCHAR[])", "unnest(countries)", is_many=True),
    _place,
    Filter("workplace", "Workplace", "onsite, hybrid or remote", _one_of(WorkplaceType),
           "list_contains($workplace::JSON::VARCHAR[], workplace_type)", "workplace_type", is_many=True),
    Filter("remote", "Remote from", "a country that the remote work is open to, ISO 3166-1 alpha-2", _country,
           "workplace_type = 'remote' AND "
           "(remote_areas IS NULL OR list_has_any(remote_areas, $remote::JSON::VARCHAR[]))",
           bind=lambda value, today: areas_of(str(value))),
    Filter("type", "Employment", "schema.org employment types", _one_of(EmploymentType),
           "list_contains($type::JSON::VARCHAR[], employment_type)", "employment_type", is_many=True),
    Filter("company", "Company", "a company's slug", _matching(_SLUG, "it is a company's slug, such as acme-robotics"),
           "company_slug = $company", "company_slug"),
    Filter("pay", "Pay of at least", "what the upper end of the pay must reach; with currency", _amount,
           "coalesce(base_salary_max, base_salary_min) >= $pay", needs=("currency", "unit")),
    Filter("currency", "Currency", "of the pay, ISO 4217", _matching(_CURRENCY, "it is a currency, such as EUR"),
           "base_salary_currency = $currency"),
    Filter("unit", "Pay is", "the time one amount is for", _one_of(PayUnit), "base_salary_unit = $unit"),
    Filter("posted", "Posted within", "days before the publication, such as 7", _days,
           "posted_on > $posted::DATE", bind=lambda value, today: today - timedelta(days=int(str(value)))),
)  # fmt: skip

CHALLENGES: tuple[Filter, ...] = (
    _words,
    _hub,
    Filter("kind", "Kind", "hackathon, competition, case, bounty or exercise", _one_of(ChallengeKind),
           "list_contains($kind::JSON::VARCHAR[], kind)", "kind", is_many=True),
    Filter("status", "Status", "upcoming, open or evergreen", _one_of(ChallengeStatus),
           "list_contains($status::JSON::VARCHAR[], status)", "status", is_many=True),
    Filter("mode", "Attendance", "online, offline or mixed", _one_of(AttendanceMode),
           "list_contains($mode::JSON::VARCHAR[], attendance_mode)", "attendance_mode", is_many=True),
    _place,
    Filter("deadline", "Closes within", "days after the publication, such as 30", _days,
           "closes_on BETWEEN $today AND $deadline::DATE",
           bind=lambda value, today: today + timedelta(days=int(str(value)))),
    Filter("prizes", "Prizes", "what is won", _one_of(PrizeKind),
           "list_contains($prizes::JSON::VARCHAR[], prize_kind)", "prize_kind", is_many=True),
    Filter("prize", "Prizes of at least", "all prizes together; with currency", _amount,
           "prize_amount >= $prize", needs=("currency",)),
    Filter("currency", "Currency", "of the prizes", _matching(_CURRENCY, "it is a currency, such as USD"),
           "prize_currency = $currency"),
)  # fmt: skip


def read_values(filters: tuple[Filter, ...], given: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """The values of a query string that filter something, as they stand in a canonical address.

    Raises Unreadable, whose text says what is wrong.
    """
    found: dict[str, list[str]] = {}
    for each in filters:
        texts = [text for text in given.get(each.name, []) if text.strip()]
        texts = list(dict.fromkeys(texts if each.is_many else texts[-1:]))
        if len(texts) > _MOST_VALUES:
            raise Unreadable(f"“{each.name}” stands there {len(texts)} times; {_MOST_VALUES} are the most.")
        if values := [_read(each, text) for text in texts]:
            found[each.name] = values
    return found


def _read(each: Filter, text: str) -> str:
    try:
        return str(each.read(text))
    except Unreadable as error:
        raise Unreadable(f"{quoted(text)} is nothing for “{each.name}”: {error}.") from error
