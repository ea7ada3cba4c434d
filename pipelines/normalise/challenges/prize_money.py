"""How prizes name money: signs, codes and words to ISO 4217 codes or token symbols, and numbers however grouped."""

import re
from decimal import Decimal

#: sign, word or icon as written, in lower case -> ISO 4217. None: several currencies use it
CURRENCIES: dict[str, str | None] = {
    "$": "USD",
    "us$": "USD",
    "usd$": "USD",
    "usd": "USD",
    "dollars": "USD",
    "fa-dollar": "USD",
    "fa-usd": "USD",
    "$cad": "CAD",
    "cad$": "CAD",
    "ca$": "CAD",
    "c$": "CAD",
    "cad": "CAD",
    "a$": "AUD",
    "au$": "AUD",
    "aud$": "AUD",
    "aud": "AUD",
    "nz$": "NZD",
    "nzd": "NZD",
    "s$": "SGD",
    "sg$": "SGD",
    "sgd": "SGD",
    "hk$": "HKD",
    "hkd": "HKD",
    "nt$": "TWD",
    "twd": "TWD",
    "mex$": "MXN",
    "mx$": "MXN",
    "mxn": "MXN",
    "r$": "BRL",
    "brl": "BRL",
    "₹": "INR",
    "rs": "INR",
    "rs.": "INR",
    "inr": "INR",
    "rupees": "INR",
    "fa-rupee": "INR",
    "fa-inr": "INR",
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "euros": "EUR",
    "fa-euro": "EUR",
    "fa-eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "fa-gbp": "GBP",
    "fa-pound": "GBP",
    "chf": "CHF",
    "myr": "MYR",
    "rm": "MYR",
    "₦": "NGN",
    "ngn": "NGN",
    "naira": "NGN",
    "₩": "KRW",
    "krw": "KRW",
    "jpy": "JPY",
    "fa-yen": "JPY",
    "cny": "CNY",
    "rmb": "CNY",
    "cn¥": "CNY",
    "¥": None,
    "₽": "RUB",
    "rub": "RUB",
    "₸": "KZT",
    "kzt": "KZT",
    "₺": "TRY",
    "try": "TRY",
    "₫": "VND",
    "vnd": "VND",
    "₱": "PHP",
    "php": "PHP",
    "฿": "THB",
    "thb": "THB",
    "rp": "IDR",
    "idr": "IDR",
    "₴": "UAH",
    "uah": "UAH",
    "₪": "ILS",
    "ils": "ILS",
    "zł": "PLN",
    "pln": "PLN",
    "kč": "CZK",
    "czk": "CZK",
    "kr": None,
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "huf": "HUF",
    "ron": "RON",
    "zar": "ZAR",
    "ksh": "KES",
    "kes": "KES",
    "gh₵": "GHS",
    "ghs": "GHS",
    "egp": "EGP",
    "aed": "AED",
    "sar": "SAR",
    "qar": "QAR",
    "pkr": "PKR",
    "৳": "BDT",
    "bdt": "BDT",
    "taka": "BDT",
    "lkr": "LKR",
    "npr": "NPR",
    "cop": "COP",
    "ars": "ARS",
    "clp": "CLP",
    "pen": "PEN",
}
TOKENS = frozenset(
    {
        *(
            "USDC",
            "USDT",
            "USDG",
            "DAI",
            "ETH",
            "WETH",
            "BTC",
            "SOL",
            "MATIC",
            "POL",
            "NEAR",
            "XLM",
            "ADA",
            "DOT",
            "AVAX",
        ),
        *("APT", "SUI", "FIL", "STX", "ALGO", "BNB", "ARB", "XRP", "ICP"),
    }
)
#: units to a US dollar, for orders of magnitude only; every other currency counts as about one
UNITS_PER_DOLLAR = {
    **{"INR": 80, "NGN": 1500, "MXN": 17, "KRW": 1300, "JPY": 150, "CNY": 7, "RUB": 90, "KZT": 470, "TRY": 35},
    **{"VND": 25_000, "PHP": 56, "THB": 35, "IDR": 16_000, "UAH": 40, "CZK": 23, "SEK": 10, "NOK": 10, "DKK": 7},
    **{"HUF": 360, "ZAR": 18, "KES": 130, "GHS": 14, "EGP": 45, "PKR": 280, "BDT": 115, "LKR": 310, "NPR": 133},
    **{"COP": 4000, "ARS": 1000, "CLP": 900, "TWD": 31, "BRL": 5, "MYR": 4, "HKD": 8, "PLN": 4},
}
_SCALES = {
    **dict.fromkeys(("k", "thousand"), 1_000),
    **dict.fromkeys(("l", "lac", "lacs", "lakh", "lakhs"), 100_000),
    **dict.fromkeys(("m", "mn", "mio", "million"), 1_000_000),
    **dict.fromkeys(("cr", "crore", "crores"), 10_000_000),
    **dict.fromkeys(("b", "bn", "billion"), 1_000_000_000),
}
_GROUP = r"[,'\u2019 \u00a0\u202f\u2009.]"
#: a number, grouped by thousands (Western, Indian, blanks, apostrophes, dots) or not, and its scale word
NUMBER = (
    rf"(?P<number>\d{{1,3}}(?:{_GROUP}\d{{2,3}})*{_GROUP}\d{{3}}(?:\.\d{{1,2}})?(?!\d)|\d+(?:\.\d+)?)"
    rf"(?:\s?(?P<scale>(?i:{'|'.join(sorted(_SCALES, key=len, reverse=True))}))(?!\w))?"
)
_GROUPED_BY_DOT = re.compile(r"\d{1,3}(?:\.\d{3})+")
#: alphabetic codes are words too ("try", "pen", "near"), so only these are understood in small letters
_IN_ANY_CASE = ("dollars", "rupees", "naira", "euros", "taka", "euro", "usdc", "usdt", "usd", "inr", "eur", "rs.", "rs")


def _currency_pattern() -> str:
    signs = {word for word in CURRENCIES if not word.isalpha()}
    codes = {word.upper() for word in CURRENCIES} | signs | TOKENS
    longest_first = sorted(codes, key=len, reverse=True)
    return f"(?:(?i:{'|'.join(map(re.escape, _IN_ANY_CASE))})(?![a-z])|{'|'.join(map(re.escape, longest_first))})"


#: any spelling of a currency
CURRENCY = _currency_pattern()


def currency_of(stated: str | None) -> str | None:
    """ISO 4217 code or token symbol of a sign, code or icon name; None where it is unknown or several use it."""
    if not stated:
        return None
    word = "".join(stated.split())
    if word.upper() in TOKENS:
        return word.upper()
    return CURRENCIES.get(word.lower())


def amount_of(number: str, scale: str | None = None, *, is_dot_decimal: bool = False) -> Decimal:
    """A number as written, times its scale word. Raises ValueError where it is none.

    A dot before three digits groups thousands, as on the Continent, unless `is_dot_decimal` (fractions of a token).
    """
    digits = re.sub(r"[,'\u2019\s]", "", number)
    if not is_dot_decimal and _GROUPED_BY_DOT.fullmatch(digits):
        digits = digits.replace(".", "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", digits):
        raise ValueError(f"number {number!r}")
    return Decimal(digits) * _SCALES[scale.lower()] if scale else Decimal(digits)
