"""How long the main job takes on the sample sites, and what share of that is Dagster's own.

By the clock, and in seconds of processor time, which other work on the machine disturbs less.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

ROUNDS = 3
PLAIN = """
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
import subprocess

CHILD = '''
import logging, sys
from datetime import datetime
from pathlib import Path
from dagster_project.planning import by_platform
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.registry import sample_registry
from warehouse.settings import Settings
logging.disable()
platform, landing, replay, at = sys.argv[1:]
sources = tuple(by_platform(sample_registry())[platform])
crawl(CrawlPlan(platform, sources, "c", "r", datetime.fromisoformat(at)), Path(landing), Settings(replay=replay))
'''
from dagster_project.planning import by_platform
from pipelines.classify.hub_files import load_hubs
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from pipelines.publish import HubTexts, publish
from spiders.registry import SAMPLE_SITES, sample_registry
from spiders.sample_sites.server import serve
from warehouse.database import open_warehouse
from warehouse.layout import Home
from warehouse.run import Run

home = Home(Path(sys.argv[1]))
home.prepare()
run = Run("r", datetime(2026, 11, 22, 6, tzinfo=UTC))
with serve(SAMPLE_SITES) as server, ThreadPoolExecutor(4) as pool:
    def one(platform):
        arguments = [platform, str(home.landing), server.address, run.as_of.isoformat()]
        subprocess.run([sys.executable, "-c", CHILD, *arguments], check=True)
    list(pool.map(one, by_platform(sample_registry())))
with open_warehouse(home.warehouse) as con:
    normalise(con, home.landing, run)
    lifecycle(con, run)
    classify(con)
    dedupe(con, run)
    publish(con, home.published, [HubTexts(h.hub, h.name, h.tagline) for h in load_hubs()], run)
"""


def timed(command: list[str], home: str) -> tuple[float, float]:
    """Seconds a process takes by the clock, and of processor time with all that it starts."""
    started, used = perf_counter(), _used()
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "ROLECALL_HOME": home})
    return perf_counter() - started, _used() - used


def _used() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def main() -> None:
    """Print the table."""
    with_dagster, plain = [], []
    for _ in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            arguments = ["run", "--sample", "--as-of", "2026-11-22T06:00:00Z"]
            with_dagster.append(timed([sys.executable, "-m", "dagster_project", *arguments], folder))
        with tempfile.TemporaryDirectory() as folder:
            plain.append(timed([sys.executable, "-c", PLAIN, str(Path(folder))], folder))
    print(f"main job on the sample sites, median of {ROUNDS}: by the clock, and processor time")
    full, bare = ([median(column) for column in zip(*rows, strict=True)] for rows in (with_dagster, plain))
    print(f"  rolecall run --sample          {full[0]:6.1f} s  {full[1]:6.1f} s")
    print(f"  the same functions, no Dagster {bare[0]:6.1f} s  {bare[1]:6.1f} s")
    shares = [100 * (f - b) / f for f, b in zip(full, bare, strict=True)]
    print(f"  Dagster's share                {shares[0]:6.0f} %  {shares[1]:6.0f} %")


if __name__ == "__main__":
    main()
