"""One run of the plain functions, crawl to publish, as a process of its own that can be killed at any instant.

The process is forked from a parent that has imported everything: two hundred of them start in no time. Each crawl is
forked once more, because a reactor starts once a process.
"""

import logging
import mmap
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import duckdb

from dagster_project.planning import by_platform, check_clock, not_landed_by
from pipelines.classify.hub_files import shipped_hubs
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from pipelines.publish import HubTexts, publish
from pipelines.rebuild import rebuild
from spiders.board_spider import CrawlPlan
from spiders.crawl import crawl
from spiders.registry import sample_registry
from warehouse.database import open_warehouse
from warehouse.errors import RolecallError, StorageError
from warehouse.layout import Home
from warehouse.locks import WriterLock
from warehouse.run import Run
from warehouse.settings import Settings

Tell = Callable[[str], None]
STEPS = ("crawl", "normalise", "lifecycle", "classify", "dedupe", "publish")


@dataclass(frozen=True)
class Order:
    """What one run is to do. `continues` names the dead runs before it."""

    home: Path
    replay: str
    as_of: datetime
    run_id: str
    continues: tuple[str, ...] = ()
    log: Path | None = None


class Process:
    """A run under way: where it is, and its end."""

    def __init__(self, order: Order) -> None:
        self._told = mmap.mmap(-1, 64)
        self.pid = os.fork()
        if self.pid == 0:
            self._live(order)

    def _live(self, order: Order) -> None:
        os.setsid()
        if order.log:
            os.dup2(os.open(order.log, os.O_WRONLY | os.O_APPEND), sys.stderr.fileno())
        status = 1
        try:
            whole_run(order, self._tell)
            status = 0
        except RolecallError as error:
            sys.stderr.write(f"{error}\n")
            status = 3
        except Exception:  # a forked child must end here, whatever happened, and say it
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(status)

    def _tell(self, step: str) -> None:
        self._told[:64] = step.encode().ljust(64, b"\0")

    @property
    def step(self) -> str:
        """The step it is in; empty before the first."""
        return self._told[:64].rstrip(b"\0").decode()

    def wait(self) -> int:
        """Its exit status, negative for a signal."""
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    def is_over(self) -> int | None:
        """Its exit status, None while it lives."""
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def wait_for(self, step: str) -> int | None:
        """Wait until it has come to a step, or ended: then its exit status."""
        while self.step != step:
            if (ended := self.is_over()) is not None:
                return ended
            time.sleep(0.001)
        return None


def whole_run(order: Order, tell: Tell = lambda step: None) -> None:
    """Crawl to publish, as the job does it."""
    logging.disable(logging.CRITICAL)
    home = Home(order.home)
    home.prepare()
    home.claim("sample")
    tell("crawl")
    crawl_all(order)
    run = Run(order.run_id, order.as_of)
    writer = WriterLock(home.locks)
    writer.acquire()
    for step in STEPS[1:]:
        tell(step)
        with open_warehouse(home.warehouse) as con:
            take_step(step, con, home, run)
    tell("done")
    writer.release()


def take_step(step: str, con: duckdb.DuckDBPyConnection, home: Home, run: Run) -> None:
    """One step after the crawl, by its name."""
    if step == "normalise":
        rebuild(con, home.landing, run)
        normalise(con, home.landing, run)
    elif step == "lifecycle":
        lifecycle(con, run)
    elif step == "classify":
        classify(con)
    elif step == "dedupe":
        dedupe(con, run)
    else:
        publish(con, home.published, [HubTexts(h.hub, h.name, h.tagline) for h in shipped_hubs()], run)


def crawl_all(order: Order) -> None:
    """Every platform that is not yet landed, side by side. A crawl that dies is no failure of the run."""
    landing = Home(order.home).landing
    check_clock(sample_registry(), landing, order.as_of)
    sources = not_landed_by(sample_registry(), landing, order.continues)
    pids = []
    for platform, held in by_platform(sources).items():
        with _forked() as pid:
            if pid == 0:
                crawl_id = f"{order.as_of:%Y%m%dT%H%M%SZ}-{order.run_id}"
                plan = CrawlPlan(platform, tuple(held), crawl_id, order.run_id, order.as_of)
                crawl(plan, landing, Settings(replay=order.replay))
            pids.append(pid)
    for pid in pids:
        os.waitpid(pid, 0)


@contextmanager
def _forked() -> Iterator[int]:
    """The block in a child too, which ends with it."""
    pid = os.fork()
    if pid:
        yield pid
        return
    status = 1
    try:
        yield 0
        status = 0
    except StorageError as error:
        sys.stderr.write(f"{error}\n")
    finally:
        sys.stderr.flush()
        os._exit(status)
