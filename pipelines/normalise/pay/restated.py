"""One pay said twice, for two periods or in two currencies: "$31-36 hourly (about $65-75k a year)"."""

import re
from decimal import Decimal
from itertools import product

from pipelines.normalise.pay.found import LEAST_YEAR, FoundPay
from warehouse.vocabulary import PayUnit

_LONGEST_GAP = 60
_WORD = re.compile(r"\w+")
#: what stands between one pay and the same again
_SAYING_AGAIN = frozenset((
    "or", "also", "i", "e", "ie", "that", "is", "which", "equals", "equal", "equivalent", "to", "of", "about", "approx",
    "approximately", "around", "roughly", "circa", "ca", "comes", "works", "out", "translates", "converts",
    "equates", "equating", "amounts", "an", "a", "per", "the", "this", "so", "on", "at", "in", "for", "based",
    "basis", "it", "s", "annualized", "annualised", "annual", "annually", "yearly", "hourly", "daily", "weekly",
    "monthly", "year", "hour", "week", "month", "day", "full", "time", "fte", "hours", "hrs", "40", "2080", "pay",
    "salary", "rate", "range", "base", "gross", "total", "wage", "compensation", "usd", "eur", "gbp", "soit",
    "environ", "ou", "équivaut", "à", "brut", "entspricht", "das", "sind", "umgerechnet", "etwa", "rund", "oder",
    "brutto", "equivale", "equivalente", "o", "unos", "aproximadamente", "aprox", "bruto", "ongeveer", "dat",
    "czyli", "około", "co", "daje"
))  # fmt: skip
_ABOUT = re.compile(
    r"[~\u2248]|\b(?:about|approx\w*|around|roughly|circa|ca|equivalent|equals|converts|environ|umgerechnet|etwa|rund)\b"
)
#: how many of a period a year has, from a part of each week to months paid twice; and in full weeks
_IN_A_YEAR = {
    PayUnit.HOUR: (900, 2300), PayUnit.DAY: (180, 265), PayUnit.WEEK: (40, 53), PayUnit.MONTH: (11, 15),
    PayUnit.YEAR: (1, 1),
}  # fmt: skip
_FULL = {
    PayUnit.HOUR: (2080, 1950), PayUnit.DAY: (260,), PayUnit.WEEK: (52,), PayUnit.MONTH: (12,), PayUnit.YEAR: (1,),
}  # fmt: skip
_ROUNDED, _EXACT = Decimal("1.12"), Decimal("1.01")


def is_said_again(first: FoundPay, second: FoundPay, gap: str) -> bool:
    """Whether the words between two amounts of a line, and their sizes, make the second the first over again."""
    if len(gap) > _LONGEST_GAP or not _SAYING_AGAIN.issuperset(_WORD.findall(gap.lower())):
        return False
    if _is_converted(first, second) and second.unit in (None, first.unit):
        return _ABOUT.search(gap.lower()) is not None
    one, other = _unit(first), _unit(second)
    if one is other or one is None or other is None:
        return False
    low, high = _ratios(first, second)
    least, most = Decimal(_IN_A_YEAR[one][0]) / _IN_A_YEAR[other][1], Decimal(_IN_A_YEAR[one][1]) / _IN_A_YEAR[other][0]
    return all(least <= ratio <= most for ratio in (low, high)) and 1 / _ROUNDED <= high / low <= _ROUNDED


def is_same_in_full(first: FoundPay, second: FoundPay) -> bool:
    """Whether both ends are the same for full weeks, so that no words have to say that it is one pay."""
    one, other = _unit(first), _unit(second)
    if one is other or one is None or other is None or first.currency != second.currency:
        return False
    ratios = _ratios(first, second)
    return any(
        all(1 / _EXACT <= ratio * there / here <= _EXACT for ratio in ratios)
        for here, there in product(_FULL[one], _FULL[other])
    )


def _is_converted(first: FoundPay, second: FoundPay) -> bool:
    return first.currency is not None and first.currency != second.currency


def _ratios(first: FoundPay, second: FoundPay) -> tuple[Decimal, Decimal]:
    """How many times the first pay the second is, at the low end and at the high one."""
    return _low(second) / _low(first), _high(second) / _high(first)


def _low(pay: FoundPay) -> Decimal:
    return pay.minimum or pay.maximum or Decimal(1)


def _high(pay: FoundPay) -> Decimal:
    return pay.maximum or pay.minimum or Decimal(1)


def _unit(pay: FoundPay) -> PayUnit | None:
    """The period, a year for what is too much for any other."""
    return pay.unit or (PayUnit.YEAR if _low(pay) >= LEAST_YEAR else None)
