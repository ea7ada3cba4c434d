"""Work in chunks on as many processes as there are cores. What is done to a chunk is pure, so any process may do it."""

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
    held: list[tuple[str, int]] = []
    titles: dict[int, list[tuple[int, str]]] = {}
    for owner, found in zip(owners, block_keys(records), strict=True):
        held.extend((owner, key) for key in found.identities)
        if found.title is not None:
            held.append((owner, found.title))
            titles[found.title] = found.odd_words
    odd = [(title, rest, word) for title, words in titles.items() for rest, word in words]
    return Keys(_table(held, _KEYS), _table(odd, _TITLES))


def read_chunk(chunk: Chunk) -> Keys:
    """The keys of a chunk's records."""
    return keys_of(*chunk.read())


def match_chunk(chunk: Chunk) -> pa.Table:
    """The clusters of a chunk whose records share no block with any outside it."""
    owners, records = chunk.read()
    found = zip(owners, match(records), strict=True)
    return _table([(owner, owners[one.cluster], one.is_canonical, one.match_reason) for owner, one in found], MATCHES)


def _table(rows: list[tuple[Any, ...]], schema: pa.Schema) -> pa.Table:
    """The rows as columns."""
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    return pa.table([pa.array(column, kind) for column, kind in zip(columns, schema.types, strict=True)], schema)


@contextmanager
def workers(records: int) -> Iterator[Map]:
    """Something like `map` over chunks, in order; on several processes where there are many records."""
    processes = min(MOST_PROCESSES, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    if records < FEW or processes < 2:
        yield map
        return
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        yield lambda work, chunks: _ahead(pool, work, chunks, 2 * processes)


def _ahead(pool: ProcessPoolExecutor, work: Callable[[Any], Any], chunks: Iterable[Any], waiting: int) -> Iterator[Any]:
    """Results in order; no more chunks are held than keep the processes busy."""
    rest = iter(chunks)
    held: deque[Future[Any]] = deque(pool.submit(work, chunk) for chunk in islice(rest, waiting))
    while held:
        done = held.popleft().result()
        held.extend(pool.submit(work, chunk) for chunk in islice(rest, 1))
        yield done
