"""Pay ranges in running text: amounts that the words around them plainly make pay.

The nearest word before an amount says what it is for, unless the words right behind it say otherwise.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from pipelines.normalise.pay.amounts import Span, spans_of
from pipelines.normalise.pay.choice import Read, surest
from pipelines.normalise.pay.cjk import names_cjk_pay, pays_in_cjk
from pipelines.normalise.pay.context import (
    NEAR,
    SENTENCE_END,
    Words,
    is_least,
    is_of_other_money,
    is_pay,
    is_plausible,
    is_rate,
    last_sentence,
    names_lakhs_a_year,
    tail_of,
    unit_at,
)
from pipelines.normalise.pay.found import WIDEST, WIDEST_IN_PROSE, FoundPay
from pipelines.normalise.pay.lines import Line, has_own_label, is_own_line, unit_below
from pipelines.normalise.pay.marks import currency_of_sign, may_name_money
from pipelines.normalise.pay.other import OTHER_MONEY
from pipelines.normalise.pay.places import country_in, place_in
from pipelines.normalise.pay.units import spoken_unit
from pipelines.normalise.pay.words import (
    BEHIND_ENDS,
    GROSS_BEHIND,
    ON_TARGET,
    ON_TARGET_OF_LAST,
    ON_TARGET_OF_NEXT,
    PAY_WORDS,
)
from warehouse.vocabulary import PayUnit

#: a number of two digits, or one that something behind it makes large: "5 LPA", "8k - 9k", "1.5万"
_NUMBER = re.compile(rb"0(?:0| ?[lL](?:PA|a[ck])|[kK] ?(?:[-?/]|to |a |per)|[mM] ?(?:[-?]|to |JPY)|\?| ?(?:juta|tri))")
_DIGITS = bytes.maketrans(b"123456789", b"000000000")
_LABEL = re.compile(r"(?:\A|[;|\u2022,.)]|- )\s*([^;|\u2022,.):]{2,40})[:(]\s*\Z")
_MOST_RANGES = 12
_MOST_LINES = 1000  # with a number in them; no posting has more
_REACH = 160  # characters before an amount that may say what it is
_ITEMS_BACK = 12
_LIST_GAP = 60  # characters between two ranges of one list
_LIST_SPREAD = 4  # how many times another the ranges of one list may be
_CLAUSE = re.compile(r"\W*(?:we|our|they|you(?:'ll|\u2019ll)?)\b(?!.*:\s*\Z)", re.IGNORECASE)  # opens no item of a list
_GLANCE = 40  # characters of the line behind one that ends with an amount


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
    What is earned at the target of sales counts only where no base is stated.
    """
    known = _Known(country, unit, is_pay)
    read: list[Read] = []
    listed: FoundPay | None = None
    listed_end = 0
    for start, line in islice(_lines_with_numbers(text), _MOST_LINES):
        if not may_name_money(line):
            continue
        if names_cjk_pay(line, before := _line_before(text, start)):
            read += [Read(pay, True, False, True) for pay in pays_in_cjk(line, before, country)]
            continue
        if start - listed_end > _LIST_GAP:
            listed = None
        after = text[start + len(line) + 1 : start + len(line) + _GLANCE].partition("\n")[0]
        found = list(_pays_in_line(Line(line, before, after, listed), known))
        read += found
        if found and found[-1].is_firm:
            listed, listed_end = found[-1].pay, start + len(line)
    return surest(read)[:_MOST_RANGES] if read else []


def _lines_with_numbers(text: str) -> Iterator[tuple[int, str]]:
    """Each line that holds a number of two digits or more, or of thousands, lakhs or 万, after where it starts."""
    digits = text.encode("ascii", "replace").translate(_DIGITS)  # a byte a character, so places stay
    number = _NUMBER.search(digits)
    while number:
        start, stop = text.rfind("\n", 0, number.start()) + 1, text.find("\n", number.start())
        end = stop if stop >= 0 else len(text)
        yield start, text[start:end]
        number = _NUMBER.search(digits, end)


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


def _pays_in_line(line: Line, known: _Known) -> Iterator[Read]:
    spans = list(spans_of(line.text))
    pays: list[FoundPay | None] = []
    end, listed = 0, line.listed
    for span in spans:
        if not (span.marks or span.is_scaled):  # a bare number is no money, and parts no list
            pays.append(None)
            continue
        pay = _read(line, span, end, known) or _listed(line, span, end, listed, known)
        pays.append(pay)
        end = span.high.end
        listed = pay if pay and span.is_range else None
    _read_backwards(line.text, spans, pays, known)
    for index, (span, pay) in enumerate(zip(spans, pays, strict=True)):
        if pay:
            start = spans[index - 1].high.end if index else 0
            around = _around(line.text, span, start)
            is_named = PAY_WORDS.search(around) is not None
            gap = (
                line.text[unit_at(line.text, spans[index - 1])[1] : span.low.mark]
                if index and pays[index - 1]
                else None
            )
            yield Read(pay, span.is_range, ON_TARGET.search(around) is not None, is_named, gap)


