"""Every recorded challenge payload through its platform's file: what was read, rejected and filled, by source.

Then the Product Management challenges among them with their evidence, to be judged by reading. `--rejects` lists what
was rejected too. A platform that does not exist yet is named as such; `DERIVED` says which files nobody's reader reads.
"""

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from pipelines.classify.classifier import Classifier
from pipelines.classify.hub_files import load_hubs
from pipelines.classify.listing import Listing
from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Payload, Platform, Source
from warehouse.errors import PayloadError
from warehouse.run import Run

PAYLOADS = Path(__file__).resolve().parents[2] / "shared" / "data" / "payloads" / "challenges"
PM = "product-management"
RUN = Run("benchmark", datetime(2026, 11, 22, 12, tzinfo=UTC))
#: files, platform, board, and how a file becomes answers of the platform
SOURCES: tuple[tuple[str, str, str, str], ...] = (
    ("devpost/api_2024-07.json", "devpost", "hackathons", "whole"),
    ("devpost/api_pages/*.json", "devpost", "hackathons", "whole"),
    ("devpost/api_inperson_union_*.jsonl", "devpost", "hackathons", "devpost_records"),
    ("unstop/api_hackathons_2024-07.json", "unstop", "hackathons", "whole"),
    ("unstop/api_hackathons_3pages_*.json", "unstop", "hackathons", "each"),
    ("devfolio/*.json", "devfolio", "hackathons", "whole"),
    ("mlh/season_page_*.html", "mlh", "2027", "whole"),
    ("hackerearth/*.json", "hackerearth", "challenges", "whole"),
    ("kaggle/list_competitions_*.json", "kaggle", "competitions", "whole"),
    ("kaggle/meta_kaggle_Competitions_*.csv", "kaggle", "competitions", "whole"),
    ("zindi/*.json", "zindi", "competitions", "whole"),
    ("mlcontests/competitions.json", "mlcontests", "mlcontests", "whole"),
    ("challenge_gov/feed-*.json", "challenge_gov", "challenges", "whole"),
    ("codeforces/contest_list_*.json", "codeforces", "contests", "whole"),
    ("ctftime/events_live_*.json", "ctftime", "event", "whole"),
    ("ctftime/events_2019-*.json", "ctftime", "event", "whole"),
    ("dorahacks/*.json", "dorahacks", "hackathon", "whole"),
    ("hackclub/*.json", "hackclub", "upcoming", "whole"),
    ("superteam/stacks_bounties_*.json", "superteam", "listings", "whole"),
    ("topcoder/community_*.json", "topcoder", "challenges", "whole"),
    ("jsonld/*/*.html", "event_page", "ai-radar.kr/contests/", "event"),
    ("exercism/python_config.json", "exercism", "python", "whole"),
    ("exercism/problem-specifications/*/metadata.toml", "exercism", "python", "exercism_specification"),
)
#: other people's tables, files that no site answers with, and texts
DERIVED = (
    "aggregators/*", "challenge_gov/scraped_*", "challenge_gov/*.html", "challenge_gov/*.xml", "clist/*",
    "codeforces/contests_ranking_*", "codeforces/old_contests*", "ctftime/events_2026-07.json", "devpost/*.csv",
    "exercism/*/description.md", "hackalist/*", "kaggle/meta_kaggle_Organizations*", "mlcontests/schema.json",
    "mlh/past_seasons*", "pm/*", "practice/*", "regional/*", "superteam/bounties_*", "topcoder/v5_seed_*",
    "unstop/*.csv", "unstop/listing_text*",
)  # fmt: skip
_FILLS = ("name", "url", "deadline or dates", "prize", "mode", "description")


@dataclass(slots=True)
class Tally:
    """What the files of one platform came to."""

    files: int = 0
    records: int = 0
    rows: list[dict[str, Any]] = field(default_factory=list)
    rejects: list[PayloadError] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)


def answers(path: Path, unwrap: str) -> Iterator[Answer]:
    """The answers of a platform that a recorded file holds."""
    text = path.read_text(encoding="utf-8")
    if unwrap == "each":
        yield from (Answer("", json.dumps(envelope)) for envelope in json.loads(text))
    elif unwrap == "devpost_records":
        records = [json.loads(line)["record"] for line in text.splitlines()]
        meta = {"total_count": len(records), "per_page": len(records)}
        yield Answer("", json.dumps({"hackathons": records, "meta": meta}))
    elif unwrap == "event":
        url = f"https://ai-radar.kr/{path.stem}"
        yield Answer(url, text, carried={"url": url})
    elif unwrap == "exercism_specification":
        exercise = {"slug": path.parent.name, **tomllib.loads(text)}
        yield Answer("", json.dumps({"exercises": [exercise]}))
    else:
        yield Answer("", text)


