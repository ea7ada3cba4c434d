"""Many simulated days in one home: what a day costs in time, memory and disk, beside how much there is to keep."""

import os
import resource
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb

from tests.faults import sites, tables
from tests.faults.kills import served
from tests.faults.one_run import Order, Process
from warehouse.compaction import compact
from warehouse.landing import landed_platforms
from warehouse.layout import Home


@dataclass(frozen=True)
class Day:
    """One day's end. Sizes in KiB; `versions` are payload versions ever landed."""

    day: int
    seconds: float
    memory: int
    payload_files: int
    index: int
    warehouse: int
    published: int
    listings: int
    versions: int


def soak(folder: Path, *, days: int, seed: int) -> Iterator[Day]:
    """Live so many days, the landing compacted after each."""
    home = folder / "home"
    for number, bodies in zip(range(days), sites.days(seed), strict=False):
        with served(sites.write(bodies, folder / "day")) as replay:
            started = time.perf_counter()
            process = Process(Order(home, replay, sites.clock(number), f"run-{number:08x}"))
            _, status, used = os.wait4(process.pid, 0)
            took = time.perf_counter() - started
            if status:
                raise AssertionError(f"day {number} ended with {status}")
        compact(Home(home).landing)
        yield _measured(home, number, took, used)
        shutil.rmtree(folder / "day")


def _measured(home: Path, number: int, took: float, used: resource.struct_rusage) -> Day:
    landing = Home(home).landing
    with duckdb.connect(str(Home(home).warehouse), read_only=True) as con:
        ((listings,),) = con.execute("SELECT count(*) FROM int_listing_states").fetchall()
    return Day(
        number,
        took,
        used.ru_maxrss,
        sum(path.stat().st_size for path in landing.glob("*/*.zst")) >> 10,
        sum(path.stat().st_size for path in landing.glob("*/*.jsonl")) >> 10,
        Home(home).warehouse.stat().st_size >> 10,
        sum(path.stat().st_size for path in Home(home).published.glob("rolecall-*.duckdb")) >> 10,
        listings,
        len(versions(home)),
    )


def versions(home: Path) -> set[tuple[str, str]]:
    """Every payload version the landing can still give back."""
    return {
        (crawl.source_id, line.content_hash)
        for landing in landed_platforms(Home(home).landing)
        for crawl, _ in landing.crawls()
        for line in landing.payloads(crawl)
    }


def lost_by_rebuilding(folder: Path, days: int, seed: int) -> list[str]:
    """Delete the warehouse after all these days, run once more at the last clock: what differs."""
    home = folder / "home"
    before = tables.published(home), tables.remembered(home)
    Home(home).warehouse.unlink()
    bodies = next(body for number, body in enumerate(sites.days(seed)) if number == days - 1)
    with served(sites.write(bodies, folder / "day")) as replay:
        process = Process(Order(home, replay, sites.clock(days - 1), "run-ffffffff"))
        if status := process.wait():
            return [f"the run that rebuilds ended with {status}"]
    return [
        told
        for found, expected in zip((tables.published(home), tables.remembered(home)), before, strict=True)
        for told in tables.differences(found, expected)
    ]
