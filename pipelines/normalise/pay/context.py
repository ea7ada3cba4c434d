"""What the words around an amount make of it: pay, or other money. And the period written at it."""

import re
from dataclasses import dataclass
from decimal import Decimal

from pipelines.normalise.pay.amounts import Span
from pipelines.normalise.pay.found import LEAST_YEAR
from pipelines.normalise.pay.marks import CODES
from pipelines.normalise.pay.other import OTHER_MONEY, PAID_BY_OTHERS, SIDE_PAY
from pipelines.normalise.pay.units import unit_behind
from pipelines.normalise.pay.words import (
    BEHIND_ENDS,
    DEPENDS_BEHIND,
    EARN_WORDS,
    LAKH_A_YEAR,
    LEAST_PAY,
    MORE_BEHIND,
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
_ENUMERATED = re.compile(
    r",\s*(?:and|und|en|et|y|og|och)\s*\Z", re.IGNORECASE
)  # "a fair salary, and $500 - $900 for courses"
_IN_THIS_JOB = re.compile(r"\b(?:for|in|on|at) this (?:role|position|job|post|unit|team|level|shift|contract)\b")
_PARTS_OF_PAY = re.compile(r"\b(?:salary|compensation|comp|pay|range|package|cash)\s*\([^()]*\)[\s:]*\Z")
_LONGEST_JOINT = 10
_CLOSE = 30
_PART_BEFORE = re.compile(r"\|\W*(?:up to\s*)?\Z", re.IGNORECASE)
#: what may open a line before the amount that it is about
_OPENING = re.compile(
    r"\n\W{0,4}(?P<word>(?:from|up to|circa|ca?\.|ca|around|approx\w*\.?|starting (?:at|from)|ab|bis zu|jusqu'à"
    r"|desde|hasta)\s*)?\Z",
    re.IGNORECASE,
)
_PART_BEHIND = re.compile(r"\s*(?:[|+(\u2022]|plus\b|p\.?a|https?:|,\s*\d[\d.]*\s*[-\u2013%]|\Z)", re.IGNORECASE)
_LEAST_HOUR, _MOST_HOUR, _LEAST_DAY = 7, 200, 80
_CLOSE_WORD = 45  # characters before a lone amount in which a word that means pay and more counts
_LABEL_GAP = re.compile(r"(?:\s(?:range|band))?(?:\s*(?:[:=\u2013\u2014-]|is|of|between|from))*\s*", re.IGNORECASE)
_FAR = 1_000_000  # more than any text has
_WORD = re.compile(r"\w")
_SMALL_WORD = re.compile(r"(?<!\S)[a-z]+\b")
_PROSE = 3
_ABOUT_US = re.compile(
    r"\b(?:you|your|we|our|us|this|role|position|job|shift|contract|hir(?:e|es|ed|ing)|start\w*|paying|wage\w*|rates?|schedule|scale|grade|step)\b",
    re.IGNORECASE,
)
#: currencies in which less than this is a perk, a fee or an allowance, and more is what a business turns over
_DEAR = {None, "USD", "CAD", "AUD", "NZD", "GBP", "EUR", "CHF"}
_MOST_DEAR = {PayUnit.HOUR: 1000, PayUnit.DAY: 5000, PayUnit.WEEK: 20_000}  # a bare "$" may be pesos by the month
_LEAST_DEAR = {PayUnit.HOUR: 3, PayUnit.DAY: 25, PayUnit.WEEK: 90, PayUnit.MONTH: 200, PayUnit.YEAR: 6000}


@dataclass(frozen=True, slots=True)
class Words:
    """The words `before` an amount, the part of them that may make it other money, and the words `behind` it.

    `is_gross` where the first of these say that tax goes off.
    """

    before: str
    other: str
    behind: str
    is_gross: bool


def is_pay(span: Span, words: Words, unit: PayUnit | None) -> bool:
    """Whether the words around an amount make it pay."""
    if not (span.marks or (span.is_scaled and (span.is_range or unit))):
        return False
    near = last_sentence(words.before)[-NEAR:]
    if PAID_BY_OTHERS.search(near) and not _IN_THIS_JOB.search(near):
        return False
    if PAY_BEHIND.match(words.behind):
        return True
    if _is_other(span, words, near):
        return False
    if span.marks and (words.is_gross or DEPENDS_BEHIND.match(words.behind) or _is_headline(span, words, unit)):
        return True
    if not span.is_range and unit is None:
        return PLAIN_PAY_WORDS.search(near) is not None and not _BETWEEN_LEAD.search(near)
    return _is_pay_range(span, words, unit)


def _is_other(span: Span, words: Words, near: str) -> bool:
    """Whether an amount is plainly other money."""
    if _is_other_before(words, near):
        return True
    if is_of_other_money(words.behind) and not _is_labelled(span, near):
        return True
    joint = words.before[-_LONGEST_JOINT:]
    return _ENUMERATED.search(joint) is not None or (not span.is_range and _ADDED.search(joint) is not None)


def _is_other_before(words: Words, near: str) -> bool:
    """Whether the last word before an amount that says what it is for speaks of other money, or of other hours."""
    own = last_sentence(words.other)[-NEAR:]
    if _PARTS_OF_PAY.search(own):  # "total compensation (base + bonus): "
        return False
    other, side = _since(OTHER_MONEY, own), _since(SIDE_PAY, own)
    if min(other, side) == _FAR:
        return False
    since_pay = _since(PAY_WORDS, near)
    return other < since_pay or side <= min(since_pay, NEAR)


def _is_labelled(span: Span, near: str) -> bool:
    """Whether a range stands right behind "salary:", so that the words behind it go on to something else."""
    return span.is_range and span.ends()[0] >= LEAST_YEAR and _is_behind_label(near)


def _is_headline(span: Span, words: Words, unit: PayUnit | None) -> bool:
    """Whether an amount fills a part of a headline, or opens a line: "Accountant | Leeds | Up to £45,000 + bonus"."""
    if span.ends()[0] < LEAST_YEAR or unit not in {None, PayUnit.YEAR}:
        return False
    if _PART_BEFORE.search(words.before):
        return _PART_BEHIND.match(words.behind) is not None
    opening = _OPENING.search(words.before)
    if opening is None:
        return False
    if opening["word"] and (unit or span.is_range):
        return True
    is_alone = unit is not None and not words.behind.strip(" .")
    return is_alone or MORE_BEHIND.match(words.behind) is not None


def _is_pay_range(span: Span, words: Words, unit: PayUnit | None) -> bool:
    """Whether a range, or an amount with its period, is pay: what is paid by the hour nearly always is."""
    low = span.ends()[0]
    if (span.is_range or unit) and MORE_BEHIND.match(words.behind):
        return True
    is_short = (unit is PayUnit.HOUR and low >= _LEAST_HOUR) or (
        unit is PayUnit.DAY and span.is_range and low >= _LEAST_DAY
    )
    is_of_us = not _tells_of_others(words.before)
    if span.marks and is_short and is_of_us:
        return True
    near = words.before.lower() if unit and span.is_range and is_of_us else last_sentence(words.before)
    if unit and span.is_range and EARN_WORDS.search(near):
        return True
    if PLAIN_PAY_WORDS.search(near):
        return True
    return bool(span.marks) and _since(PAY_WORDS, near) < (_FAR if span.is_range else _CLOSE_WORD)


def _tells_of_others(before: str) -> bool:
    """Whether an amount ends a sentence in prose that speaks of nobody here, and of no job."""
    sentence = SENTENCE_END.split(before[before.rfind("\n") + 1 :])[-1]
    return len(_SMALL_WORD.findall(sentence)) >= _PROSE and _ABOUT_US.search(sentence) is None


def is_rate(span: Span, context: str, unit: PayUnit | None, currency: str | None, *, is_known_pay: bool) -> bool:
    """Whether small figures without a period are pay all the same: "Pay range: $28 - $32" leaves the hour unsaid."""
    near = last_sentence(context)[-_CLOSE:]
    if unit is not None or span.ends()[0] < _LEAST_HOUR or not (is_known_pay or PLAIN_PAY_WORDS.search(near)):
        return False
    if span.is_range:
        return len(span.marks) > 1
    is_sized = span.high.number < _MOST_HOUR and currency in _DEAR
    return is_sized and (span.is_open_below or is_least(context) or _is_behind_label(near))


def is_least(context: str) -> bool:
    """Whether the sentence states the least that is paid."""
    return LEAST_PAY.search(last_sentence(context)) is not None


def _is_behind_label(near: str) -> bool:
    """Whether text ends with a word for pay and what parts it from its amount: "Wage: ", "salary range is "."""
    gap = near[max(0, len(near) - _since(PLAIN_PAY_WORDS, near)) :]
    return _LABEL_GAP.fullmatch(gap) is not None


def is_plausible(low: Decimal, high: Decimal, unit: PayUnit | None, currency: str | None) -> bool:
    """Small figures without a period are counts or perks, large ones by the hour are mistakes."""
    if currency and currency in _DEAR and unit and not _LEAST_DEAR[unit] <= low <= high <= _MOST_DEAR.get(unit, high):
        return False
    if unit is PayUnit.HOUR:
        return high < 100_000
    return low >= 1000 if unit in (None, PayUnit.YEAR) else True


def fills_line(line: str, span: Span, end: int) -> bool:
    """Whether a line holds nothing but a range or an amount with its period, which ends at `end`."""
    return not (_WORD.search(line, 0, span.low.mark) or _WORD.search(line, end))


def is_of_other_money(tail: str) -> bool:
    """Whether the words behind an amount say that it is for something else than work."""
    return OTHER_MONEY.search(BEHIND_ENDS.split(tail, maxsplit=1)[0]) is not None


def tail_of(line: str, end: int) -> str:
    """The few words behind an amount, in small letters."""
    found = _TAIL.match(line, end)
    return found[0].lower() if found else ""


def last_sentence(text: str) -> str:
    """The sentence that a text breaks off in, in small letters."""
    return SENTENCE_END.split(text)[-1].lower()


def _since(words: re.Pattern[str], text: str) -> int:
    """How many characters follow the last of these words; more than any text has where there is none."""
    return min((len(text) - found.end() for found in words.finditer(text)), default=_FAR)


def unit_at(line: str, span: Span) -> tuple[PayUnit | None, int]:
    """The period behind either end, as in "$40 - $50/hr" or "$40/hr - $50/hr", and where the words behind go on."""
    unit, end = unit_behind(line, span.high.end)
    if LAKH_A_YEAR.search(line[span.high.start : span.high.end].lower()):
        return PayUnit.YEAR, end
    return unit or unit_behind(line, span.low.end)[0], end


def names_lakhs_a_year(line: str, span: Span) -> bool:
    """Whether an amount is written in "LPA", which nothing but pay is, and not paid to others."""
    if "lpa" not in line[span.high.start : span.high.end].lower():
        return False
    return PAID_BY_OTHERS.search(line[max(0, span.low.mark - NEAR) : span.low.mark].lower()) is None
