"""Pay ranges in running text: amounts with a currency that the words around them plainly make pay."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipelines.normalise.pay_words import (
    BETWEEN,
    CODES,
    MONEY_MARKS,
    OTHER_MONEY,
    PAY_BEHIND,
    PAY_WORDS,
    SIGNS,
    UNIT_BEHIND,
    currency_of_sign,
    pay_unit,
    spoken_unit,
)
from warehouse.vocabulary import PayUnit

_NUMBER = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:[.,'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}|\d+(?:[.,]\d{1,2})?)(?!\d)"
)
_DIGITS = re.compile("[0-9]{2}")
_BEFORE = re.compile(rf"(?:\b({CODES})\s*)?({SIGNS})?\s*\Z")
_AFTER = re.compile(rf"\s*([kK]\b)?\s*(?:({CODES}|€|zł|kr)(?!\w))?")
_LARGE = re.compile(r"\s*(?:m\b|mm\b|mio\b|million|bn?\b|billion|trillion|%|\+?\s*years)", re.IGNORECASE)
_MOST_RANGES = 12
_WIDEST = 12  # no honest range spans more than this factor
_REACH = 160  # characters before an amount that may say what it is


@dataclass(frozen=True, slots=True)
class FoundPay:
    """A range a text states, with its own words."""

    minimum: Decimal
    maximum: Decimal
    currency: str | None
    unit: PayUnit | None
    text: str


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a text before it is read."""

    country: str | None
    unit: PayUnit | None
    is_pay: bool


@dataclass(slots=True)
class _Amount:
    """One number of a line with the currency marks and thousands written at it."""

    start: int
    end: int
    number: Decimal
    is_kilo: bool
    marks: tuple[str, ...]


def pays_in_text(
    text: str, country: str | None, *, unit: PayUnit | None = None, is_pay: bool = False
) -> list[FoundPay]:
    """The ranges a text states as pay, in order. With `is_pay` all of it is known to be about pay, for `unit`."""
    known = _Known(country, unit, is_pay)
    found: list[FoundPay] = []
    for line, before in _lines_with_numbers(text):
        if any(map(line.__contains__, MONEY_MARKS)):
            found += _pays_in_line(line, before, known)
    return found[:_MOST_RANGES]


def _lines_with_numbers(text: str) -> Iterator[tuple[str, str]]:
    """Each line that holds a number of two digits or more, with the line before it."""
    end = 0
    while number := _DIGITS.search(text, end):
        start = text.rfind("\n", 0, number.start()) + 1
        stop = text.find("\n", number.end())
        end = stop if stop >= 0 else len(text)
        yield text[start:end], text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)]


def _pays_in_line(line: str, before: str, known: _Known) -> Iterator[FoundPay]:
    end = 0
    for low, high in _ranges(line):
        lead = line[max(end, low.start - _REACH) : low.start]
        context = f"{before[-_REACH:]} {lead}" if low.start < 40 else lead
        if pay := _read(line, low, high, context, known):
            yield pay
        end = high.end


def _ranges(line: str) -> Iterator[tuple[_Amount, _Amount]]:
    """Pairs of amounts joined as a range, and single amounts with a period behind them as both ends."""
    amounts = list(_amounts(line))
    index = 0
    while index < len(amounts):
        low = amounts[index]
        index += 1
        if index < len(amounts) and BETWEEN.fullmatch(line, low.end, _mark_start(line, amounts[index])):
            yield low, amounts[index]
            index += 1
        elif UNIT_BEHIND.match(line, low.end):
            yield low, low


def _amounts(line: str) -> Iterator[_Amount]:
    for found in _NUMBER.finditer(line):
        if _LARGE.match(line, found.end()):
            continue
        before = _BEFORE.search(line, max(0, found.start() - 9), found.start())
        after = _AFTER.match(line, found.end())
        if before is None or after is None or _is_in_word(line, found.start(), before):
            continue
        marks = tuple(mark for mark in (before[1], after[2], before[2]) if mark)
        yield _Amount(found.start(), after.end(), _number(found[0]), bool(after[1]), marks)


def _is_in_word(line: str, start: int, before: re.Match[str]) -> bool:
    return line[start - 1 : start].isalpha() and not any(before.groups())


def _mark_start(line: str, amount: _Amount) -> int:
    """Where an amount begins with the currency marks before it."""
    before = _BEFORE.search(line, max(0, amount.start - 9), amount.start)
    return before.start() if before else amount.start


def _number(written: str) -> Decimal:
    """A number whichever sign groups it: one or two digits behind the last sign are decimals, three are a group."""
    compact = re.sub(r"['\u2019\s]", "", written)
    decimals = re.search(r"[.,](\d{1,2})\Z", compact)
    whole = compact[: decimals.start()] if decimals else compact
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{decimals[1]}" if decimals else ""))


def _read(line: str, low: _Amount, high: _Amount, context: str, known: _Known) -> FoundPay | None:
    marks = [*high.marks, *low.marks]
    unit_behind = _unit_behind(line, low, high)
    if not marks or not (known.is_pay or _is_pay(context, line[high.end : high.end + 40], unit_behind)):
        return None
    minimum, maximum = _figures(low, high)
    unit = unit_behind or known.unit or spoken_unit(_last_sentence(context))
    if not (0 < minimum <= maximum <= minimum * _WIDEST and _is_plausible(minimum, maximum, unit)):
        return None
    words = line[_mark_start(line, low) : high.end].strip()
    return FoundPay(minimum, maximum, _currency(marks, known.country), unit, words)


def _currency(marks: list[str], country: str | None) -> str | None:
    """The clearest mark decides: a code or a sign of one currency before a sign that several use."""
    found = (currency_of_sign(mark, country) for mark in sorted(marks, key=len, reverse=True))
    return next(filter(None, found), None)


def _unit_behind(line: str, low: _Amount, high: _Amount) -> PayUnit | None:
    """The period written behind either end, as in "$40 - $50/hr" or "$40/hr - $50/hr"."""
    behind = UNIT_BEHIND.match(line, high.end) or UNIT_BEHIND.match(line, low.end)
    return pay_unit(behind[0].strip(" )").replace("p.a", "year").replace("pa", "year")) if behind else None


def _is_pay(context: str, tail: str, unit: PayUnit | None) -> bool:
    near = _last_sentence(context)
    if OTHER_MONEY.search(near[-70:]):
        return False
    if PAY_BEHIND.match(tail):
        return True
    return not OTHER_MONEY.search(tail[:25]) and bool(PAY_WORDS.search(context if unit else near))


def _last_sentence(text: str) -> str:
    return re.split(r"[.!?]\s+(?=[A-Z])", text)[-1]


def _figures(low: _Amount, high: _Amount) -> tuple[Decimal, Decimal]:
    """Both ends in full: in "$120-150K" the thousands are said once for both."""
    minimum, maximum = low.number, high.number
    if low.is_kilo or (high.is_kilo and minimum < 1000):
        minimum *= 1000
    if high.is_kilo or (low.is_kilo and maximum < 1000):
        maximum *= 1000
    return minimum, maximum


def _is_plausible(minimum: Decimal, maximum: Decimal, unit: PayUnit | None) -> bool:
    """Small figures without a period are counts or perks, large ones by the hour are mistakes."""
    if unit is PayUnit.HOUR:
        return maximum < 100_000
    return minimum >= 1000 if unit in (None, PayUnit.YEAR) else True
