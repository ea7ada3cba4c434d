"""Which words name a period or a currency of pay, and which make an amount pay and not funding, equity or a budget."""

import re
from functools import cache, lru_cache
from itertools import product
from string import digits

from ahocorasick_rs import BytesAhoCorasick, Implementation

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
UNIT_BEHIND = re.compile(
    rf"[\s)]*(?:(?:brutto|brut|gross)\s+)?(?:{_PER}\s*(?:{_ANY_UNIT})|{_ANY_SPOKEN}|p\.?\s?a)(?![a-z])", re.IGNORECASE
)
#: what joins the two ends of a range, with the first end's period
BETWEEN = re.compile(
    rf"\s*(?:(?:/|\bper\s)\s*(?:{_ANY_UNIT})\b\.?)?\s*"
    r"(?:[-\u2013\u2014\u2212~\u301c]+(?:\s*and\b)?|\bto\b|\band\b|\bup to\b|\bbis\b|\bà\b)\s*",
    re.IGNORECASE,
)

_SIGNS = {
    "US$": "USD", "USD$": "USD", "CA$": "CAD", "C$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "€": "EUR",
    "£": "GBP", "₹": "INR", "₩": "KRW", "₪": "ILS", "zł": "PLN", "₱": "PHP", "₫": "VND", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "฿": "THB", "Kč": "CZK", "RM": "MYR", "Rp": "IDR",
}  # fmt: skip
#: signs that several countries use: the country of the job decides, else nothing does
_SHARED_SIGNS = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CO": "COP",
        "CL": "CLP", "AR": "ARS", "TW": "TWD",
    },
    "¥": {"JP": "JPY", "CN": "CNY"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK"}, "Rs": {"IN": "INR", "PK": "PKR", "LK": "LKR"},
}  # fmt: skip
#: codes that job ads write beside an amount; the other ISO codes are too often words
CODES = (
    "USD|CAD|EUR|GBP|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|KRW|BRL|MXN|ILS|ZAR|AED|SAR|MYR"
    "|PHP|THB|IDR|VND|TWD|UAH|COP|CLP|ARS|NGN|KES|EGP|PKR"
)
#: marks that stand behind an amount, beside the codes
SIGNS_BEHIND = "€|[eE]uros?|zł|kr|Kč|₫|₽"
SIGNS = "|".join(re.escape(sign) for sign in sorted([*_SIGNS, *_SHARED_SIGNS], key=len, reverse=True))
#: what every amount of pay has by it: a mark, or a number written in thousands or lakhs
_MARKS = (*"$€£¥₹₩₪₱₫₺₴₦฿", "zł", "kr", "Kč", "Rs", "RM", "Rp", "euro", "Euro", *CODES.split("|"))
_SCALES = map("".join, product(digits, ("", *" \t\u00a0\u202f"), "kKlL"))
_MONEY = BytesAhoCorasick([mark.encode() for mark in (*_MARKS, *_SCALES)], implementation=Implementation.DFA)


def may_name_money(line: str) -> bool:
    """Whether a line could speak of money: looked for before anything else, because most lines do not."""
    return bool(_MONEY.find_matches_as_indexes(line.encode("utf-8", "replace")))


#: words for pay that also mean other things; enough beside a range, or an amount with its period
PAY_WORDS = re.compile(
    r"\b(?:salary|salaries|compensation|comp|pay|paid|pays|wage|wages|earnings?|remuneration|ctc|ote|gehalt|jahresgehalt"
    r"|vergütung|salaire|rémunération|salario|salário|remuneração|stipendio|salaris|hourly|rates?"
    r"|(?:base|cash|hiring) range|base(?=\s*:)|range for th(?:is|e) (?:role|position|job)"
    r"|fee for this (?:role|position))\b",
    re.IGNORECASE,
)
#: those that make even a lone amount pay
PLAIN_PAY_WORDS = re.compile(
    r"\b(?:salary|salaries|compensation|comp|base pay|pay (?:range|rate)|(?:hourly|day|weekly|monthly) (?:rate|pay)"
    r"|wage|remuneration|ctc|ote|on-target earnings|gehalt|jahresgehalt|salaire|rémunération|salario|salário|stipendio"
    r"|salaris)\b",
    re.IGNORECASE,
)
#: what makes the amount before it pay: "$90,000 base salary"
PAY_BEHIND = re.compile(
    r"[^\w.!?;|]*(?:(?:annual|annually|yearly|base|gross|starting|total|target|cash|brut|brutto)\W+){0,2}"
    r"(?:salary|compensation|comp|base|base pay|ote|on-target|gehalt|salaire|salario)\b",
    re.IGNORECASE,
)
#: what is added to pay and to nothing else: "$170k-$210k + equity"
MORE_BEHIND = re.compile(
    r"\s*,?\s*(?:\+|plus\b)\s*(?:\w+ ){0,2}(?:equity|bonus(?:es)?|commissions?|stock|benefits)\b", re.IGNORECASE
)
#: where the words behind an amount turn to something else: "$90,000, plus equity" is no equity
BEHIND_ENDS = re.compile(r"[+,;.()|\u2022]|\b(?:plus|and|with|as well|depending|based)\b", re.IGNORECASE)
#: "12-18 LPA" is lakhs a year
LAKH_A_YEAR = re.compile(r"\bl?pa\b|\dlpa\b", re.IGNORECASE)
#: what leaves an amount's other end open
AT_MOST = re.compile(
    r"(?:\bup to|\bmax(?:imum)?\.?(?: of)?|\bbis(?: zu)?|\bjusqu'à|\bhasta|\btot)[:\s]*\Z", re.IGNORECASE
)
AT_LEAST = re.compile(
    r"\b(?:from|starts? at|starting(?: at| from)?|min(?:imum)?\.?(?: of)?|at least|ab|à partir de|desde|vanaf)[:\s]*\Z",
    re.IGNORECASE,
)
OTHER_MONEY = re.compile(
    r"\b(?:funding|funded|raised?|series [a-f]|valuation|valued|revenues?|arr|acvs?|tcv|gmv|gtv|aum|assets|equity"
    r"|options|rsus?|stock|shares|credits?|budgets?|bonus(?:es)?|sign-on|signing|referral|refer|reimburse\w*|allowance"
    r"|401\s?\(?k\)?|match|matching|savings|contracts|contract values?|deals?|gift|quota|portfolio"
    r"|market (?:size|cap\w*|value|share)|customers|transactions|volume|sales of|loans?|investment|invested|investors?"
    r"|insurance|perks?|per diem|wellness|wellbeing|learning|education|commut\w*|relocation|stipends?|tuition"
    r"|contributions?|expenses?|costs?|spend|spent|spending|prices?|pricing|priced|donat\w*|grants?|prizes?|scholarships?"
    r"|fertility|coverage|premiums?|hsa|fsa|hra|deductible|home office)\b",
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
    if sign.lower().startswith("euro"):
        return "EUR"
    if sign in _SHARED_SIGNS:
        return _SHARED_SIGNS[sign].get(country or "")
    return _SIGNS.get(sign, sign)
