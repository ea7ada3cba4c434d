"""Reading ahead: payloads made rows in processes beside this one, so that both cores read a large landing.

Workers know nothing of the database: a payload goes in, a row or the reason why there is none comes out. A payload that
kills its worker is found by reading its neighbours again one by one, and becomes a reject like any other.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import current_process, get_context
from typing import Protocol

from pipelines.collector import without_collector
from pipelines.normalise.jobs import Job, Outcomes, read_jobs, unreadable
from warehouse.errors import WorkFailed
from warehouse.landing import BoardCrawl, LandedPayload
from warehouse.run import Run

#: what this process may use
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
#: payloads from which on the second that workers take to start is made up for
FEWEST = 3_000
#: payloads read together: of more, what one rule leaves for the next no longer lies in the processor's caches
CHUNK = 200
#: crawls and payloads that are held together where few of them are to be read
MOST_TOGETHER = 1_000

#: a crawl, and its payloads
Landed = tuple[BoardCrawl, Sequence[LandedPayload]]


#: gives the outcomes of a chunk that was begun
Begun = Callable[[], Outcomes]


class Readers(Protocol):
    """Who reads chunks of jobs: begun, then asked for in the order they were begun."""

    #: crawls and payloads that may be on their way at once
    most_ahead: int

    def begin(self, jobs: Sequence[Job]) -> Begun:
        """Begin to read a chunk."""


class Here:
    """Reading in this process, where workers are not worth starting."""

    most_ahead = 0

    def __init__(self, run: Run) -> None:
        self.run = run

    def begin(self, jobs: Sequence[Job]) -> Begun:
        """Read the chunk once it is asked for."""
        return partial(read_jobs, jobs, self.run)


class Workers:
    """Processes that read chunks of payloads. Results come in the order asked for, whoever is done first."""

    #: enough that no worker waits, few enough to hold in memory
    most_ahead = 4_000

    def __init__(self, count: int, run: Run) -> None:
        self.count = count
        self.run = run
        self._pool = self._started(count)

    @staticmethod
    def _started(count: int) -> ProcessPoolExecutor:
        # spawned, because DuckDB's threads do not survive a fork
        return ProcessPoolExecutor(count, get_context("spawn"), without_collector)

    def answer(self) -> bool:
        """Whether workers start at all: where the program has no importable main module, say, none does."""
        return _answers(self._pool, self.count)

    def begin(self, jobs: Sequence[Job]) -> Begun:
        """Begin to read a chunk; where a worker dies over it or beside it, it is read again when it is asked for."""
        try:
            future = self._pool.submit(read_jobs, jobs, self.run)
        except BrokenProcessPool:
            self._pool.shutdown(wait=False)
            self._pool = self._started(self.count)
            future = self._pool.submit(read_jobs, jobs, self.run)
        return partial(self._ended, jobs, future)

    def _ended(self, jobs: Sequence[Job], future: "Future[Outcomes]") -> Outcomes:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._again(jobs)

    def _again(self, jobs: Sequence[Job]) -> Outcomes:
        """Read in a process of their own, and in halves where that one dies too, until the payload is alone.

        Raises WorkFailed where no process starts any more, because then the payload is not to blame.
        """
        with self._started(1) as alone:
            if not _answers(alone):
                raise WorkFailed("Workers die as they start: free memory, then run again; nothing has been changed.")
            try:
                return alone.submit(read_jobs, jobs, self.run).result()
            except BrokenProcessPool:
                if len(jobs) == 1:
                    return unreadable(jobs[0], "reader failed: the process that read it died")
        middle = len(jobs) // 2
        return self._again(jobs[:middle]) + self._again(jobs[middle:])

    def close(self) -> None:
        """Stop the workers; what has not begun is not read."""
        self._pool.shutdown(cancel_futures=True)


def _answers(pool: ProcessPoolExecutor, count: int = 1) -> bool:
    try:
        # a pool starts one worker for each call that finds none idle: asked for together, they start together
        asked = [pool.submit(int) for _ in range(count)]
        asked[0].result()
    except BrokenProcessPool:
        return False
    return True


@contextmanager
def started(payloads: int, run: Run) -> Iterator[Readers]:
    """Workers for a landing of so many payloads, or none where they are not worth it or may not be started."""
    may_start = CORES > 1 and not current_process().daemon
    workers = Workers(CORES, run) if may_start and payloads >= FEWEST else None
    try:
        yield workers if workers and workers.answer() else Here(run)
    finally:
        if workers:
            workers.close()


def read_ahead(
    readers: Readers,
    crawls: Iterable[Landed],
    plan: Callable[[BoardCrawl, Sequence[LandedPayload]], list[Job]],
    take: Callable[[Sequence[Job], Outcomes], None],
) -> Iterator[Landed]:
    """The crawls in their order, each when its planned payloads have been read and taken."""
    waiting: deque[_Group] = deque()
    for group in _grouped(readers, crawls, plan):
        waiting.append(group)
        while len(waiting) > 1 and sum(one.held for one in waiting) > readers.most_ahead:
            yield from _ended(waiting.popleft(), take)
    while waiting:
        yield from _ended(waiting.popleft(), take)


@dataclass(frozen=True, slots=True)
class _Group:
    """Crawls on their way; each counts beside its payloads, because most of a day's have none."""

    crawls: list[Landed]
    chunks: list[tuple[list[Job], Begun]]
    held: int


def _grouped(
    readers: Readers, crawls: Iterable[Landed], plan: Callable[[BoardCrawl, Sequence[LandedPayload]], list[Job]]
) -> Iterator[_Group]:
    """Crawls one after the other, as many together as fill a chunk: most boards are small."""
    group: list[Landed] = []
    jobs: list[Job] = []
    held = 0
    for crawl, payloads in crawls:
        group.append((crawl, payloads))
        jobs += plan(crawl, payloads)
        held += 1 + len(payloads)
        if len(jobs) >= CHUNK or held >= MOST_TOGETHER:
            yield _Group(group, _begun(readers, jobs), held)
            group, jobs, held = [], [], 0
    yield _Group(group, _begun(readers, jobs), held)


def _begun(readers: Readers, jobs: list[Job]) -> list[tuple[list[Job], Begun]]:
    chunks = [jobs[start : start + CHUNK] for start in range(0, len(jobs), CHUNK)]
    return [(chunk, readers.begin(chunk)) for chunk in chunks]


def _ended(group: _Group, take: Callable[[Sequence[Job], Outcomes], None]) -> Iterator[Landed]:
    for jobs, outcomes in group.chunks:
        take(jobs, outcomes())
    yield from group.crawls
