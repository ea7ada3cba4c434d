"""What a vacancy pays: a range from its role's base, its title's level and its place. No wire format here."""

from dataclasses import dataclass

from spiders.sample_sites.material.dice import Dice
from spiders.sample_sites.material.vacancies import Place, Vacancy, data

#: first word found in the lower-case title decides; order matters
LEVELS = (
    (("chief", "cpo"), 2.1),
    (("vp ", "vice president"), 1.8),
    (("director", "head of", "leiter"), 1.5),
    (("group", "principal", "staff"), 1.35),
    (("lead", "senior", "sr."), 1.2),
    (("intern", "co-op", "werkstudent", "associate", "junior", "assistant", "coordinator"), 0.72),
)
#: unit of pay: (how many of them make a year, what the figures are rounded to)
UNITS = {"year": (1, 500), "month": (12, 50), "week": (46, 25), "day": (220, 10), "hour": (2080, 0.5)}
#: where a unit of money is small, figures are rounded more coarsely
COARSE = {"DKK": 10, "INR": 50}
#: the long one, as platforms write ranges
DASH = "\u2013"
SIGNS = {"USD": "$", "CAD": "CA$", "EUR": "€", "GBP": "£", "CHF": "CHF ", "DKK": "DKK ", "INR": "₹", "SGD": "SGD "}


@dataclass(frozen=True, slots=True)
class Pay:
    """A range of pay for one place."""

    minimum: float
    maximum: float
    currency: str
    unit: str

    def spoken(self) -> str:
        """The range in words for a person, lowest and highest joined by a dash."""
        sign = SIGNS[self.currency]
        return f"{sign}{self.minimum:,g} {DASH} {sign}{self.maximum:,g} a {self.unit}"


def pay_of(vacancy: Vacancy, place: Place) -> Pay:
    """The range that a vacancy pays in one of its places."""
    unit = vacancy.options.get("pay", "year")
    per_year, step = UNITS[unit]
    step *= COARSE.get(place.currency, 1)
    dice = Dice("pay", vacancy.company, vacancy.text_title, place.shown)
    middle = data(f"roles/{vacancy.role}.yaml")["base"] * 1000 * place.pay * _level(vacancy.text_title) / per_year
    low, high = middle * (88 + dice.below(6)) / 100, middle * (108 + dice.below(9)) / 100
    return Pay(_rounded(low, step), _rounded(high, step), place.currency, unit)


def _level(title: str) -> float:
    lowered = title.lower()
    return next((factor for words, factor in LEVELS if any(word in lowered for word in words)), 1.0)


def _rounded(amount: float, step: float) -> float:
    rounded = round(amount / step) * step
    return int(rounded) if rounded == int(rounded) else rounded
