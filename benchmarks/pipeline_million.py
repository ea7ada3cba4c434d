"""The whole pipeline over made-up postings, landing to published file: `python -m benchmarks.pipeline_million [COUNT]`.

The postings of `made_postings` (default 100,000) are landed as boards of Greenhouse and Lever answer them, HTML and
all; then every step runs as a process of its own and its time and the peak memory of all its processes are printed. The
second run is of the next day, whose crawls found every board unchanged. Landing is not counted: it is the crawl's.
"""

import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any

import orjson

from benchmarks.dedupe_million import Took, run
from benchmarks.made_postings import Maker
from pipelines.classify.hub_files import load_hubs
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from pipelines.publish import HubTexts, publish
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, Landing
from warehouse.layout import Home
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

COUNT = 100_000
STEPS = ("normalise", "lifecycle", "classify", "dedupe", "publish")
DAYS = tuple(datetime(2026, 11, day, 6, tzinfo=UTC) for day in (22, 23))
#: the copies of one aggregator are landed as so many boards
_BOARDS = 100
_SHARDS = 32

Payload = dict[str, Any]


def board_of(posting: Payload) -> str:
    """The source that lists the posting; an aggregator is many boards."""
    platform, _, board = posting["source"].partition(":")
    if platform in {"greenhouse", "lever"}:
        return str(posting["source"])
    return f"greenhouse:{platform}-{board}-{zlib.crc32(posting['id'].encode()) % _BOARDS}"


def html_of(text: str | None) -> str:
    """Paragraphs and lists, as a board words them."""
    lines = (text or "").split("\n")
    return "".join(
        f"<ul><li>{escape(line[2:])}</li></ul>" if line.startswith("- ") else f"<p>{escape(line)}</p>"
        for line in lines
        if line
    )


def greenhouse(posting: Payload) -> Payload:
    """The posting in Greenhouse's format: HTML escaped once more."""
    number = int(posting["id"][1:])
    return {
        "id": number,
        "internal_job_id": number,
        "title": posting["title"],
        "company_name": posting["company"],
        "absolute_url": posting["url"],
        "location": {"name": posting["location"]},
        "content": escape(html_of(posting["description"])),
        "requisition_id": posting["requisition_id"],
        "language": posting["language"],
        "first_published": "2026-11-20T08:00:00-05:00",
        "updated_at": "2026-11-21T08:00:00-05:00",
        "metadata": [],
        "departments": [],
        "offices": [],
    }


def lever(posting: Payload) -> Payload:
    """The posting in Lever's format."""
    return {
        "id": posting["id"],
        "text": posting["title"],
        "hostedUrl": posting["url"],
        "applyUrl": posting["url"],
        "categories": {"location": posting["location"], "commitment": "Full-time"},
        "country": None,
        "description": html_of(posting["description"]),
        "lists": [],
        "additional": "",
        "createdAt": 1_795_000_000_000,
    }


_WIRE = {"greenhouse": greenhouse, "lever": lever}


def land(root: Path, folder: Path, count: int) -> list[BoardCrawl]:
    """The first day: every board complete. Boards are gathered through files, as no list of them fits the memory."""
    with ExitStack() as files:
        shards = [files.enter_context((folder / f"{number}.jsonl").open("wb")) for number in range(_SHARDS)]
        for posting in Maker(count, 1).postings(count):
            shard = shards[zlib.crc32(board_of(posting).encode()) % _SHARDS]
            shard.write(orjson.dumps(posting, option=orjson.OPT_APPEND_NEWLINE))
    return [crawl for number in range(_SHARDS) for crawl in _land_shard(root, folder / f"{number}.jsonl")]


def _land_shard(root: Path, shard: Path) -> Iterator[BoardCrawl]:
    boards: defaultdict[str, list[Payload]] = defaultdict(list)
    for posting in map(orjson.loads, shard.open("rb")):
        boards[board_of(posting)].append(posting)
    for source_id, postings in boards.items():
        platform, _, board = source_id.partition(":")
        company = postings[0]["company"] if platform == "lever" else board
        crawl = _crawl(source_id, company, DAYS[0], CrawlOutcome.COMPLETE)
        yield Landing(root, platform).land(crawl, map(_WIRE[platform], postings), frozenset({"updated_at"}))
    shard.unlink()


def _crawl(source_id: str, company: str, day: datetime, outcome: CrawlOutcome) -> BoardCrawl:
    platform, _, board = source_id.partition(":")
    return BoardCrawl(
        source_id=source_id,
        platform=platform,
        board=board,
        company=company,
        crawl_id=f"{day:%Y%m%dT%H%M%SZ}-bench",
        run_id=f"bench-{day:%d}",
        crawled_at=day,
        outcome=outcome,
    )


def land_unchanged(root: Path, before: Iterable[BoardCrawl]) -> None:
    """The next day: every board answers as before."""
    for one in before:
        crawl = _crawl(one.source_id, one.company, DAYS[1], CrawlOutcome.UNCHANGED)
        Landing(root, one.platform).land(replace(crawl, digest=one.digest), (), frozenset(), before=one)


def one_step(step: str, root: str, day: str) -> None:
    """One step of one day: the process that is measured."""
    home = Home(Path(root))
    home.prepare()
    as_of = DAYS[int(day)]
    job = Run(f"bench-{as_of:%d}", as_of + timedelta(minutes=5))
    with open_warehouse(home.warehouse) as con:
        if step == "normalise":
            report: object = normalise(con, home.landing, job)
        elif step == "lifecycle":
            report = lifecycle(con, job)
        elif step == "classify":
            report = classify(con)
        elif step == "dedupe":
            report = dedupe(con, job)
        else:
            hubs = [HubTexts(hub.hub, hub.name, hub.tagline) for hub in load_hubs()]
            report = publish(con, home.published, hubs, job).position_count
    print(report)


def measure(root: Path, day: int) -> float:
    """All steps of one day, a line each; returns the seconds of wall."""
    total = Took(0.0, 0.0, 0.0, "")
    for step in STEPS:
        took = run([sys.executable, "-m", "benchmarks.pipeline_million", "--step", step, str(root), str(day)])
        print(f"  {step:10} {took}", flush=True)
        total = Took(total.wall + took.wall, total.cpu + took.cpu, max(total.peak_megabytes, took.peak_megabytes), "")
    print(f"  {'together':10} {total}", flush=True)
    return total.wall


def main(count: int) -> None:
    """Both runs."""
    with tempfile.TemporaryDirectory() as name:
        root, shards = Path(name) / "home", Path(name) / "shards"
        shards.mkdir()
        home = Home(root)
        home.prepare()
        crawls = land(home.landing, shards, count)
        print(f"{count:,} postings on {len(crawls):,} boards, the first run", flush=True)
        first = measure(root, 0)
        land_unchanged(home.landing, crawls)
        print("the second run, every board unchanged", flush=True)
        second = measure(root, 1)
        print(f"the second run took {second / first:.3f} of the first", flush=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        one_step(*sys.argv[2:5])
    else:
        main(int(sys.argv[1].replace("_", "")) if len(sys.argv) > 1 else COUNT)
