"""Pay ranges: the platform's own figures first, else those a description plainly states as pay.

Amounts stay as stated, never converted to another period. What is unknown stays null: a period is never assumed.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from pipelines.html import clean_line
from pipelines.normalise.pay.found import FoundPay
from pipelines.normalise.pay.marks import currency_of_code
from pipelines.normalise.pay.places import country_in, place_in
from pipelines.normalise.pay.text import pays_in_text
from pipelines.normalise.pay.units import pay_unit
from warehouse.readings import PayReading
from warehouse.vocabulary import PayUnit

_MOST = Decimal("999999999999.99")  # what DECIMAL(14,2) holds
_CENT = Decimal("0.01")
_ONE_TIME = re.compile(r"one[\s-]*time|\b1 time\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pay:
    """One pay range. `place` is set where the range holds for one place only."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str | None
    unit: PayUnit | None
    place: str | None
    text: str | None

    @property
    def amounts(self) -> tuple[Decimal | None, Decimal | None, str | None]:
        """The figures without what they are for."""
        return self.minimum, self.maximum, self.currency


def read_pays(stated: Sequence[PayReading], description: str | None, country: str | None) -> list[Pay]:
    """Every pay range once, the platform's in their order; those of the description only where it states none.

    `country` is where the job is: it tells which dollar a bare sign means.
    """
    pays = [pay for reading in stated for pay in _pays_of(reading, country)]
    if not pays and description:
        pays = [_found(pay, None) for pay in pays_in_text(description, country) if _fits(pay)]
    return _unique(pays)


def _unique(pays: Sequence[Pay]) -> list[Pay]:
    """Each range once; one without a place or period gives way to the same figures with it."""
    if len(pays) < 2:
        return list(pays)
    timed = {pay.amounts for pay in pays if pay.unit}
    pays = [pay for pay in pays if pay.unit or pay.amounts not in timed]
    placed = {(pay.amounts, pay.unit): pay for pay in reversed(pays) if pay.place}
    chosen = [pay if pay.place else placed.get((pay.amounts, pay.unit), pay) for pay in pays]
    unique: dict[tuple[object, ...], Pay] = {}
    for pay in chosen:
        unique.setdefault((pay.amounts, pay.unit, pay.place), pay)
    return list(unique.values())


def _pays_of(reading: PayReading, country: str | None) -> list[Pay]:
    unit_words = reading.unit or ""
    if _ONE_TIME.search(unit_words):
        return []
    title, text = clean_line(reading.place), clean_line(reading.text)
    place = place_in(title)
    unit = pay_unit(unit_words) or pay_unit(title)
    pay = _pay(reading.minimum, reading.maximum, currency_of_code(reading.currency), unit, place, text or title)
    if pay:
        return [pay]
    where = country_in(place) or country
    found = pays_in_text(text, where, unit=unit, is_pay=True) if text else []
    return [_found(each, place) for each in found if _fits(each)]


def _fits(pay: FoundPay) -> bool:
    """Whether the warehouse can hold what a text says; what is more is no pay."""
    return (pay.maximum or pay.minimum or 0) <= _MOST


def _found(pay: FoundPay, place: str | None) -> Pay:
    return Pay(pay.minimum, pay.maximum, pay.currency, pay.unit, place or pay.place, pay.text)


def _pay(
    low: object, high: object, currency: str | None, unit: PayUnit | None, place: str | None, text: str | None
) -> Pay | None:
    """A range in order; one figure alone is both ends only where the source says so twice. None without any figure."""
    minimum, maximum = _amount(low), _amount(high)
    if minimum is not None and maximum is not None and minimum > maximum:
        minimum, maximum = maximum, minimum
    if minimum is None and maximum is None:
        return None
    return Pay(minimum, maximum, currency, unit, place, text)


def _amount(stated: object) -> Decimal | None:
    """A positive amount of money that the warehouse can hold; zero, empty and absurd are unknown."""
    if stated is None or isinstance(stated, bool):
        return None
    try:
        amount = Decimal(str(stated).replace(",", "").strip())
        return amount.quantize(_CENT) if 0 < amount <= _MOST else None
    except InvalidOperation:
        return None
