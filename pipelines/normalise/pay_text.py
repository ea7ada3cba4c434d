"""Pay ranges in running text: amounts that the words around them plainly make pay.

The nearest word before an amount says what it is for, unless the words right behind it say otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipelines.normalise.pay_amounts import Span, spans_of
from pipelines.normalise.pay_places import country_in, place_in
from pipelines.normalise.pay_words import (
    BEHIND_ENDS,
    LAKH_A_YEAR,
    MORE_BEHIND,
    OTHER_MONEY,
    PAY_BEHIND,
    PAY_WORDS,
    PLAIN_PAY_WORDS,
    UNIT_BEHIND,
    currency_of_sign,
    may_name_money,
    pay_unit,
    spoken_unit,
)
from warehouse.vocabulary import PayUnit

_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_LABEL = re.compile(r"(?:\A|[;|\u2022,.)]|- )\s*([^;|\u2022,.):]{2,40})[:(]\s*\Z")
_ARTICLE = re.compile(
    r"\A(?:(?:brutto|brut|gross)\s+)?(?:an?\s+)?", re.IGNORECASE
)  # "an hour" speaks of no French year
_PER_ANNUM = re.compile(r"\bp\.?\s?a\b", re.IGNORECASE)
_BETWEEN_LEAD = re.compile(r"\bbetween\s*\Z", re.IGNORECASE)  # the other end stands too far off
_MOST_RANGES = 12
_WIDEST = 12  # no honest range spans more than this factor
_REACH = 160  # characters before an amount that may say what it is
_NEAR = 70  # of these, the ones in which a word for other money counts, or a plain word for pay a lone amount needs
_CLOSE = 30
_TAIL = 40
_ITEMS_BACK = 12


@dataclass(frozen=True, slots=True)
class FoundPay:
    """A range a text states, with its own words. One end is None in "up to" and "from"."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str | None
    unit: PayUnit | None
    text: str
    place: str | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a text before it is read."""

    country: str | None
    unit: PayUnit | None
    is_pay: bool


def pays_in_text(
    text: str, country: str | None, *, unit: PayUnit | None = None, is_pay: bool = False
) -> list[FoundPay]:
    """The ranges a text states as pay, in order. With `is_pay` all of it is known to be about pay, for `unit`.

    A single amount without a period counts only where the text states no range: beside one it is a part of it.
    """
    known = _Known(country, unit, is_pay)
    ranges: list[FoundPay] = []
    lone: list[FoundPay] = []
    for start, line in _lines_with_numbers(text):
        if may_name_money(line):
            for pay, is_firm in _pays_in_line(line, _line_before(text, start), known):
                (ranges if is_firm else lone).append(pay)
    return (ranges or lone)[:_MOST_RANGES]


def _lines_with_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Each line that holds a number of two digits or more, after where it starts."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)  # a byte a character, so places stay
    number = digits.find(b"00")
    while number >= 0:
        start, stop = text.rfind("\n", 0, number) + 1, text.find("\n", number)
        end = stop if stop >= 0 else len(text)
        yield start, text[start:end]
        number = digits.find(b"00", end)


def _line_before(text: str, start: int) -> str:
    """The line before; for an item of a list the line that opens the list."""
    is_item = text.startswith("- ", start)
    before = ""
    for _ in range(_ITEMS_BACK):
        end = max(0, start - 1)
        start = text.rfind("\n", 0, end) + 1
        before = text[start:end]
        if not (is_item and before.startswith("- ")):
            break
    return before


def _pays_in_line(line: str, before: str, known: _Known) -> Iterator[tuple[FoundPay, bool]]:
    end = 0
    for span in spans_of(line):
        lead = line[max(end, span.low.mark - _REACH) : span.low.mark]
        context = f"{before[-_REACH:]} {lead}" if span.low.start < 40 or line.startswith("- ") else lead
        unit = _unit_behind(line, span)
        is_firm = span.is_range or unit is not None
        if pay := _read(line, span, context, unit, known):
            yield pay, is_firm
        end = span.high.end


def _read(line: str, span: Span, context: str, unit: PayUnit | None, known: _Known) -> FoundPay | None:
    behind = UNIT_BEHIND.match(line, span.high.end)
    end = behind.end() if behind else span.high.end
    tail = line[end : end + _TAIL]
    if not ((known.is_pay and span.marks) or _is_pay(span, context, tail, unit)):
        return None
    label = _LABEL.search(line, max(0, span.low.mark - _NEAR), span.low.mark)
    place = place_in(label[1]) if label else None
    unit = unit or known.unit or spoken_unit(_last_sentence(context))
    low, high = span.ends()
    if not (
        0 < low <= high <= low * _WIDEST and (_is_plausible(low, high, unit) or _is_rate(span, context, known, unit))
    ):
        return None
    return FoundPay(
        None if span.is_open_below else low,
        None if span.is_open_above and not span.is_open_below else high,
        _currency(span.marks, country_in(place) or known.country),
        unit,
        line[span.low.mark : span.high.end].strip(),
        place,
    )


def _currency(marks: list[str], country: str | None) -> str | None:
    """The clearest mark decides: a code or a sign of one currency before a sign that several use."""
    found = (currency_of_sign(mark, country) for mark in sorted(marks, key=len, reverse=True))
    return next(filter(None, found), None)


def _unit_behind(line: str, span: Span) -> PayUnit | None:
    """The period written behind either end, as in "$40 - $50/hr" or "$40/hr - $50/hr"."""
    if LAKH_A_YEAR.search(line, span.high.start, span.high.end):
        return PayUnit.YEAR
    behind = UNIT_BEHIND.match(line, span.high.end) or UNIT_BEHIND.match(line, span.low.end)
    return pay_unit(_PER_ANNUM.sub("year", _ARTICLE.sub("", behind[0].strip(" )")))) if behind else None


def _is_pay(span: Span, context: str, tail: str, unit: PayUnit | None) -> bool:
    if not (span.marks or (span.is_range and span.is_scaled)):
        return False
    if PAY_BEHIND.match(tail):
        return True
    near = _last_sentence(context)[-_NEAR:]
    if _last(OTHER_MONEY, near) > _last(PAY_WORDS, near) or OTHER_MONEY.search(BEHIND_ENDS.split(tail, maxsplit=1)[0]):
        return False
    if not span.is_range and unit is None:
        return PLAIN_PAY_WORDS.search(near) is not None and not _BETWEEN_LEAD.search(near)
    return _is_pay_range(span, context, tail, unit)


def _is_pay_range(span: Span, context: str, tail: str, unit: PayUnit | None) -> bool:
    """Whether a range, or an amount with its period, is pay: what is paid by the hour nearly always is."""
    if span.is_range and (MORE_BEHIND.match(tail) or (unit is PayUnit.HOUR and span.marks)):
        return True
    near = context if unit else _last_sentence(context)
    return (PAY_WORDS if span.marks else PLAIN_PAY_WORDS).search(near) is not None


def _last(words: re.Pattern[str], text: str) -> int:
    """Where the last of these words ends; -1 where there is none."""
    return max((found.end() for found in words.finditer(text)), default=-1)


def _last_sentence(text: str) -> str:
    return _SENTENCE_END.split(text)[-1]


def _is_rate(span: Span, context: str, known: _Known, unit: PayUnit | None) -> bool:
    """Whether small figures without a period are pay all the same: "Pay range: $28 - $32" leaves the hour unsaid."""
    is_named = known.is_pay or PLAIN_PAY_WORDS.search(_last_sentence(context)[-_CLOSE:]) is not None
    return unit is None and span.is_range and len(span.marks) > 1 and span.ends()[0] >= 7 and is_named


def _is_plausible(low: Decimal, high: Decimal, unit: PayUnit | None) -> bool:
    """Small figures without a period are counts or perks, large ones by the hour are mistakes."""
    if unit is PayUnit.HOUR:
        return high < 100_000
    return low >= 1000 if unit in (None, PayUnit.YEAR) else True
