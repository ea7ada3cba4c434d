"""Which signs and codes name a currency of pay, and whether a line has any of them."""

import re
from functools import cache
from itertools import product
from string import digits

from ahocorasick_rs import BytesAhoCorasick, Implementation

_SIGNS = {
    "US$": "USD", "USD$": "USD", "CA$": "CAD", "C$": "CAD", "CAD$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD",
    "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "€": "EUR",
    "£": "GBP", "₹": "INR", "₩": "KRW", "₪": "ILS", "zł": "PLN", "₱": "PHP", "₫": "VND", "₺": "TRY", "₴": "UAH",
    "₦": "NGN", "฿": "THB", "Kč": "CZK", "RM": "MYR", "Rp": "IDR", "Php": "PHP", "Ksh": "KES", "SFr.": "CHF",
    "TL": "TRY", "₽": "RUB", "руб": "RUB", "грн": "UAH", "Ft": "HUF", 'ש"ח': "ILS", "ש״ח": "ILS", "VNĐ": "VND",
    "lei": "RON", "円": "JPY", "원": "KRW", "reais": "BRL", "S/.": "PEN", "S/": "PEN", "GH₵": "GHS",
}  # fmt: skip
#: words for a currency, and a code that is none of ISO 4217
_WORDS = {
    "euro": "EUR", "euros": "EUR", "eur": "EUR", "eurot": "EUR", "euroa": "EUR", "eura": "EUR", "евро": "EUR",
    "ευρώ": "EUR", "rmb": "CNY", "rupees": "INR", "บาท": "THB", "лв": "BGN", "soles": "PEN", "złotych": "PLN",
    "korun": "CZK", "forint": "HUF", "рублей": "RUB", "гривень": "UAH", "franken": "CHF", "nis": "ILS",
}  # fmt: skip
#: signs that several countries use: the country of the job decides, else nothing does
_SHARED_SIGNS = {
    "$": {
        "US": "USD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "SG": "SGD", "HK": "HKD", "MX": "MXN", "CO": "COP",
        "CL": "CLP", "AR": "ARS", "TW": "TWD", "PR": "USD",
    },
    "¥": {"JP": "JPY", "CN": "CNY"}, "元": {"CN": "CNY", "TW": "TWD"}, "R": {"ZA": "ZAR"}, "Fr.": {"CH": "CHF"},
    "kr": {"SE": "SEK", "NO": "NOK", "DK": "DKK"}, "kronor": {"SE": "SEK"}, "kroner": {"NO": "NOK", "DK": "DKK"},
    "pesos": {"MX": "MXN", "CO": "COP", "CL": "CLP", "AR": "ARS", "PH": "PHP"},
    "Rs": {"IN": "INR", "PK": "PKR", "LK": "LKR"},
}  # fmt: skip
#: codes that job ads write beside an amount; the other ISO codes are too often words
CODES = (
    "USD|CAD|EUR|GBP|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|INR|SGD|HKD|JPY|CNY|RMB|KRW|BRL|MXN|ILS|ZAR|AED|SAR"
    "|NIS|QAR|KWD|MYR|PHP|THB|IDR|VND|TWD|UAH|COP|CLP|ARS|NGN|KES|EGP|PKR|RUB|TRY|RSD|PEN|LKR|BDT|GHS|UYU|CRC|DOP|MAD|JOD"
    "|OMR|BHD|ISK|GEL|KZT"
)
#: marks that stand behind an amount, beside the codes
SIGNS_BEHIND = (
    '€|[eE]uros?|EURO|zł|kr|Kč|₫|₽|£|\\$|руб|грн|TL|Ft|lei|ש"ח|ש״ח|VNĐ|円|원|元|[Rr]upees|reais|[Ee]ur|eurot|euroa|eura'
    "|евро|ευρώ|บาท|лв|soles|złotych|korun|forint|рублей|гривень|[Ff]ranken|pesos|kron(?:or|er)"
)
_ONLY_BEHIND = {"円", "원", "元", "reais", "lei", "грн", "руб", "pesos", "kronor", "kroner"}
IN_FRONT = [sign for sign in (*_SIGNS, *_SHARED_SIGNS) if sign not in _ONLY_BEHIND]
SIGNS = "|".join(
    rf"(?<![A-Za-z]){re.escape(sign)}" if sign in {"R", "TL", "RM", "Rp"} else re.escape(sign)
    for sign in sorted(IN_FRONT, key=len, reverse=True)
)
#: what every amount of pay has by it: a mark, or a number written in thousands or lakhs
_MARKS = (
    *(mark for mark in (*_SIGNS, *_SHARED_SIGNS) if mark != "R"),
    *_WORDS,
    "Euro",
    "Franken",
    "EURO",
    "薪",
    "triệu",
    "juta",
    *CODES.split("|"),
)
_SCALES = map("".join, product(digits, ("", *" \t\u00a0\u202f"), "kKlL"))
_RAND = map("".join, product("R", ("", " ", "\u00a0"), digits))
_MONEY = BytesAhoCorasick([mark.encode() for mark in (*_MARKS, *_SCALES, *_RAND)], implementation=Implementation.DFA)
#: currencies that pay is stated in by the million
IN_MILLIONS = {"¥", "₩", "Rp", "₫", "JPY", "KRW", "IDR", "VND", "VNĐ", "COP", "CLP"}


def may_name_money(line: str) -> bool:
    """Whether a line could speak of money: looked for before anything else, because most lines do not."""
    return bool(_MONEY.find_matches_as_indexes(line.encode("utf-8", "replace")))


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
    return _WORDS.get(sign.lower()) or _SIGNS.get(sign, sign)