def _read_backwards(line: str, spans: list[Span], pays: list[FoundPay | None], known: _Known) -> None:
    """Fills in the ranges of a list that only its last one says to be pay: "L3: $10k - $20k; L4: $20k - $30k base"."""
    for index in range(len(spans) - 2, -1, -1):
        follower = pays[index + 1]
        if pays[index] is None and follower and spans[index + 1].is_range:
            pays[index] = _listed_before(line, spans[index], spans[index + 1], follower, known)


def _around(line: str, span: Span, start: int) -> str:
    lead = ON_TARGET_OF_LAST.sub("", last_sentence(line[max(start, span.low.mark - NEAR) : span.low.mark]))
    tail = ON_TARGET_OF_NEXT.sub("", tail_of(line, span.high.end))
    return f"{lead} {BEHIND_ENDS.split(tail, maxsplit=1)[0]}"


def _read(line: Line, span: Span, end: int, known: _Known) -> FoundPay | None:
    text = line.text
    lead = text[max(end, span.low.mark - _REACH) : span.low.mark]
    is_opening = span.low.start < _LIST_GAP - 20 or text.startswith("- ")
    is_apart = may_name_money(line.before)  # money in the line before has its words to itself
    if is_opening:
        context = f"\n{lead}" if is_apart and not span.is_range else f"{line.before[-_REACH:]}\n{lead}"
    else:
        context = lead
    other = lead if is_apart or has_own_label(lead) else context
    unit, behind = unit_at(text, span)
    tail = tail_of(text, behind)
    unit = unit or (None if tail.strip() else unit_below(line.after))
    is_gross = GROSS_BEHIND.match(text[span.high.end : behind + _GLANCE].lower()) is not None
    is_said = (known.is_pay and bool(span.marks)) or is_pay(span, Words(context, other, tail, is_gross), unit)
    if not (is_said or names_lakhs_a_year(text, span) or is_own_line(line, span, behind, unit)):
        return None
    spoken = spoken_unit(last_sentence(context)) if is_said else spoken_unit(line.before)
    if not is_said and line.listed:
        spoken = spoken or _unit_of_list(span, line.listed)
    return _found(text, span, unit or known.unit or spoken, context, known)


def _found(line: str, span: Span, unit: PayUnit | None, context: str, known: _Known) -> FoundPay | None:
    low, high = span.ends()
    label = _LABEL.search(line, max(0, span.low.mark - NEAR), span.low.mark)
    place = place_in(label[1]) if label else None
    currency = _currency(span.marks, country_in(place) or known.country)
    is_sized = is_plausible(low, high, unit, currency) or is_rate(
        span, context, unit, currency, is_known_pay=known.is_pay
    )
    if not (is_sized and 0 < low <= high <= low * (WIDEST if known.is_pay else WIDEST_IN_PROSE)):
        return None
    is_lowest = not span.is_range and is_least(context)
    return FoundPay(
        None if span.is_open_below else low,
        None if (span.is_open_above or is_lowest) and not span.is_open_below else high,
        currency,
        unit,
        line[span.low.mark : span.high.end].strip(),
        place,
    )


def _listed(line: Line, span: Span, end: int, before: FoundPay | None, known: _Known) -> FoundPay | None:
    """A range right behind a pay range is the next of a list: "Zone 1: $10k - $20k; Zone 2: $9k - $18k"."""
    gap = line.text[end : span.low.mark]
    if before is None or not span.is_range or not span.marks or len(gap) > _LIST_GAP:
        return None
    unit, behind = unit_at(line.text, span)
    if OTHER_MONEY.search(gap.lower()) or is_of_other_money(tail_of(line.text, behind)):
        return None
    if end == 0 and _CLAUSE.match(gap):
        return None
    found = _found(line.text, span, unit or _unit_of_list(span, before), gap, known)
    is_small = unit is None and span.ends()[0] * _LIST_SPREAD < (before.minimum or 0)
    return None if found and is_small and found.currency == before.currency else found


def _listed_before(line: str, span: Span, next_span: Span, after: FoundPay, known: _Known) -> FoundPay | None:
    """A range before a pay range of the same list, which alone says what the list is of."""
    gap = line[span.high.end : next_span.low.mark]
    is_list = span.is_range and span.marks and len(gap) <= _LIST_GAP and len(SENTENCE_END.split(gap)) == 1
    lead = last_sentence(line[max(0, span.low.mark - NEAR) : span.low.mark])
    if not is_list or OTHER_MONEY.search(gap.lower()) or OTHER_MONEY.search(lead):
        return None
    unit, _ = unit_at(line, span)
    return _found(line, span, unit or _unit_of_list(span, after), gap, known)


def _unit_of_list(span: Span, other: FoundPay) -> PayUnit | None:
    """The period of the other range of a list, where both are of one size."""
    low, size = span.ends()[0], other.minimum or other.maximum
    return other.unit if size and size / _LIST_SPREAD <= low <= size * _LIST_SPREAD else None


def _currency(marks: list[str], country: str | None) -> str | None:
    """The clearest mark decides: a code or a sign of one currency before a sign that several use."""
    found = (currency_of_sign(mark, country) for mark in sorted(marks, key=len, reverse=True))
    return next(filter(None, found), None)
