"""Which of the amounts read from one text are its pay, where one says more than another or the same over again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from pipelines.normalise.pay.found import LEAST_YEAR, WIDEST, FoundPay
from pipelines.normalise.pay.restated import is_said_again, is_same_in_full
from warehouse.vocabulary import PayUnit

_A_YEAR = {
    PayUnit.HOUR: 2080, PayUnit.DAY: 240, PayUnit.WEEK: 52, PayUnit.MONTH: 12, PayUnit.YEAR: 1,
}  # fmt: skip
#: how far the same pay for another period may lie off: hours a week and months a year differ
_LEAST_SHARE, _MOST_SHARE = Decimal("0.6"), Decimal("1.6")
_LEAST_WHOLE = 1000
_MOST_PERIODS = 12  # pays that a later one may be for another period


@dataclass(frozen=True, slots=True)
class Read:
    """Pay read, and how sure: `is_named` where a word for pay is at it.

    `gap` is what stands between it and the pay right before it in its line.
    """

    pay: FoundPay
    is_range: bool
    is_on_target: bool
    is_named: bool
    gap: str | None = None

    @property
    def is_firm(self) -> bool:
        """Whether it is pay beside a range, too."""
        return self.is_range or self.pay.unit is not None


def surest(read: list[Read]) -> list[FoundPay]:
    """Those that are pay beside each other. What is earned at the target of sales is only where no base is stated."""
    read = [one for one in _with_ends_joined(list(_without_said_again(read))) if one.is_firm or _is_whole(one.pay)]
    read = [one for one in read if not one.is_on_target] or read
    firm = [one for one in read if one.is_firm] or read
    ranges = [one.pay for one in firm if one.is_range]
    kept = [
        one for one in firm
        if (one.is_named or _fits_first(one.pay, ranges) if one.is_range else not ranges or _says_more(one.pay, ranges))
    ]  # fmt: skip
    return [one.pay for one in kept]


def _without_said_again(read: list[Read]) -> Iterator[Read]:
    """Those read, without the same pay over again for another period or in another currency."""
    for index, one in enumerate(read):
        is_again = one.gap is not None and is_said_again(read[index - 1].pay, one.pay, one.gap)
        if not is_again and not any(is_same_in_full(each.pay, one.pay) for each in read[: min(index, _MOST_PERIODS)]):
            yield one


def _with_ends_joined(read: list[Read]) -> Iterator[Read]:
    """Those read, with "minimum salary: $50,000" and the "maximum salary: $70,000" behind it as one range."""
    index = 0
    while index < len(read):
        one = read[index]
        joined = _joined(one.pay, read[index + 1].pay) if index + 1 < len(read) else None
        yield replace(one, pay=joined, is_range=True) if joined else one
        index += 2 if joined else 1


def _is_whole(pay: FoundPay) -> bool:
    """Whether a lone amount without a period says something alone: one end of a rate does not."""
    return (pay.minimum or pay.maximum or 0) >= _LEAST_WHOLE or None not in (pay.minimum, pay.maximum)


def _joined(low: FoundPay, high: FoundPay) -> FoundPay | None:
    if low.maximum is not None or low.minimum is None or high.minimum is not None or high.maximum is None:
        return None
    if low.currency != high.currency or not low.minimum < high.maximum <= low.minimum * WIDEST:
        return None
    return replace(low, maximum=high.maximum, unit=low.unit or high.unit)


def _says_more(lone: FoundPay, ranges: list[FoundPay]) -> bool:
    """Whether a lone amount says something that the ranges do not: no part of one, no pay for something else.

    Pay for another period is for something else unless it comes to about the same: for a trial, for being on call.
    """
    amount = lone.minimum or lone.maximum
    if amount is None or lone.unit is None:
        return False
    same = [each for each in ranges if each.unit is lone.unit]
    if any((each.minimum or 0) <= amount <= (each.maximum or 0) for each in same):
        return False
    return any(_is_about(amount * _A_YEAR[lone.unit], each) for each in same or ranges)


def _fits_first(pay: FoundPay, ranges: list[FoundPay]) -> bool:
    """Whether a range that no word calls pay is one of several for the same period, or the same for another."""
    first = ranges[0]
    if pay.unit is first.unit or pay.unit is None or (first.unit is None and (first.minimum or 0) < LEAST_YEAR):
        return True
    ends = ((pay.minimum, first.minimum), (pay.maximum, first.maximum))
    return all(
        own
        and other
        and _is_about(own * _A_YEAR[pay.unit or PayUnit.YEAR], replace(first, minimum=other, maximum=other))
        for own, other in ends
    )


def _is_about(amount: Decimal, pay: FoundPay) -> bool:
    a_year = _A_YEAR[pay.unit or PayUnit.YEAR]
    low, high = (pay.minimum or 0) * a_year, (pay.maximum or pay.minimum or 0) * a_year
    return low * _LEAST_SHARE <= amount <= high * _MOST_SHARE
