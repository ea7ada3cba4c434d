"""Pay in Japanese, Chinese and Korean: the word for pay stands right before the amount and often says the period."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice

from pipelines.normalise.pay.found import WIDEST, FoundPay
from warehouse.vocabulary import PayUnit

#: no honest line states more
_MOST_STATED = 100
#: words for pay whose first sign, or the word itself, says the period; those without one leave it unknown
_LABELS = {
    PayUnit.YEAR: "年収|年俸制?|年薪|年给|연봉|연 ?수입",
    PayUnit.MONTH: "月給制?|月収|月額給与|月額報酬|基本月給|月薪|月给|월급여?|월 ?급여",
    PayUnit.HOUR: "時給|時間給|时薪|時薪|시급",
    PayUnit.DAY: "日給|日当|日薪|일급|일당",
    PayUnit.WEEK: "週給|周薪|週薪|주급",
    None: "給与|給料|基本給|報酬|薪资|薪酬|薪水|薪資|工资|待遇|급여|임금|보수",
}  # fmt: skip
_UNIT_OF_LABEL = tuple((unit, re.compile(words)) for unit, words in _LABELS.items())
_LABEL = "|".join(_LABELS.values())
_COIN = "円|元|원|圓|日元|人民币|RMB|CNY|JPY|KRW|TWD"
_AMOUNT = r"(\d[\d,，.]*)\s*(万|萬|만|千|천|k|K|w|W)?\s*(?:(" + _COIN + r")(?!前後))?"
_PAY = re.compile(
    rf"(?:{_LABEL})[^\d。、，,;；\n]{{0,14}}?(¥|￥|₩|NT\$|HK\$|約|约)?\s*{_AMOUNT}\s*(以上|이상|起|から)?"
    rf"(?:\s*(?:[-\u2013\u2014~～〜\u301c至到]|から|부터)+\s*(?:¥|￥|₩|NT\$|HK\$)?\s*{_AMOUNT})?\s*(以下|以内|이하)?"
    r"\s*(?:/\s*(年|月|日|时|時|小时|시간|월|년))?(?:[·•x×*,，\s]{0,3}1[2-9]\s?薪)?"
)
_LABELLED = re.compile(rf"{_LABEL}|1[2-9]\s?薪")
#: so many thousands a month, paid more than twelve times a year: "20-40K·15薪"
_MONTHS_PAID = re.compile(r"(\d{1,3})\s?[kK]?\s*[-~～〜至]\s*(\d{1,3})\s?[kK]\s*[·•x×*,，]?\s*1[2-9]\s?薪")
_SCALES = {"万": 10_000, "萬": 10_000, "만": 10_000, "w": 10_000, "千": 1000, "천": 1000, "k": 1000}
_CURRENCIES = {
    "円": "JPY", "日元": "JPY", "JPY": "JPY", "원": "KRW", "KRW": "KRW", "₩": "KRW", "人民币": "CNY", "RMB": "CNY",
    "CNY": "CNY", "TWD": "TWD", "NT$": "TWD", "HK$": "HKD",
}  # fmt: skip
_OF_COUNTRY = {"JP": "JPY", "CN": "CNY", "TW": "TWD", "KR": "KRW"}
_UNIT_BEHIND = {
    "年": PayUnit.YEAR, "년": PayUnit.YEAR, "月": PayUnit.MONTH, "월": PayUnit.MONTH, "日": PayUnit.DAY,
    "时": PayUnit.HOUR, "時": PayUnit.HOUR, "小时": PayUnit.HOUR, "시간": PayUnit.HOUR,
}  # fmt: skip
_ON_TRIAL = re.compile(r"(?:試用|研修|试用|수습)\S{0,10}\Z")
_MONTHLY_SALARIES = re.compile(r"1[2-9]\s?薪")
_PERIOD_AT = re.compile(r"(?<![가-힣])(월|연|月|年)[額额]?\s*\Z")
_BEFORE_DIGITS = re.compile(r"\D*")


def names_cjk_pay(line: str, before: str) -> bool:
    """Whether a line, or the heading over it, has a Japanese, Chinese or Korean word for pay."""
    if line.isascii():
        return False
    return _LABELLED.search(line) is not None or (len(before) < 12 and _LABELLED.search(before) is not None)


def pays_in_cjk(line: str, before: str, country: str | None) -> Iterator[FoundPay]:
    """The pay that a line states behind a word for pay, in it or in the heading over it."""
    text = line if _LABELLED.search(line) else f"{before} {line}"
    stated = (
        found for found in islice(_PAY.finditer(text), _MOST_STATED) if not _ON_TRIAL.search(text, 0, found.start())
    )
    pays = [pay for found in stated if (pay := _pay(found, country))]
    if not pays and (found := _MONTHS_PAID.search(text)):
        low, high = (Decimal(end) * 1000 for end in found.groups())
        pays = [FoundPay(low, high, _OF_COUNTRY.get(country or ""), PayUnit.MONTH, found[0])]
    yield from pays


def _pay(found: re.Match[str], country: str | None) -> FoundPay | None:
    sign, low, low_scale, low_coin, at_least, high, high_scale, high_coin, at_most, period = found.groups()
    scale = low_scale or (high_scale if high else None)
    minimum = _amount(low, scale)
    maximum = _amount(high, high_scale or (low_scale if not high_coin else None)) if high else minimum
    unit = _UNIT_BEHIND.get(period or "") or _unit(found[0])
    currency = _currency((high_coin, low_coin, sign), country)
    if minimum is None or maximum is None or not minimum <= maximum <= minimum * WIDEST:
        return None
    if not (currency or scale or high_coin or low_coin) or minimum < _least(unit):
        return None
    return FoundPay(
        None if at_most and not high else minimum,
        None if at_least and not high else maximum,
        currency,
        unit,
        found[0].strip(),
    )


def _least(unit: PayUnit | None) -> int:
    return 10 if unit in {PayUnit.HOUR, PayUnit.DAY} else 1000


def _unit(words: str) -> PayUnit | None:
    label = _BEFORE_DIGITS.match(words)
    unit = next((unit for unit, pattern in _UNIT_OF_LABEL if unit and label and pattern.search(label[0])), None)
    if unit is None and label and (found := _PERIOD_AT.search(label[0])):
        unit = _UNIT_BEHIND.get(found[1]) or PayUnit.YEAR
    return unit or (PayUnit.MONTH if _MONTHLY_SALARIES.search(words) else None)


def _currency(marks: tuple[str | None, ...], country: str | None) -> str | None:
    named = next((_CURRENCIES[mark] for mark in marks if mark in _CURRENCIES), None)
    return named or _OF_COUNTRY.get(country or "")


def _amount(number: str, scale: str | None) -> Decimal | None:
    digits = number.replace(",", "").replace("，", "").rstrip(".")
    if not re.fullmatch(r"\d{1,12}(?:\.\d+)?", digits):
        return None
    return Decimal(digits) * _SCALES.get((scale or "").lower(), 1)
