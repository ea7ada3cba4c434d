"""What the words around an amount make of it: pay, or other money. And the period written at it."""

import re
from decimal import Decimal

from pipelines.normalise.pay_amounts import Span
from pipelines.normalise.pay_marks import CODES
from pipelines.normalise.pay_units import unit_behind
from pipelines.normalise.pay_words import (
    BEHIND_ENDS,
    DEPENDS_BEHIND,
    EARN_WORDS,
    LAKH_A_YEAR,
    MORE_BEHIND,
    OTHER_MONEY,
    PAID_BY_OTHERS,
    PAY_BEHIND,
    PAY_WORDS,
    PLAIN_PAY_WORDS,
)
from warehouse.vocabulary import PayUnit

NEAR = 70  # characters before an amount in which a word for other money counts, or the word a lone amount needs
SENTENCE_END = re.compile(rf"[.!?]\s+(?=[A-ZÀ-ÖØ-ÞА-Я])(?!(?:{CODES})\b)")
_TAIL = re.compile(r".{0,40}(?!\w)")  # whole words behind an amount
_BETWEEN_LEAD = re.compile(
    r"\b(?:between|zwischen|entre|tussen)\s*\Z", re.IGNORECASE
)  # the other end stands too far off
_ADDED = re.compile(r"(?:\+|\bplus)\s*\Z", re.IGNORECASE)  # "a salary + $2,500 for your studies"
_CLOSE = 30
_PART_BEFORE = re.compile(r"\|\s*(?:up to\s*)?\Z", re.IGNORECASE)
_PART_BEHIND = re.compile(r"\s*(?:\||\+|plus\b|\(|p\.?a|\Z)", re.IGNORECASE)
_LEAST_YEAR = 15_000
_LEAST_HOUR, _LEAST_DAY = 7, 80


def is_pay(span: Span, context: str, tail: str, unit: PayUnit | None) -> bool:
    """Whether the words before an amount (`context`) and behind it (`tail`) make it pay."""
    if not (span.marks or (span.is_range and span.is_scaled)):
        return False
    if PAY_BEHIND.match(tail):
        return True
    near = last_sentence(context)[-NEAR:]
    if _last(OTHER_MONEY, near) > _last(PAY_WORDS, near) or is_of_other_money(tail) or PAID_BY_OTHERS.search(near):
        return False
    if span.marks and (DEPENDS_BEHIND.match(tail) or _is_headline(span, context, tail)):
        return True
    if not span.is_range and _ADDED.search(context):
        return False
    if not span.is_range and unit is None:
        return PLAIN_PAY_WORDS.search(near) is not None and not _BETWEEN_LEAD.search(near)
    return _is_pay_range(span, context, tail, unit)


def _is_headline(span: Span, context: str, tail: str) -> bool:
    """Whether an amount fills a part of a headline: "Accountant | Leeds | Up to £45,000 + bonus"."""
    is_sized = span.ends()[0] >= _LEAST_YEAR
    return is_sized and _PART_BEFORE.search(context) is not None and _PART_BEHIND.match(tail) is not None


def _is_pay_range(span: Span, context: str, tail: str, unit: PayUnit | None) -> bool:
    """Whether a range, or an amount with its period, is pay: what is paid by the hour nearly always is."""
    low = span.ends()[0]
    if span.is_range and MORE_BEHIND.match(tail):
        return True
    if span.marks and (
        (unit is PayUnit.HOUR and low >= _LEAST_HOUR) or (unit is PayUnit.DAY and span.is_range and low >= _LEAST_DAY)
    ):
        return True
    near = context if unit and span.is_range else last_sentence(context)
    if unit and span.is_range and EARN_WORDS.search(near):
        return True
    return (PAY_WORDS if span.marks else PLAIN_PAY_WORDS).search(near) is not None


def is_rate(span: Span, context: str, unit: PayUnit | None, *, is_known_pay: bool) -> bool:
    """Whether small figures without a period are pay all the same: "Pay range: $28 - $32" leaves the hour unsaid."""
    is_named = is_known_pay or PLAIN_PAY_WORDS.search(last_sentence(context)[-_CLOSE:]) is not None
    return unit is None and span.is_range and len(span.marks) > 1 and span.ends()[0] >= 7 and is_named


def is_plausible(low: Decimal, high: Decimal, unit: PayUnit | None) -> bool:
    """Small figures without a period are counts or perks, large ones by the hour are mistakes."""
    if unit is PayUnit.HOUR:
        return high < 100_000
    return low >= 1000 if unit in (None, PayUnit.YEAR) else True


def is_of_other_money(tail: str) -> bool:
    """Whether the words behind an amount say that it is for something else than work."""
    return OTHER_MONEY.search(BEHIND_ENDS.split(tail, maxsplit=1)[0]) is not None


def tail_of(line: str, end: int) -> str:
    """The few words behind an amount."""
    found = _TAIL.match(line, end)
    return found[0] if found else ""


def last_sentence(text: str) -> str:
    """The sentence that a text breaks off in."""
    return SENTENCE_END.split(text)[-1]


def _last(words: re.Pattern[str], text: str) -> int:
    """Where the last of these words ends; -1 where there is none."""
    return max((found.end() for found in words.finditer(text)), default=-1)


def unit_at(line: str, span: Span) -> tuple[PayUnit | None, int]:
    """The period behind either end, as in "$40 - $50/hr" or "$40/hr - $50/hr", and where the words behind go on."""
    unit, end = unit_behind(line, span.high.end)
    if LAKH_A_YEAR.search(line, span.high.start, span.high.end):
        return PayUnit.YEAR, end
    return unit or unit_behind(line, span.low.end)[0], end
