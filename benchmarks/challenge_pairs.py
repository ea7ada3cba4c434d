"""The same challenge, once: Devpost's own records against a public directory that lists Devpost, Devfolio and MLH.

Truth is Devpost's number, which the directory keeps and the matcher never sees. `--list` prints what else was joined,
MLH and Devpost for the most part, to be judged by reading.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.dedupe.challenges import ChallengeRecord, same_challenges
from spiders.platforms.devpost import submission_period

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data" / "payloads" / "challenges"
DEVPOST = FOLDER / "devpost" / "api_inperson_union_2022-2026.jsonl"
DIRECTORY = FOLDER / "aggregators" / "open_hackathons_union_2025-2026.jsonl"
_MLH = re.compile(r"(?P<month>\w{3}) (?P<day>\d+)\w\w(?: - (?:(?P<end_month>\w{3}) )?(?P<end_day>\d+)\w\w)?")


def records() -> tuple[list[ChallengeRecord], dict[str, str]]:
    """All records, and Devpost's number of those that have one."""
    found, numbers = [], {}
    for line in DEVPOST.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)["record"]
        record = _record(f"devpost-{row['id']}", "devpost", row, submission_period(row["submission_period_dates"]))
        found.append(record)
        numbers[record.id] = str(row["id"])
    for number, line in enumerate(DIRECTORY.read_text(encoding="utf-8").splitlines()):
        entry = json.loads(line)
        row, source = entry["record"], entry["source"]
        record = _record(f"directory-{number}", f"directory of {source}", row, _period(entry))
        found.append(record)
        if source == "devpost":
            numbers[record.id] = str(row["id"])
    return found, numbers


def _record(name: str, platform: str, row: dict[str, Any], period: tuple[date | None, date | None]) -> ChallengeRecord:
    place = row["displayed_location"]
    return ChallengeRecord(
        id=name,
        platform=platform,
        identifier=name,
        name=row["title"],
        url=row["url"],
        # the directory names the platform where it does not know the organizer
        organizer=None if platform.endswith(("mlh", "devfolio")) else row["organization_name"],
        starts=period[0],
        ends=period[1],
        deadline=period[1] if platform.endswith("devpost") else None,
        location=place["location"] if isinstance(place, dict) else place,
    )


def _period(entry: dict[str, Any]) -> tuple[date | None, date | None]:
    """First and last day; MLH leaves out the year, which is that of the day it was seen."""
    stated = entry["record"]["submission_period_dates"]
    if entry["source"] == "devpost":
        return submission_period(stated)
    if not (found := _MLH.match(stated or "")):
        return None, None
    seen = datetime.fromisoformat(entry["last_seen"]).date()
    begins = f"{found['month']} {found['day']}"
    ends = f"{found['end_month'] or found['month']} {found['end_day'] or found['day']}"
    years = (seen.year - 1, seen.year, seen.year + 1)
    first, last = min(
        ((_day(begins, year), _day(ends, year)) for year in years), key=lambda period: abs(period[0] - seen)
    )
    return first, last if last >= first else last + timedelta(365)


def _day(stated: str, year: int) -> date:
    return datetime.strptime(f"{stated} {year}", "%b %d %Y").date()  # noqa: DTZ007 -- a day has no zone


def report() -> Iterable[str]:
    """Precision and recall on Devpost's numbers, then what else was joined."""
    found, numbers = records()
    named = {record.id: record for record in found}
    clusters: dict[str, list[str]] = defaultdict(list)
    for one in same_challenges(found):
        clusters[one.cluster_id].append(one.id)
    by_number: dict[str, list[str]] = defaultdict(list)
    for name, number in numbers.items():
        by_number[number].append(name)
    wanted = {tuple(sorted(names)) for names in by_number.values() if len(names) == 2}
    numbered = ([name for name in members if name in numbers] for members in clusters.values())
    joined = {tuple(sorted(members)) for members in numbered if len(members) == 2}
    right = len(wanted & joined)
    figures = f"precision {right / max(1, len(joined)):.3f}, recall {right / max(1, len(wanted)):.3f}"
    yield f"{len(found)} records; Devpost's number in both: {len(wanted)} pairs, {len(joined)} joined; {figures}"
    yield from (f"    missed {named[a].name!r} | {named[b].name!r}" for a, b in sorted(wanted - joined))
    yield from (f"    wrong  {named[a].name!r} | {named[b].name!r}" for a, b in sorted(joined - wanted))
    others = [m for m in clusters.values() if len(m) > 1 and any(name not in numbers for name in m)]
    yield f"joined across platforms besides: {len(others)}"
    for members in others if "--list" in sys.argv else ():
        yield "  " + " | ".join(f"{named[n].platform}: {named[n].name} {named[n].starts}" for n in members)


def main() -> None:
    """Print the table."""
    for line in report():
        print(line)


if __name__ == "__main__":
    main()
