"""Work in chunks on as many processes as there are cores. What is done to a chunk is pure, so any process may do it."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import Any, Protocol

import pyarrow as pa

from pipelines.collector import without_collector
from pipelines.dedupe.matching import Column, Record, block_keys, match

Map = Callable[[Callable[[Any], Any], Iterable[Any]], Iterator[Any]]

# Below this many records, starting processes costs more than they save.
FEW = 20_000
MOST_PROCESSES = 8

_KEYS = pa.schema([("number", pa.int32()), ("match_key", pa.int64()), ("place_key", pa.int64())])
_TITLES = pa.schema([("title_key", pa.int64()), ("role_key", pa.int64())])
_HEADS = pa.schema([("title_key", pa.int64()), ("head_key", pa.int64())])
_ROLE_WORDS = pa.schema([("role_key", pa.int64()), ("rest_key", pa.int64()), ("word", pa.string())])
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
    """What a chunk's records can be met under: keys by each record's number in the chunk, titles, and roles' words.

    `heads` are of titles that go on after a comma, say: the key of the title before it.
    """

    owners: pa.Array
    keys: pa.Table
    titles: pa.Table
    heads: pa.Table
    role_words: pa.Table


def keys_of(owners: pa.Array, columns: Sequence[Column]) -> Keys:
    """The match keys of records, given as their titles, companies, locations, URLs and requisition ids."""
    found = block_keys(*columns)
    keys = pa.table([found.holders, _signed(found.keys), _signed(found.places)], schema=_KEYS)
    titles = pa.table([_signed(found.titles), _signed(found.title_roles)], schema=_TITLES)
    heads = pa.table([_signed(found.longer), _signed(found.heads)], schema=_HEADS)
    words = pa.table([_signed(found.roles), _signed(found.rests), found.words], schema=_ROLE_WORDS)
    return Keys(owners, keys, titles, heads, words)


def read_rows(rows: list[tuple[str, ...]]) -> Keys:
    """The keys of rows: the listing id first, then the strings that keys are made of."""
    owners, *columns = zip(*rows, strict=True)
    return keys_of(pa.array(owners, pa.string()), columns)


def _signed(numbers: list[int]) -> pa.Array:
    """Unsigned numbers of 64 bits as the signed ones of the same bits, which a table can hold."""
    return pa.array(numbers, pa.uint64()).view(pa.int64())


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
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), without_collector) as pool:
        yield lambda work, chunks: _ahead(pool, work, chunks, 2 * processes)


def _ahead(pool: ProcessPoolExecutor, work: Callable[[Any], Any], chunks: Iterable[Any], waiting: int) -> Iterator[Any]:
    """Results in order; no more chunks are held than keep the processes busy."""
    rest = iter(chunks)
    held: deque[Future[Any]] = deque(pool.submit(work, chunk) for chunk in islice(rest, waiting))
    while held:
        done = held.popleft().result()
        held.extend(pool.submit(work, chunk) for chunk in islice(rest, 1))
        yield done
