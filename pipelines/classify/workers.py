"""Work on blocks over all cores, answers in the order of the blocks. What is done to a block belongs to the caller."""

import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import cache
from itertools import islice
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import TypeVar

from pipelines.classify.classifier import Classifier
from pipelines.classify.hub_files import shipped_hubs
from pipelines.collector import without_collector

Block = TypeVar("Block")
Answer = TypeVar("Answer")
_WAITING = 3  # blocks a worker may be ahead of what was taken: memory stays constant


@cache
def shipped_classifier() -> Classifier:
    """The classifier of the shipped hubs, once a process."""
    return Classifier(shipped_hubs())


def in_order(
    work: Callable[[Block], Answer], blocks: Iterable[Block], alone: int = 1, workers: int | None = None
) -> Iterator[Answer]:
    """`work` done to every block, answered in order; the first `alone` blocks without starting processes."""
    remaining = iter(blocks)
    yield from map(work, islice(remaining, alone))
    count = workers or len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
    ahead = list(islice(remaining, 1))
    if not ahead or count < 2:
        yield from map(work, ahead)
        yield from map(work, remaining)
        return
    with ProcessPoolExecutor(count, mp_context=_context(), initializer=_prepare) as pool:
        asked: deque[Future[Answer]] = deque(pool.submit(work, block) for block in ahead)
        for block in remaining:
            if len(asked) >= _WAITING * count:
                yield asked.popleft().result()
            asked.append(pool.submit(work, block))
        while asked:
            yield asked.popleft().result()


def _context() -> BaseContext:
    """Forked workers start at once with the hub files read; beside other threads forking is not safe."""
    return get_context("fork" if sys.platform == "linux" and _threads() == 1 else "spawn")


def _threads() -> int:
    """Threads of this process, those of libraries (DuckDB's) too."""
    tasks = Path("/proc/self/task")
    return len(list(tasks.iterdir())) if tasks.exists() else threading.active_count()


def _prepare() -> None:
    shipped_classifier()
    without_collector()
