"""Amounts of money as written in one line, and which of them are two ends of a range. What for, others decide."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from pipelines.normalise.pay.marks import CODES, IN_FRONT, IN_MILLIONS, SIGNS, SIGNS_BEHIND
from pipelines.normalise.pay.words import AT_LEAST, AT_MOST, BETWEEN, BETWEEN_LEAD

#: no honest line states more
_MOST_NUMBERS = 1000
_NUMBER = re.compile(  # begins with a digit, which the engine looks for fast
    r"\d(?<![\d.,]\d)(?:\d{0,2}(?:[.,'\u2019 \u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?"
    r"|\d?(?:,\d{2})+,\d{3}|\d*(?:[.,]\d{1,2})?)(?!\d)"
)
_BEFORE = re.compile(rf"(?:\b({CODES})\s*)?({SIGNS})?\.?\s*\Z")
_THOUSAND, _MILLION = Decimal(1000), Decimal(1_000_000)
_LONGEST_MARK = 9
_LONGEST_AFTER = 40  # characters that a scale and a mark behind a number take, with the blanks before them
#: what a mark before an amount ends with
_ENDS_OF_MARKS = frozenset(f".{''.join(mark[-1] for mark in (*CODES.split('|'), *IN_FRONT))}")
_SCALES = {
    **dict.fromkeys(("k", "t", "tys", "tis", "tsd", "тыс", "ezer", "mii", "mil"), _THOUSAND),
    **dict.fromkeys(("triệu", "juta", "jt", "m", "mln"), _MILLION),
    "million": _MILLION,
    "l": Decimal(100_000),
}
_CURRENCY_OF_SCALE = {"l": "INR", "triệu": "VND", "juta": "IDR"}
_AFTER = re.compile(
    rf"(?:[.,/][-\u2013\u2014]{{1,2}}(?!\d))?\s*"
    r"(?:(?P<k>[kK])\b|(?P<bare_lakh>L)\b|(?i:(?P<lakh>l)(?:akhs?|acs?|pa)\b|(?P<word>tys|tis|tsd|тыс|ezer|mii"
    r"|triệu|juta|jt|t(?=kr\b|\s?(?:€|eur\b))|mil(?=\s(?:pesos|euros|reais)))(?:(?=kr)|\b\.?)))?"
    rf"\s*(?:(?P<mark>{CODES}|{SIGNS_BEHIND})(?!\w)(?:(?<=kr)\.|(?<=руб)\.|(?<=лв)\.)?)?"
)
_NO_MARKS: set[str | None] = {None}
_STEPS = tuple(f"{word} " for step in ("step", "grade", "level", "stufe") for word in (step, step.title()))
_RUPEES = {"₹", "INR", "Rs"}
_RUPEES_TO = re.compile(r"(?:₹|\bINR|\bRs\.?)\s?\d[\d.]{0,4}\s?L?\s?(?:[-\u2013\u2014~]|to)\s?\Z")
_MILLIONS_BEHIND = re.compile(r"\s*(m|mln|million)\b", re.IGNORECASE)
_IN_MILLIONS = "|".join(map(re.escape, sorted(IN_MILLIONS)))
#: the same where the currency stands at the other end, or behind: "7M - 10M JPY", "JPY 7M - 10M"
_MILLIONS_OF = re.compile(
    rf"\s*(m|mln|million)\b(?=\s*(?:(?:[-\u2013\u2014~]|to\b)\s*\d[\d.]*\s*(?:m|mln|million)\b\s*)?(?:{_IN_MILLIONS}))",
    re.IGNORECASE,
)
_MILLIONS_TO = re.compile(
    rf"(?:{_IN_MILLIONS})\s?\d[\d.]{{0,4}}\s?(?:m|mln|million)?\s?(?:[-\u2013\u2014~]|to\b)\s?\Z", re.IGNORECASE
)
_LARGE = re.compile(
    r"\s*(?:m(?:ln|rd|ld|dr)?\b|mm\b|mio\b|mill?i[oóõ]n|milh[aãoõ]|miljo|млн|млрд|bn?\b|billion|trillion"
    r"|milli?ard|miliar"
    r"|cr(?:ores?)?\b|[億亿억兆조]|m(?:sek|usd|eur|nok|dkk)\b|tỷ|%|\+?\s*years|/\d)",
    re.IGNORECASE,
)
_PLAN = re.compile(r"40[13]\s?\(?[kKbB]\b|1099\b")  # American retirement plans, and the form of contractors
_GROUP_SIGNS = re.compile(r"['\u2019\s]")
_DECIMALS = re.compile(r"[.,](\d{1,2})\Z")
_AND_MORE = re.compile(r"(?<!\s)\+(?!\w)|\s*(?:and|&) (?:up|above)\b|\s*or more\b", re.IGNORECASE)
_MIDPOINT = re.compile(r"\bmid-?point:?\s*\Z", re.IGNORECASE)
_BETWEEN_STEPS = re.compile(r"\s*(?:[,;/|]\s*(?:and\b\s*)?|and\b\s*)")
_LONGEST_JOINT = 60
_LONGEST_LEAD = 32  # characters that words such as "starting from" take


@dataclass(slots=True)
class Amount:
    """One number of a line with the currency marks and the scale ("k", lakh) at it, which begin at `mark`."""

    mark: int
    start: int
    end: int
    number: Decimal
    scale: Decimal | None
    marks: tuple[str, ...]


@dataclass(slots=True)
class Span:
    """One end or both of what may be pay: "$10 - $12" has both, "up to $12" the high one, "$12" is both at once."""

    low: Amount
    high: Amount
    is_range: bool
    is_open_below: bool = False
    is_open_above: bool = False

    @property
    def marks(self) -> list[str]:
        """The currency marks at both ends, the high end's first."""
        return [*self.high.marks, *self.low.marks]

    @property
    def is_scaled(self) -> bool:
        """Whether thousands or lakhs are written at it."""
        return self.high.scale is not None

    def ends(self) -> tuple[Decimal, Decimal]:
        """Both ends in full: in "$120-150K" and "$154-190,000" the thousands are said once for both."""
        low, high = self.low, self.high
        scale = low.scale or (high.scale if low.number < 1000 else None)
        minimum = low.number * (scale or 1)
        maximum = high.number * (high.scale or (low.scale if low.scale and high.number < 1000 else None) or 1)
        if scale is None and minimum < 1000 <= minimum * 1000 <= maximum:
            minimum *= 1000
        return minimum, maximum


