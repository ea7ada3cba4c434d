"""Every real recorded payload read and normalised: postings in, read, rejected, and the fill of seven fields.

Beside each fill stands how much of the same postings' raw documents holds that field. A posting that holds a field we
lack is `lost`; one where we have what no field holds is `more`: pay read from the text, a title out of free text.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime

import orjson

from benchmarks.raw_fields import FIELDS, held_fields
from benchmarks.recorded_payloads import Recorded, recorded_answers, replayed_payloads
from pipelines.normalise.rows import Row, normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Payload, Platform, Source
from spiders.reader import identifier_of
from warehouse.errors import PayloadError
from warehouse.run import Run

RUN = Run("fill", datetime(2026, 11, 22, tzinfo=UTC))
#: share of the read postings by which a field may fall short of what the payloads hold
MOST_LOST = 0.01
_VALUE_OF = {"description": "description_text", "salary": "base_salary_max"}


@dataclass(slots=True)
class Fill:
    """What became of one group of payloads. The counters are by field; `examples` name a lost one each."""

    postings: int = 0
    read: int = 0
    pageless: int = 0
    rejects: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    ours: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    lost: Counter[str] = field(default_factory=Counter)
    more: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)

    def add(self, platform: Platform, source: Source, payload: Payload, raw: set[str], *, is_pageless: bool) -> None:
        """Read one payload whose raw record holds these fields."""
        self.postings += 1
        try:
            row = normalised_row(platform, source, payload, RUN)
        except PayloadError as error:
            if is_pageless and error.reason == "missing_field":
                self.pageless += 1
            else:
                self.rejects[str(error.reason)] += 1
            return
        self.read += 1
        ours = filled(row)
        for counter, names in ((self.ours, ours), (self.held, raw), (self.lost, raw - ours), (self.more, ours - raw)):
            counter.update(names)
        for name in raw - ours:
            self.examples.setdefault(name, f"{source.source_id} {identifier_of(platform, payload)}")

    def short_fields(self) -> list[str]:
        """The fields whose fill is more than a point below what the payloads hold."""
        return [name for name in FIELDS if self.lost[name] > MOST_LOST * self.read]


def filled(row: Row) -> set[str]:
    """The fields a normalised posting has."""
    salaries = {"salary"} if row["salaries"] != "[]" else set()
    return {name for name in FIELDS if row.get(_VALUE_OF.get(name, name)) is not None} | salaries


def measure() -> dict[str, Fill]:
    """The fills by group: a folder of the recorded payloads, or a platform of the replay folder."""
    fills: dict[str, Fill] = {}
    for recorded in recorded_answers():
        _measure_answer(recorded, fills.setdefault(recorded.group, Fill()))
    for source, payload in replayed_payloads():
        platform = platforms()[source.platform]
        fill = fills.setdefault(f"replay {source.platform}", Fill())
        fill.add(platform, source, payload, _held(platform, payload), is_pageless=False)
    return fills


def _held(platform: Platform, payload: Payload) -> set[str]:
    """What a payload of the replay folder holds, which is a record as it came."""
    bare = orjson.dumps([payload] if platform.name == "lever" else {"jobs": [payload]}).decode()
    return next(iter(held_fields(platform.name, bare).values()))


def _measure_answer(recorded: Recorded, fill: Fill) -> None:
    platform = recorded.platform
    if platform is None:
        fill.refused.append(f"{recorded.name}: no reader")
        return
    try:
        payloads = list(recorded.payloads())
    except PayloadError as error:
        fill.refused.append(f"{recorded.name}: {error.reason}")
        return
    held = held_fields(platform.name, recorded.text)
    for detail in (recorded.details or {}).values():
        held |= held_fields(platform.name, detail)
    for number, (payload, is_pageless) in enumerate(payloads):
        raw = held.get(identifier_of(platform, payload) or "") or held.get(str(number), set())
        fill.add(platform, recorded.source, payload, raw, is_pageless=is_pageless)


def lines(fills: dict[str, Fill]) -> Iterator[str]:
    """The table."""
    yield f"{'group':18}{'in':>6}{'read':>6} {'fill of what the payload holds, %':>16}"
    yield f"{'':30}" + "".join(f"{name:>16}" for name in FIELDS) + "  rejects"
    for group, fill in fills.items():
        shares = ""
        for name in FIELDS:
            mark = "!" if name in fill.short_fields() else " "
            ours, held = (f"{100 * counter[name] / (fill.read or 1):.1f}" for counter in (fill.ours, fill.held))
            shares += f"{f'{ours} of {held}{mark}':>16}"
        said = dict(fill.rejects) | ({"page not recorded": fill.pageless} if fill.pageless else {})
        yield f"{group:18}{fill.postings:6}{fill.read:6}{shares}  {said or ''} {'; '.join(fill.refused)}"
        for name in fill.short_fields():
            yield f"    {name}: {fill.lost[name]} lost, for example {fill.examples[name]}"


def main() -> None:
    """Print the table."""
    print("\n".join(lines(measure())))


if __name__ == "__main__":
    main()
