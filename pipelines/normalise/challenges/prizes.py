"""Prizes: total amount, currency, kind and words, from a platform's figures or an organiser's free text."""

import re
from dataclasses import dataclass, field, replace
from decimal import Decimal

from pipelines.html import clean_line
from pipelines.normalise.challenges.prize_money import (
    CURRENCY,
    NUMBER,
    TOKENS,
    UNITS_PER_DOLLAR,
    amount_of,
    currency_of,
)
from warehouse.errors import PayloadError
from warehouse.readings import PrizeReading
from warehouse.vocabulary import PrizeKind, RejectReason

#: in dollars: organisers type anything, and only a purse that the platform stands behind is larger
LARGEST_PURSE = Decimal(5_000_000)
_LARGEST_STORED = Decimal(10) ** 12
_CENT = Decimal("0.01")
_STRONGEST_FIRST = (PrizeKind.CASH, PrizeKind.TOKEN, PrizeKind.CREDITS, PrizeKind.SWAG, PrizeKind.JOBS)

#: platforms' own words for what is won
STATED_KINDS = {
    **{"cash": PrizeKind.CASH, "token": PrizeKind.TOKEN, "credits": PrizeKind.CREDITS, "swag": PrizeKind.SWAG},
    **{"jobs": PrizeKind.JOBS, "knowledge": PrizeKind.NONE_STATED, "kudos": PrizeKind.NONE_STATED},
    "none": PrizeKind.NONE_STATED,
}
_NOT_WON = re.compile(r"\b(?:registration|entry|participation) fees?\b|\bdiscount|% off\b|\bcoupon", re.IGNORECASE)
_WORDS_OF_KIND = {
    PrizeKind.JOBS: r"\blpa\b|\bctc\b|\bstipend|\bsalary|\bintern(?:ship)?s?\b|\bpp[io]s?\b|\bpre-?placement"
    r"|\bplacements?\b|\bjob (?:offer|opportunit)|\bhiring\b|\binterviews?\b",
    PrizeKind.CREDITS: r"\bcredits?\b|\bvouchers?\b|\begvs?\b|\bgift ?cards?\b|\bsubscriptions?\b",
    PrizeKind.SWAG: r"\bswags?\b|\bgoodies?\b|\bmerch(?:andise)?\b|\bt-?shirts?\b|\bhoodies?\b|\bstickers?\b"
    r"|\bhampers?\b",
}
_KIND_WORDS = {kind: re.compile(words, re.IGNORECASE) for kind, words in _WORDS_OF_KIND.items()}