def spans_of(line: str) -> Iterator[Span]:
    """Pairs of amounts joined as a range, and the amounts that stand alone."""
    amounts = list(_amounts(line))
    index = 0
    while index < len(amounts):
        low = amounts[index]
        steps = _steps(line, amounts, index)
        if steps > 2:
            yield Span(low, amounts[index + steps - 1], is_range=True)
            index += steps
            continue
        index += 1
        if index < len(amounts) and (span := _joined(line, low, amounts[index])):
            yield span
            index += 1
        else:
            yield _alone(line, low)


def _steps(line: str, amounts: list[Amount], first: int) -> int:
    """How many amounts from this one on are the steps of a scale: "$27.02, $28.66, $30.40"."""
    last = first
    while last + 1 < len(amounts) and _is_next_step(line, amounts[last], amounts[last + 1]):
        last += 1
    return last - first + 1


def _is_next_step(line: str, one: Amount, other: Amount) -> bool:
    is_listed = _BETWEEN_STEPS.fullmatch(line, one.end, other.mark) is not None
    return is_listed and bool(one.marks and other.marks) and one.number < other.number and one.scale == other.scale


def _joined(line: str, low: Amount, high: Amount) -> Span | None:
    """Both as a range. Not the other way round: "up to 65K and 15K bonus" are two."""
    if high.mark - low.end > _LONGEST_JOINT or not (low.marks or high.marks or high.scale):
        return None
    joint = BETWEEN.fullmatch(line[low.end : high.mark].lower())
    if joint is None:
        return None
    is_weak = joint["weak"] or (joint["and"] and low.mark > 0)  # "between" may stand in the line before
    if is_weak and not BETWEEN_LEAD.search(_lead(line, low)):
        return None
    is_marked = line[high.mark : high.start].strip()
    if is_marked and low.number < 1000 and not low.marks and high.scale is None:
        return None  # "in zone 2 and $16,000"
    span = Span(low, high, is_range=True)
    minimum, maximum = span.ends()
    return span if minimum <= maximum else None


