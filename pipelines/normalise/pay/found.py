"""What a text states as pay."""

from dataclasses import dataclass
from decimal import Decimal

from warehouse.vocabulary import PayUnit

#: no honest range spans more than this factor; one that only words around it make pay spans less
WIDEST = 12
WIDEST_IN_PROSE = 6
#: what says no period and is at least this is for a year
LEAST_YEAR = 15_000


@dataclass(frozen=True, slots=True)
class FoundPay:
    """A range a text states, with its own words. One end is None in "up to" and "from"."""

    minimum: Decimal | None
    maximum: Decimal | None
    currency: str | None
    unit: PayUnit | None
    text: str
    place: str | None = None