_SECOND_NUMBER = NUMBER.replace("<number>", "<number_2>").replace("<scale>", "<scale_2>")
_MONEY = re.compile(
    rf"(?<![A-Za-z])(?P<before>{CURRENCY})\s?{NUMBER}(?:\s?(?P<code>USD|CAD|AUD|SGD|INR)\b)?"
    rf"|(?<![\w.,])(?:{_SECOND_NUMBER})\s?(?P<after>{CURRENCY})(?![A-Za-z])"
    r"|(?<![\w.,])(?P<rupees>\d[\d,]*)\s?/-"
)
#: a number without a currency is money only beside these words or alone
_BARE = re.compile(
    rf"(?:^|:|\bup ?to\b|\b(?:worth|prizes?|pool|cash|rewards?)\b[^\d:]{{0,20}})\s*{NUMBER}"
    r"(?=\W*(?:$|only\b|each\b|cash\b|prize))",
    re.IGNORECASE,
)
_SMALLEST_BARE = 100
_YEARS = range(2015, 2041)
#: nobody states a prize in more; what comes after is shown, not added up
_LONGEST_LINE = 2000
_PURSE = re.compile(
    r"\b(?:(?:total|overall) (?:prizes?|cash|purse|pool|worth|rewards?)|grand total|prize ?pool|pool prize)\b",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_CLAUSES = re.compile(
    r",(?!\d)|[;|]|\s[+&]\s|\band\b|\bplus\b|(?<!rs)\.(?=\s)|\s(?=\d+(?:st|nd|rd|th)\b)", re.IGNORECASE
)
_TO_COME = re.compile(
    r"\W*(?:tb[ad]|to be (?:announced|determined|decided).*|(?:announced|coming|revealed) soon|n/?a|none)\W*",
    re.IGNORECASE,
)
_SPAN = re.compile(r"</?span[^>]*>", re.IGNORECASE)
_SYMBOL = re.compile(r"[A-Z][A-Z0-9]{1,9}")
_ICON = re.compile(r"\b(fa-[a-z]+) (?=\d)")
_SIGNS = {"USD": "$", "INR": "₹", "EUR": "€", "GBP": "£"}


@dataclass(frozen=True, slots=True)
class Prize:
    """What is won. `kind` None: something is, which the kinds do not cover."""

    amount: Decimal | None = None
    currency: str | None = None
    kind: PrizeKind | None = None
    text: str | None = None


_NONE_STATED = Prize(kind=PrizeKind.NONE_STATED)


@dataclass(slots=True)
class Line:
    """One line of a prize text, a rank or the whole purse: amounts by kind and currency, and kinds without one."""

    is_purse: bool
    amounts: dict[tuple[PrizeKind, str | None], Decimal] = field(default_factory=dict)
    kinds: set[PrizeKind] = field(default_factory=set)
    is_zero: bool = False


def prize_of(reading: PrizeReading | None) -> Prize:
    """The prize a reading states.

    An amount that the platform gives apart is taken as it is; one inside of a text is an organiser's word and dropped
    above what anybody pays. A prize of zero is a prize that is not stated. Raises PayloadError(`invalid_value`) where
    the amount that stands apart is no number.
    """
    if reading is None:
        return _NONE_STATED
    lines = [line for raw in (reading.text or "").splitlines() if (line := clean_line(_SPAN.sub("", raw)))]
    prize = _of_lines([line for line in lines if not _TO_COME.fullmatch(line)], currency_of(reading.currency))
    if reading.amount is not None:
        prize = _of_amount(str(reading.amount), reading.currency, prize)
    if reading.kind and (reading.kind.lower() in STATED_KINDS or prize.kind is PrizeKind.NONE_STATED):
        kind = STATED_KINDS.get(reading.kind.lower())
        is_token = kind is PrizeKind.TOKEN and prize.amount is not None and prize.currency is None
        return replace(prize, kind=kind, currency=_symbol(reading.currency) if is_token else prize.currency)
    return prize


def _symbol(stated: str | None) -> str | None:
    """The symbol of any token, known or not, where a platform says that it is one."""
    return stated if stated and _SYMBOL.fullmatch(stated) else None


def _of_amount(stated: str, stated_currency: str | None, prize: Prize) -> Prize:
    currency = currency_of(stated_currency)
    try:
        amount = amount_of(stated.strip(), is_dot_decimal=True)
    except ValueError as error:
        raise PayloadError(RejectReason.INVALID_VALUE, f"prize of {stated!r}") from error
    if not amount:
        return replace(prize, amount=None, currency=None)
    kind = PrizeKind.TOKEN if currency in TOKENS else PrizeKind.CASH
    return replace(prize, amount=_stored(amount), currency=currency, kind=kind)


def _stored(amount: Decimal) -> Decimal | None:
    """An amount in cents; None where the column cannot hold it."""
    return amount.quantize(_CENT) or None if amount < _LARGEST_STORED else None


def _of_lines(texts: list[str], currency: str | None) -> Prize:
    lines = [_line(text, currency) for text in texts]
    kinds = {kind for line in lines for kind in (*line.kinds, *(kind for kind, _ in line.amounts))}
    if not kinds and (not lines or all(line.is_zero for line in lines)):
        return _NONE_STATED
    kind = next((kind for kind in _STRONGEST_FIRST if kind in kinds), None)
    amount, stated_currency = _total(lines, kind)
    return Prize(amount, stated_currency, kind, "; ".join(map(_with_signs, texts)))


def _total(lines: list[Line], kind: PrizeKind | None) -> tuple[Decimal | None, str | None]:
    """Amount and currency of all lines: the ranks added up, or the line that states the purse where that is more."""
    currencies = {currency for line in lines for of, currency in line.amounts if of is kind}
    if kind is None or len(currencies) != 1:  # sums in several currencies have no total
        return None, None
    key = (kind, currencies.pop())
    ranks = sum((line.amounts[key] for line in lines if key in line.amounts and not line.is_purse), Decimal(0))
    amount = max([ranks, *(line.amounts[key] for line in lines if key in line.amounts and line.is_purse)])
    is_paid = amount <= LARGEST_PURSE * UNITS_PER_DOLLAR.get(key[1] or "", 1)
    stored = _stored(amount) if is_paid else None
    return stored, key[1] if stored else None


def _line(text: str, currency: str | None) -> Line:
    outside, remarks = _apart(text[:_LONGEST_LINE])
    line, remark = (Line(is_purse=bool(_PURSE.search(outside))) for _ in range(2))
    for clause in _CLAUSES.split(outside):
        _add(line, clause, currency)
    for clause in (clause for part in remarks for clause in _CLAUSES.split(part)):
        _add(remark, clause, currency)
    line.kinds |= remark.kinds
    if not line.amounts:  # a remark in brackets explains the amount before it, or is all there is
        line.amounts = remark.amounts
    return line


def _apart(text: str) -> tuple[str, list[str]]:
    """A text without its brackets, and what stood in them, inner ones first."""
    remarks: list[str] = []
    while found := _BRACKETS.search(text):
        remarks.append(found[1])
        text = f"{text[: found.start()]} {text[found.end() :]}"
    return text, remarks


def _add(line: Line, clause: str, currency: str | None) -> None:
    is_figure = _ICON.search(clause)  # the platform's own field for cash, whatever its rank is called
    kind = None if is_figure else next((kind for kind, words in _KIND_WORDS.items() if words.search(clause)), None)
    if kind:
        line.kinds.add(kind)
    money = _money(clause, currency)
    if money is None or kind is PrizeKind.JOBS or _NOT_WON.search(clause):  # pay and fees are no prize money
        return
    amount, stated_currency = money
    line.is_zero = not amount
    if amount:
        key = (kind or (PrizeKind.TOKEN if stated_currency in TOKENS else PrizeKind.CASH), stated_currency)
        line.amounts[key] = line.amounts.get(key, Decimal(0)) + amount


def _money(clause: str, currency: str | None) -> tuple[Decimal, str | None] | None:
    """The largest sum of money that a clause names: "$500 - $1,000" is one prize."""
    found = [_sum_of(match) for match in _MONEY.finditer(clause)]
    if found:
        return max(found, key=lambda money: money[0])
    if not (bare := _BARE.search(clause)):
        return None
    amount = amount_of(bare["number"], bare["scale"])
    is_money = bare["scale"] or (amount >= _SMALLEST_BARE and amount not in _YEARS)
    return (amount, currency) if is_money else None


def _sum_of(match: re.Match[str]) -> tuple[Decimal, str | None]:
    if match["rupees"]:
        return amount_of(match["rupees"]), "INR"
    currency = currency_of(match["code"] or match["before"] or match["after"])
    number, scale = match["number"] or match["number_2"], match["scale"] or match["scale_2"]
    return amount_of(number, scale, is_dot_decimal=currency in TOKENS), currency


def _with_signs(text: str) -> str:
    """Icon names as the signs they show."""
    return _ICON.sub(lambda icon: _SIGNS.get(currency_of(icon[1]) or "", f"{icon[1]} "), text)