def tallies() -> dict[str, Tally]:
    """Every recorded file with a platform, read."""
    found: dict[str, Tally] = {}
    for pattern, name, board, unwrap in SOURCES:
        tally = found.setdefault(name, Tally())
        platform = platforms().get(name)
        for path in sorted(PAYLOADS.glob(pattern)):
            tally.files += 1
            if platform is not None:
                _read(platform, Source("", name, board), path, unwrap, tally)
    return found


def _read(platform: Platform, source: Source, path: Path, unwrap: str, tally: Tally) -> None:
    try:
        payloads = [payload for answer in answers(path, unwrap) for payload in _payloads(platform, source, answer)]
    except (PayloadError, KeyError, TypeError, AttributeError, ValueError) as error:
        tally.unreadable.append(f"{path.relative_to(PAYLOADS)}: {error}")
        return
    for payload in payloads:
        tally.records += 1
        try:
            tally.rows.append(normalised_row(platform, source, payload, RUN))
        except PayloadError as error:
            tally.rejects.append(error)


def _payloads(platform: Platform, source: Source, answer: Answer) -> list[Payload]:
    """The payloads of an answer; where texts lie on detail pages, the list's entries stand for them."""
    page = platform.page(source, answer)
    return page.payloads or [fetch.carried for fetch in page.follow if fetch.detail_of and fetch.carried]


def fills(rows: list[dict[str, Any]]) -> list[float]:
    """The share of rows that say each of `_FILLS`."""
    said = {
        "name": lambda row: row["name"],
        "url": lambda row: row["url"],
        "deadline or dates": lambda row: (
            row["application_deadline"] or row["end_date"] or row["start_date"] or row["is_evergreen"]
        ),
        "prize": lambda row: row["prize_amount"] or row["prize_text"],
        "mode": lambda row: row["attendance_mode"],
        "description": lambda row: row["description_text"],
    }
    return [sum(bool(said[name](row)) for row in rows) / max(1, len(rows)) for name in _FILLS]


def product_management(found: dict[str, Tally]) -> Iterator[tuple[str, dict[str, Any], float, str]]:
    """Each different challenge that the hub takes in: platform, row, score, evidence."""
    classifier, seen = Classifier(load_hubs()), set()
    for name, tally in found.items():
        listings = (_listing(number, row) for number, row in enumerate(tally.rows))
        for row, result in zip(tally.rows, classifier.classify(listings), strict=True):
            for hub in (hub for hub in result.hubs if hub.hub == PM and row["url"] not in seen):
                seen.add(row["url"])
                yield name, row, hub.score, "; ".join(f"{one.field}: {one.matched}" for one in hub.evidence)


def _listing(number: int, row: dict[str, Any]) -> Listing:
    themes, skills = row["themes"] or [], row["skill_tags"] or []
    texts = {"title": row["name"], "company": row["organizer"], "description": row["description_text"]}
    return Listing(str(number), **texts, department=" | ".join(themes), tags=[*themes, *skills], kind="challenge")


def other_files() -> tuple[int, list[str]]:
    """How many files are derived, and which neither table names: nothing may be passed over in silence."""
    files = [path.relative_to(PAYLOADS).as_posix() for path in PAYLOADS.rglob("*") if path.is_file()]
    others = [name for name in files if not any(fnmatch(name, pattern) for pattern, *_ in SOURCES)]
    unnamed = sorted(name for name in others if not any(fnmatch(name, pattern) for pattern in DERIVED))
    return len(others) - len(unnamed), unnamed


def report() -> Iterable[str]:
    """The lines of the table, then the Product Management challenges."""
    found = tallies()
    yield f"{'platform':14} {'files':>5} {'records':>7} {'read':>6} " + " ".join(f"{name:>11.11}" for name in _FILLS)
    for name, tally in found.items():
        if name not in platforms():
            yield f"{name:14} {tally.files:5}  no such platform yet"
            continue
        shares = " ".join(f"{share:11.2f}" for share in fills(tally.rows))
        yield f"{name:14} {tally.files:5} {tally.records:7} {len(tally.rows):6} {shares}"
        for reason, count in Counter(str(error.reason) for error in tally.rejects).most_common():
            yield f"    rejected {count:5}  {reason}"
        yield from (f"    unreadable {line[:140]}" for line in tally.unreadable)
        if "--rejects" in sys.argv:
            yield from (f"        {error}" for error in tally.rejects)
    derived, unnamed = other_files()
    yield f"{derived} files are other people's tables, texts and exports, which no platform answers with"
    yield from (f"named by neither table: {name}" for name in unnamed)
    listed = list(product_management(found))
    yield f"\nProduct Management: {len(listed)} challenges; precision is what share of these a reader would keep"
    for name, row, score, evidence in listed:
        yield f"  {score:.2f} {name:12} {row['name'][:70]} | {row['organizer']} | {evidence}"


def main() -> None:
    """Print the table."""
    if not PAYLOADS.exists():
        raise FileNotFoundError(2, "absent", str(PAYLOADS))
    for line in report():
        print(line)


if __name__ == "__main__":
    main()
