"""Pay read from the description alone, beside the structured pay that the same recorded Ashby postings carry.

The structure is taken out before reading. A range read is right where both ends, currency and unit are those of one
structured range; a currency or unit left null claims nothing and is counted apart. The text states a structured range
where a plain search, which is not the reader, finds both ends in one line at most 60 characters apart, with a currency
mark or "k" at them, and a word for pay in that line or the one before. Where the text states another range in the same
currency that overlaps the structure's, the employer contradicts itself: listed, and left out of the second share.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal

import orjson

from benchmarks.recorded_payloads import recorded_answers, replayed_payloads
from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Payload, Source
from warehouse.errors import PayloadError
from warehouse.run import Run

Range = tuple[Decimal, Decimal, str | None, str | None]

RUN = Run("pay", datetime(2026, 11, 22, tzinfo=UTC))
_APART = 60
_PAY = re.compile(r"salar|compensation|\bpay\b|wage|rate\b|\bote\b|earnings|gehalt|salaire", re.IGNORECASE)
_MARK = re.compile(r"[$€£]|\d\s?[kK]\b|[A-Z]{3}\b")


@dataclass(slots=True)
class PayFigure:
    """What came of the postings with structured pay. `examples` hold what was wrong or not read."""

    postings: int = 0
    read: int = 0
    right: int = 0
    contradicted: int = 0
    stated: int = 0
    stated_read: int = 0
    nulls: Counter[str] = field(default_factory=Counter)
    boards: set[str] = field(default_factory=set)
    examples: list[str] = field(default_factory=list)

    def add(self, source: Source, payload: Payload) -> None:
        """Take in one posting that has structured pay."""
        truth = structured(payload)
        row = normalised_row(platforms()["ashby"], source, {**payload, "compensation": None}, RUN)
        text = row["description_text"] or ""
        found = [_range(pay) for pay in orjson.loads(row["salaries"])]
        name = f"{source.board} {payload['id']}"
        self.postings += 1
        self.boards.add(source.board)
        self._add_read(name, found, truth, text)
        self._add_stated(name, found, truth, text)

    def _add_read(self, name: str, found: list[Range], truth: list[Range], text: str) -> None:
        for one in found:
            self.read += 1
            if any(is_right(one, stated) for stated in truth):
                self.right += 1
                self.nulls.update({"currency": one[2] is None, "unit": one[3] is None})
                continue
            is_other = is_stated(one, text) and any(_overlaps(one, stated) for stated in truth)
            self.contradicted += is_other
            kind = "contradiction" if is_other else "wrong"
            self.examples.append(f"{kind} {name}: {_shown(one)}, structure {_all(truth)}")

    def _add_stated(self, name: str, found: list[Range], truth: list[Range], text: str) -> None:
        for stated in truth:
            if is_stated(stated, text):
                is_read = any(is_right(one, stated) for one in found)
                self.stated += 1
                self.stated_read += is_read
                if not is_read:
                    self.examples.append(f"missed {name}: {_shown(stated)}, read {_all(found)}")


def structured(payload: Payload) -> list[Range]:
    """Every salary range of a posting's structure once."""
    stated = payload.get("compensation") or {}
    tiers = [tier.get("components") or () for tier in stated.get("compensationTiers") or ()]
    parts = [part for each in (stated.get("summaryComponents") or (), *tiers) for part in each]
    salaries = [part for part in parts if part["compensationType"] == "Salary" and part.get("minValue")]
    ranges = [
        (_decimal(pay["minValue"]), _decimal(pay.get("maxValue") or pay["minValue"]), pay["currencyCode"],
         pay["interval"].split()[-1] if pay.get("interval") else None)
        for pay in salaries
    ]  # fmt: skip
    return list(dict.fromkeys(ranges))


def is_right(one: Range, stated: Range) -> bool:
    """Whether a range read is this structured one; a null currency or unit claims nothing."""
    return one[:2] == stated[:2] and one[2] in (None, stated[2]) and one[3] in (None, stated[3])


def _overlaps(one: Range, stated: Range) -> bool:
    return one[2] in (None, stated[2]) and one[0] <= stated[1] and stated[0] <= one[1]


def is_stated(stated: Range, text: str) -> bool:
    """Whether the text states this range as pay, by the plain search that the head of this file describes."""
    low, high = (re.compile(rf"(?<![\d.,])(?:{'|'.join(_spellings(end))})(?!\d|[.,]\d)") for end in stated[:2])
    before = ""
    for line in text.splitlines():
        for one in low.finditer(line) if _PAY.search(f"{before} {line}") else ():
            other = one if stated[0] == stated[1] else high.search(line, one.end(), one.end() + _APART)
            if other and _MARK.search(line, max(0, one.start() - 4), other.end() + 4):
                return True
        before = line
    return False


def _spellings(amount: Decimal) -> Iterator[str]:
    """Regular expressions for the usual spellings of an amount: 120000, 120,000.00, 120.000, 120 000, 120K, 120."""
    whole, cents = int(amount), int(amount * 100 % 100)
    decimals = rf"[.,]{cents:02}" if cents else r"(?:[.,]00?)?"
    yield f"{whole:,}".replace(",", r"[,.'\u2019\s]?") + decimals
    thousands = f"{amount / 1000:f}".rstrip("0").rstrip(".")
    if amount >= 1000:
        yield re.escape(thousands) + r"(?:\.0)?\s?[kK]?"


def _range(pay: dict[str, str | None]) -> Range:
    low, high = pay["minimum"] or pay["maximum"], pay["maximum"] or pay["minimum"]
    return _decimal(low), _decimal(high), pay["currency"], pay["unit"]


def _decimal(amount: object) -> Decimal:
    return Decimal(str(amount)).quantize(Decimal("0.01"))


def _shown(one: Range) -> str:
    return f"{one[0]:,.0f}-{one[1]:,.0f} {one[2]} {one[3]}"


def _all(ranges: list[Range]) -> str:
    return "; ".join(map(_shown, ranges)) or "nothing"


def postings_with_pay() -> Iterator[tuple[Source, Payload]]:
    """Every recorded Ashby posting whose structure holds a salary, each once."""
    seen = set()
    for source, payload in recorded_postings():
        if structured(payload) and payload["id"] not in seen:
            seen.add(payload["id"])
            yield source, payload


def recorded_postings() -> Iterator[tuple[Source, Payload]]:
    """Every recorded Ashby posting, some of them twice."""
    yield from ((source, payload) for source, payload in replayed_payloads() if source.platform == "ashby")
    for recorded in recorded_answers():
        if recorded.platform and recorded.platform.name == "ashby":
            try:
                yield from ((recorded.source, payload) for payload, _ in recorded.payloads())
            except PayloadError:
                continue


def measure() -> PayFigure:
    """The figure over every posting with structured pay."""
    figure = PayFigure()
    for source, payload in postings_with_pay():
        figure.add(source, payload)
    return figure


def main() -> None:
    """Print the figure and what was wrong or missed."""
    found = measure()
    print(f"{found.postings} postings of {len(found.boards)} Ashby boards have structured pay")
    print(f"ranges read from the text: {found.read}, right {found.right} ({found.right / found.read:.1%})", end="")
    told = found.read - found.contradicted
    print(f"; without {found.contradicted} where text and structure differ {found.right / told:.1%}")
    print(f"  of the right ones without currency {found.nulls['currency']}, without unit {found.nulls['unit']}")
    print(f"structured ranges the text states: {found.stated}, read {found.stated_read}", end=" ")
    print(f"({found.stated_read / found.stated:.1%})")
    print("\n".join(found.examples))


if __name__ == "__main__":
    main()
