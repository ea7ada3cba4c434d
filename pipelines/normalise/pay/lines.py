"""What the place of an amount in its line makes of it: alone there, behind a label, over the line with its period."""

import re
from dataclasses import dataclass

from pipelines.normalise.pay.amounts import Span
from pipelines.normalise.pay.context import fills_line, is_of_other_money, last_sentence, tail_of
from pipelines.normalise.pay.found import LEAST_YEAR, FoundPay
from pipelines.normalise.pay.marks import may_name_money
from pipelines.normalise.pay.other import OTHER_MONEY
from pipelines.normalise.pay.units import spoken_unit, unit_behind
from pipelines.normalise.pay.words import LIST_LEAD, PLAIN_PAY_WORDS
from warehouse.vocabulary import PayUnit

_LINE_LABEL = re.compile(
    r"\W*(?:(?:[^:.]{2,40}:|[A-Z]{0,3}\d{1,2}"
    r"|(?:\w{2,6} )?(?:grade|band|scale|scp|njc|level|zone|tier) [\w-]+,?)\s*(?:min\.?|from|ab|von|van"
    r"|de)?\s*)?\Z",
    re.IGNORECASE,
)  # what opens a line before the range that the line is about
_LEVEL = re.compile(
    r"\W*(?:(?:entry|junior|jr|mid|intermediate|associate|senior|sr|staff|principal|lead|level"
    r"|tier|zone|grade|band|step|[a-z]{1,2}\d)(?![^\W\d_]))[^:.(]{0,30}(?:\([^():]{1,60}\)\s*)?(?:[:\u2013\u2014-]\s*\(?|\()\s*\Z"
    r"|\W*(?:\w{2,6} )?(?:grade|band|scale|scp|njc|zone|tier) [\w-]+\s*\Z"
    r"|\W*(?:(?:us|uk|eu) )?range\s*:\s*\Z",
    re.IGNORECASE,
)  # whose pay a range of a list is
_LABELLING = re.compile(r"[^\W\d_]{3}")
_BEHIND_LABEL = re.compile(r":\s*(?:[^\W\d_]+\s*)?\Z")
_PER_BELOW = re.compile(r"\W*(?:/|(?:per|an?|pro|par|por)\b)", re.IGNORECASE)
_ESTIMATE = re.compile(r"\bestimated?\b", re.IGNORECASE)
_SHORT_LABEL, _LONGEST_HEADING = 20, 100
_LEAST_ALONE, _LEAST_MONTH = 1000, 2000
#: currencies of countries that state pay by the month
_PAID_MONTHLY = frozenset({"SGD", "S$", "MYR", "RM", "HKD", "HK$", "AED", "SAR", "QAR", "PLN", "zł", "BRL", "R$"})
_MOST_OF_LEAST, _MOST_WITH_PERIOD = 2, 4  # a range that nothing calls pay is narrow
_WORD = re.compile(r"\s*\w")
#: a plus, or a share of the company
_MORE = re.compile(
    r"\s*(?:(?:\+|plus\b)(?!\s*(?:fees?|expenses|shipping|tax|vat)\b)"
    r"|[,\u2022\u00b7|/]\s*(?:\d*\.?\d+\s*%?\s*(?:[-\u2013\u2014]|to)\s*\d*\.?\d+\s*%"
    r"|(?:(?:emi|stock|share) )?(?:equity|options)\b))",
    re.IGNORECASE,
)
_SHORT_LINE = 160


@dataclass(frozen=True, slots=True)
class Line:
    """A line, the lines before and behind it, and the pay range that the line before held."""

    text: str
    before: str
    after: str
    listed: FoundPay | None


def has_own_label(lead: str) -> bool:
    """Whether an amount stands behind a label of its own, with one word between them at most."""
    colon = lead.rfind(":")
    return colon >= 0 and _BEHIND_LABEL.match(lead, colon) is not None and _LABELLING.search(lead, 0, colon) is not None


def unit_below(line: str) -> PayUnit | None:
    """The period that the next line opens with, or consists of. An estimate there is the job board's, nobody's pay."""
    if _ESTIMATE.search(line):
        return None
    if _PER_BELOW.match(line):
        return unit_behind(line, 0)[0]
    return spoken_unit(line) if len(line) <= _SHORT_LABEL else None


def is_own_line(line: Line, span: Span, end: int, unit: PayUnit | None) -> bool:
    """Whether an amount is what its line is about: alone there, with its period, or under a line that says so."""
    label, tail = line.text[: span.low.mark], tail_of(line.text, end)
    if not (span.marks and len(line.text) < _SHORT_LINE * 2 and (_LINE_LABEL.match(label) or _LEVEL.match(label))):
        return False
    if OTHER_MONEY.search(label.lower()) or is_of_other_money(tail):
        return False
    if span.is_range and len(line.text) < _SHORT_LINE and _opens_list(line.before):
        return True
    if _is_under_other(line):
        return False
    low, high = span.ends()
    if not span.is_range:
        return unit is not None and low >= _LEAST_ALONE and fills_line(line.text, span, end)
    if unit is not None or PLAIN_PAY_WORDS.search(tail):
        return high <= low * _MOST_WITH_PERIOD
    is_yearly = (
        low >= (_LEAST_MONTH if _PAID_MONTHLY.issuperset(span.marks) else LEAST_YEAR) and high <= low * _MOST_OF_LEAST
    )
    return is_yearly and (fills_line(line.text, span, end) or _goes_on_as_pay(label, tail))


def _goes_on_as_pay(label: str, tail: str) -> bool:
    """Whether a range is behind a level and before no word, or opens a line before a plus."""
    if _LEVEL.match(label):
        return not _WORD.match(tail)
    return not _WORD.search(label) and _MORE.match(tail) is not None


def _opens_list(line: str) -> bool:
    line = line.lower()
    return PLAIN_PAY_WORDS.search(line) is not None and LIST_LEAD.search(line) is not None


def _is_under_other(line: Line) -> bool:
    """Whether the line before is a heading that speaks of other money, and not of pay."""
    if len(line.before) > _LONGEST_HEADING or line.before.startswith("- ") or may_name_money(line.before):
        return False
    if OTHER_MONEY.search(last_sentence(line.before)) is None:
        return False
    return PLAIN_PAY_WORDS.search(line.before.lower()) is None
