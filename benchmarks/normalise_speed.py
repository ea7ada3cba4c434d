"""The normalise step end to end: real texts in the landing to rows in DuckDB, on one core and on all of them.

The landing is made of the recorded postings that have a text, as many as keep its mean length at 3.6 KB, repeated
under fresh ids and with a word of their own in title and text, so that no text is met twice. Each measurement is a
process of its own. Wall time is beside other processes of this machine; CPU seconds are of parent and workers.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.read_speed import AIMED_LENGTH, of_mean_length, postings_with_text
from benchmarks.recorded_payloads import PAYLOADS
from pipelines.normalise import ahead
from pipelines.normalise.step import normalise
from spiders.platforms.base import Payload
from warehouse.database import open_warehouse
from warehouse.landing import BoardCrawl, Landing
from warehouse.run import Run
from warehouse.vocabulary import CrawlOutcome

COUNT = 20_000
BOARD = 100
RUN = Run("speed", datetime(2026, 11, 22, tzinfo=UTC))
#: the key under which each platform's payload holds its text
_TEXTS = {"ashby": "descriptionHtml", "greenhouse": "content", "lever": "description"}


def land(root: Path) -> tuple[int, float]:
    """Land the postings; returns how many, and the mean bytes of HTML."""
    chosen = of_mean_length(postings_with_text(), AIMED_LENGTH)
    postings = [posting for *_, posting in chosen if _TEXTS[posting[0].platform] in posting[1]]
    by_platform: dict[str, list[Payload]] = {}
    size = 0
    for number, (source, payload) in enumerate(islice(cycle(postings), COUNT)):
        fresh = _fresh(source.platform, payload, number)
        size += len(str(fresh[_TEXTS[source.platform]]))
        by_platform.setdefault(source.platform, []).append(fresh)
    for platform, payloads in by_platform.items():
        for start in range(0, len(payloads), BOARD):
            _land_board(root, platform, start // BOARD, payloads[start : start + BOARD])
    return COUNT, size / COUNT


def _fresh(platform: str, payload: Payload, number: int) -> Payload:
    key, title = _TEXTS[platform], "text" if platform == "lever" else "title"
    changed = {"id": f"fresh-{number}", key: f"{payload[key]} w{number}", title: f"{payload[title]} w{number}"}
    return {**payload, **changed}


def _land_board(root: Path, platform: str, number: int, payloads: list[Payload]) -> None:
    board = f"board{number}"
    crawl = BoardCrawl(
        source_id=f"{platform}:{board}",
        platform=platform,
        board=board,
        company=f"Company {number}",
        crawl_id="crawl-1",
        run_id="run-1",
        crawled_at=RUN.as_of,
        outcome=CrawlOutcome.COMPLETE,
    )
    Landing(root, platform).land(crawl, payloads, frozenset())


def measure(root: str, cores: str) -> None:
    """Normalise a landing on so many cores and print the figures as JSON: the process that is measured."""
    ahead.CORES = int(cores)
    with tempfile.TemporaryDirectory() as folder, open_warehouse(Path(folder) / "warehouse.duckdb") as con:
        started = perf_counter()
        report = normalise(con, Path(root), RUN)
        first = perf_counter() - started
        cpu = process_time() + _children_cpu()
        started = perf_counter()
        normalise(con, Path(root), RUN)
        again = perf_counter() - started
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(json.dumps({"read": report.read, "seconds": first, "cpu": cpu, "again": again, "peaks": peaks}))


def _children_cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines() -> Iterator[str]:
    """The table."""
    with tempfile.TemporaryDirectory() as root:
        count, size = land(Path(root))
        yield f"{count:,} postings with {size / 1000:.1f} KB of HTML each, landing to staging tables"
        for cores in (1, ahead.CORES):
            command = [sys.executable, "-m", "benchmarks.normalise_speed", root, str(cores)]
            found = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            yield (
                f"  {cores} core{'s' if cores > 1 else ''}: {found['read'] / found['seconds']:,.0f} a second"
                f" ({found['seconds']:.1f} s, {found['cpu']:.1f} CPU s,"
                f" {found['read'] / found['cpu']:,.0f} a CPU second; nothing new {found['again']:.2f} s),"
                f" peak {found['peaks'][0]:.0f} MiB"
                f" and {found['peaks'][1]:.0f} MiB in the largest worker"
            )


def main() -> None:
    """Print the table, or with a landing and a number of cores measure those."""
    if len(sys.argv) > 2:
        measure(*sys.argv[1:])
        return
    if not PAYLOADS.exists():
        raise FileNotFoundError(2, "absent", str(PAYLOADS))
    print("\n".join(lines()))


if __name__ == "__main__":
    main()