def _alone(line: str, amount: Amount) -> Span:
    if not amount.marks:
        return Span(amount, amount, is_range=False)
    lead = _lead(line, amount)
    is_more = AT_LEAST.search(lead) or _AND_MORE.match(line, amount.end)
    return Span(amount, amount, is_range=False, is_open_below=bool(AT_MOST.search(lead)), is_open_above=bool(is_more))


def _lead(line: str, amount: Amount) -> str:
    return line[max(0, amount.mark - _LONGEST_LEAD) : amount.mark].lower()


def _amounts(line: str) -> Iterator[Amount]:
    for found in islice(_NUMBER.finditer(line), _MOST_NUMBERS):
        if amount := _amount(line, found):
            yield amount


def _amount(line: str, found: re.Match[str]) -> Amount | None:
    """The number with what stands at it; None where it is too large for pay, or a part of a word."""
    mark, code, sign = _before(line, found.start())
    in_front = {code, sign}
    if _PLAN.match(line, found.start()) or (in_front == _NO_MARKS and _is_in_word(line, found.start())):
        return None
    if in_front != _NO_MARKS and _MIDPOINT.search(line, max(0, mark - _LONGEST_LEAD), mark):
        return None
    millions = _MILLIONS_BEHIND.match(line, found.end()) if IN_MILLIONS & in_front else None
    if millions is None and _LARGE.match(line, found.end(), found.end() + _LONGEST_AFTER):
        millions = _millions_of_other_end(line, found)
        if millions is None:
            return None
    end = millions.end() if millions else found.end()
    after = _AFTER.match(line, end, end + _LONGEST_AFTER)
    if after is None:
        return None
    if after["bare_lakh"] and not (_RUPEES & in_front or _RUPEES_TO.search(line, 0, found.start())):
        return None
    scale = (millions[1] if millions else _scale(after)).lower()
    marks = (code, after["mark"], sign, _CURRENCY_OF_SCALE.get(scale))
    return Amount(
        mark,
        found.start(),
        after.end(),
        _number(found[0]),
        _SCALES.get(scale),
        tuple(filter(None, marks)),
    )


def _millions_of_other_end(line: str, found: re.Match[str]) -> re.Match[str] | None:
    """The "M" behind a number whose currency stands at the other end of its range, or behind it."""
    millions = _MILLIONS_BEHIND.match(line, found.end())
    if millions is None:
        return None
    at_front = _MILLIONS_TO.search(line, max(0, found.start() - _LONGEST_LEAD), found.start())
    return millions if at_front else _MILLIONS_OF.match(line, found.end())


def _scale(after: re.Match[str]) -> str:
    return after["k"] or after["lakh"] or after["bare_lakh"] or after["word"] or ""


def _before(line: str, start: int) -> tuple[int, str | None, str | None]:
    """Where the marks before a number begin, and its code and sign."""
    near = line[max(0, start - _LONGEST_MARK) : start]
    bare = near.rstrip()
    if bare and bare[-1] in _ENDS_OF_MARKS and (found := _BEFORE.search(line, start - len(near), start)):
        return found.start(), found[1], found[2]
    return start - len(near) + len(bare), None, None


def _is_in_word(line: str, start: int) -> bool:
    """Whether a number ends a word, or numbers a step of a scale."""
    return line[start - 1 : start].isalpha() or line.endswith(_STEPS, 0, start)


def _number(written: str) -> Decimal:
    """A number whichever sign groups it: one or two digits behind the last sign are decimals, three are a group."""
    if written.isascii() and written.isdigit():
        return Decimal(written)
    compact = _GROUP_SIGNS.sub("", written)
    decimals = _DECIMALS.search(compact)
    whole = compact[: decimals.start()] if decimals else compact
    return Decimal(whole.replace(".", "").replace(",", "") + (f".{decimals[1]}" if decimals else ""))
