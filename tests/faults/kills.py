"""kill -9 at random instants of every step over simulated days; each day ends as an undisturbed one."""

import os
import random
import signal
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipelines.classify.workers import shipped_classifier
from spiders.sample_sites.server import serve
from tests.faults import sites, tables
from tests.faults.one_run import STEPS, Order, Process
from tests.faults.watcher import Watcher


@dataclass
class Tally:
    """What was done, and what was lost."""

    kills: Counter[str] = field(default_factory=Counter)
    days: int = 0
    runs: int = 0
    openings: int = 0
    publications: int = 0
    lost: list[str] = field(default_factory=list)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A replay server in a process of its own: who forks must not have threads."""
    reading, writing = os.pipe()
    pid = os.fork()
    if pid == 0:
        server = serve(folder)
        os.write(writing, server.address.encode())
        os.close(writing)
        signal.pause()
    os.close(writing)
    address = os.read(reading, 100).decode()
    os.close(reading)
    try:
        yield address
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def kill_over_days(folder: Path, *, kills: int, seed: int, most_a_day: int = 12) -> Tally:
    """So many kills, spread over as many days as it takes, in two homes: one is disturbed, one is not."""
    shipped_classifier()  # as everything else that a run would load first, in the parent
    dice = random.Random(seed)
    tally = Tally()
    disturbed, calm = folder / "disturbed", folder / "calm"
    (disturbed / "published").mkdir(parents=True)
    watcher = Watcher(disturbed / "published", folder / "watched.txt")
    for day, bodies in enumerate(sites.days(seed)):
        with served(sites.write(bodies, folder / f"day{day}")) as replay:
            lengths = _undisturbed(Order(calm, replay, sites.clock(day), _run_id(dice)))
            left = min(kills - sum(tally.kills.values()), most_a_day)
            _disturbed(disturbed, replay, day, dice, left, lengths, tally)
        tally.days += 1
        tally.lost += [
            f"day {day}, {told}" for told in tables.differences(tables.published(disturbed), tables.published(calm))
        ]
        tally.lost += [
            f"day {day}, {told}" for told in tables.differences(tables.remembered(disturbed), tables.remembered(calm))
        ]
        if tally.lost or sum(tally.kills.values()) >= kills:
            break
    tally.openings, tally.publications, faults = watcher.stop()
    tally.lost += faults
    return tally


def _undisturbed(order: Order) -> dict[str, float]:
    """Run once; how long each step took."""
    process, started = Process(order), {}
    for step in (*STEPS, "done"):
        process.wait_for(step)
        started[step] = time.perf_counter()
    if status := process.wait():
        raise AssertionError(f"the undisturbed run ended with {status}")
    return {step: started[after] - started[step] for step, after in zip(STEPS, (*STEPS[1:], "done"), strict=True)}


def _disturbed(
    home: Path, replay: str, day: int, dice: random.Random, kills: int, lengths: dict[str, float], tally: Tally
) -> None:
    """Runs that are killed, each continuing those before it, and one that may come to its end."""
    dead: list[str] = []
    for _ in range(kills):
        order = Order(home, replay, sites.clock(day), _run_id(dice), tuple(dead))
        step = min(STEPS, key=lambda step: (tally.kills[step], dice.random()))
        process = Process(order)
        if process.wait_for(step) is None:
            time.sleep(dice.random() * lengths[step])
            where = process.step
            os.killpg(process.pid, signal.SIGKILL)
            if process.wait() == -signal.SIGKILL:
                tally.kills[where] += 1
                dead.append(order.run_id)
        tally.runs += 1
    last = Process(Order(home, replay, sites.clock(day), _run_id(dice), tuple(dead)))
    tally.runs += 1
    if status := last.wait():
        tally.lost.append(f"day {day}: the run after the kills ended with {status}")


def _run_id(dice: random.Random) -> str:
    return f"run-{dice.getrandbits(32):08x}"
