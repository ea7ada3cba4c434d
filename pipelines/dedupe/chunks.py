"""Work in chunks on as many processes as there are cores. What is done to a chunk is pure, so any process may do it."""

import gc
import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

import pyarrow as pa

from pipelines.dedupe.matching import Record, block_keys, match

Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]

# The processes make small objects by the million and no cycles: they run without the cyclic garbage collector.
# Below this many records, starting processes costs more than they save.
FEW = 20_000
MOST_PROCESSES = 8

_KEYS = pa.schema([("listing_id", pa.string()), ("match_key", pa.int64())])
_TITLES = pa.schema([("title_key", pa.int64()), ("rest_key", pa.int64()), ("word", pa.string())])
MATCHES = pa.schema(
    [
        ("listing_id", pa.string()),
        ("cluster", pa.string()),
        ("is_canonical", pa.bool_()),
        ("match_reason", pa.string()),
    ]
)


class Chunk(Protocol):
    """Some records, read where they are worked on."""

    def read(self) -> tuple[list[str], list[Record]]:
        """The records, and before them the listing id of each."""


@dataclass(slots=True)
class Keys:
    """What a chunk's records can be met under: their keys, and the odd words of their titles."""

    keys: pa.Table
    titles: pa.Table


def keys_of(owners: list[str], records: list[Record]) -> Keys:
    """The match keys of records, each under the listing id of its owner."""
    holders: list[str] = []
    keys: list[int] = []
    titles: dict[int, list[tuple[int, str]]] = {}
    for owner, found in zip(owners, block_keys(records), strict=True):
        keys.extend(found.identities)
        holders.extend([owner] * len(found.identities))
        if found.title is not None:
            keys.append(found.title)
            holders.append(owner)
            titles[found.title] = found.odd_words
    title_keys = [title for title, odd in titles.items() for _ in odd]
    rests = [rest for odd in titles.values() for rest, _ in odd]
    words = [word for odd in titles.values() for _, word in odd]
    return Keys(pa.table([holders, keys], schema=_KEYS), pa.table([title_keys, rests, words], schema=_TITLES))


def read_chunk(chunk: Chunk) -> Keys:
    """The keys of a chunk's records."""
    return keys_of(*chunk.read())


def match_chunk(chunk: Chunk) -> pa.Table:
    """The clusters of a chunk whose records share no block with any outside it."""
    owners, records = chunk.read()
    found = match(records)
    clusters = [owners[one.cluster] for one in found]
    columns = [owners, clusters, [one.is_canonical for one in found], [one.match_reason for one in found]]
    return pa.table(columns, schema=MATCHES)


@contextmanager
def workers(records: int) -> Iterator[Map]:
    """Something like `map` over chunks, in order; on several processes where there are many records."""
    processes = min(MOST_PROCESSES, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    if records < FEW or processes < 2:
        yield map
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), gc.disable) as pool:
        yield lambda work, chunks: _ahead(pool, work, chunks, 2 * processes)


def _ahead(pool: ProcessPoolExecutor, work: Callable[[Any], Any], chunks: Iterable[Any], waiting: int) -> Iterator[Any]:
    """Results in order; no more chunks are held than keep the processes busy."""
    rest = iter(chunks)
    held: deque[Future[Any]] = deque(pool.submit(work, chunk) for chunk in islice(rest, waiting))
    while held:
        done = held.popleft().result()
        held.extend(pool.submit(work, chunk) for chunk in islice(rest, 1))
        yield done
