"""Which words name a period or a currency of pay, and which make an amount pay and not funding, equity or a budget."""

import re
from functools import cache, lru_cache

from warehouse.vocabulary import PayUnit

#: words for a period; short forms that count only alone or behind "per" or "/"; words that make a sentence speak of it
_UNITS = (
    (PayUnit.HOUR, "hour|stunde|heure|hora|uur", "hr|hrs|h", "hourly|stundenlohn"),
    (PayUnit.DAY, "day|diem|jour|dia", "d|tag", "daily|day rate|tagessatz"),
    (PayUnit.WEEK, "week|woche|semaine|semana", "wk|w", "weekly"),
    (PayUnit.MONTH, "month|monat|mois|maand", "mo|mes|m", "monthly|monatlich|monatsgehalt|mensual"),
    (PayUnit.YEAR, "year|annum|jahr|jaar|ano|año", "yr|an|y", "annual|annually|annuali[sz]ed|yearly|jahresgehalt"),
)  # fmt: skip
_PER = r"(?:/|per\b|an?\b|pro\b|par\b|por\b)"
_ANY_UNIT = "|".join(f"{words}|{short}|{spoken}" for _, words, short, spoken in _UNITS)
_ANY_SPOKEN = "|".join(spoken for *_, spoken in _UNITS)
_STATED_UNITS = tuple(
    (unit, re.compile(rf"(?<![a-z])(?:{words}|{spoken})(?![a-z])|(?:\A|{_PER})\s*(?:{short})\b", re.IGNORECASE))
    for unit, words, short, spoken in _UNITS
)
_SPOKEN_UNITS = tuple(
    (unit, re.compile(rf"(?<![a-z])(?:{spoken}|per (?:{words}))(?![a-z])", re.IGNORECASE))
    for unit, words, _, spoken in _UNITS
)
#: a period written right behind an amount
UNIT_BEHIND = re.compile(rf"[\s)]*(?:{_PER}\s*(?:{_ANY_UNIT})|{_ANY_SPOKEN}|p\.?\s?a)(?![a-z])", re.IGNORECASE)
#: what joins the two ends of a range, with the first end's period
BETWEEN = re.compile(
    rf"\s*(?:(?:/|\bper\s)\s*(?:{_ANY_UNIT})\b\.?)?\s*"
    r"(?:[-\u2013\u2014\u2212~]+|\bto\b|\band\b|\bup to\b|\bbis\b|\bà\b)\s*",
    re.IGNORECASE,
)

_SIGNS = {
    "US$": "USD", "USD$": "USD", "CA$": "CAD", "C$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "€": "EUR",
    "£": "GBP", "₹": "INR", "₩": "KRW", "₪": "ILS", "zł": "PLN", "₱": "PHP", "₫": "VND", "₺": "TRY", "₴": "UAH",
    "₦": "NGN",
}  # fmt: skip
#: signs that several countries use: the country of the job decides, else nothing does
_SHARED_SIGNS = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CO": "COP",
        "CL": "CLP", "AR": "ARS", "TW": "TWD",
    },
    "¥": {"JP": "JPY", "CN": "CNY"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK"},
}  # fmt: skip
#: codes that job ads write beside an amount; the other ISO codes are too often words
CODES = (
    "USD|CAD|EUR|GBP|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|KRW|BRL|MXN|ILS|ZAR|AED|SAR|MYR"
    "|PHP|THB|IDR|VND|TWD|UAH|COP|CLP|ARS|NGN|KES|EGP|PKR"
)
SIGNS = "|".join(re.escape(sign) for sign in sorted([*_SIGNS, *_SHARED_SIGNS], key=len, reverse=True))
#: looked for before any pattern, because most lines have none
MONEY_MARKS = (*"$€£¥₹₩₪₱₫₺₴₦", "zł", " kr", *CODES.split("|"))

PAY_WORDS = re.compile(
    r"\b(?:salary|salaries|compensation|pay|paid|wage|wages|earnings?|remuneration|ote|gehalt|jahresgehalt|vergütung"
    r"|salaire|rémunération|salario|salário|remuneração|stipendio|salaris|hourly|rate)\b",
    re.IGNORECASE,
)
#: what makes the amount before it pay: "$90,000 base salary"
PAY_BEHIND = re.compile(
    r"\W*(?:(?:annual|annually|yearly|base|gross|starting|total|target|brut|brutto)\W+){0,2}"
    r"(?:salary|compensation|base pay|ote|on-target|gehalt|salaire|salario)\b",
    re.IGNORECASE,
)
OTHER_MONEY = re.compile(
    r"\b(?:funding|funded|raised?|series [a-f]|valuation|valued|revenues?|arr|gmv|gtv|aum|assets|equity|options|rsus?"
    r"|stock|shares|credits?|budgets?|bonus|sign-on|signing|referral|reimburse\w*|allowance|401\(?k\)?|match|savings|contracts?"
    r"|deals?|quota|portfolio|market|customers|transactions|volume|sales of|loans?|investment|invested|investors?"
    r"|insurance|perks?|per diem|wellness|learning|education|commute\w*|relocation|stipend)\b",
    re.IGNORECASE,
)


@lru_cache(4096)
def pay_unit(words: str | None) -> PayUnit | None:
    """The period that a field or a few words name; None where they name none or several."""
    return _only(_STATED_UNITS, (words or "").replace("_", " "))


def spoken_unit(sentence: str) -> PayUnit | None:
    """The period that a sentence speaks of: "annual salary", "per hour". A year of experience is none."""
    return _only(_SPOKEN_UNITS, sentence)


def _only(patterns: tuple[tuple[PayUnit, re.Pattern[str]], ...], text: str) -> PayUnit | None:
    found = [unit for unit, pattern in patterns if pattern.search(text)]
    return found[0] if len(found) == 1 else None


@cache
def _iso_currencies() -> frozenset[str]:
    import pycountry

    return frozenset(currency.alpha_3 for currency in pycountry.currencies)


def currency_of_code(stated: str | None) -> str | None:
    """ISO 4217 of a code, or of a sign that only one currency uses."""
    code = (stated or "").strip().upper()
    return code if code in _iso_currencies() else _SIGNS.get(code)


def currency_of_sign(sign: str, country: str | None) -> str | None:
    """ISO 4217 of a sign or code beside an amount, by the country of the job where several countries use the sign."""
    if sign in _SHARED_SIGNS:
        return _SHARED_SIGNS[sign].get(country or "")
    return _SIGNS.get(sign, sign)
