"""Matching by the changes: what changed is read again, and only what shares a block with it is matched again.

Records that share no key, directly or through others, cannot meet; they lie in different neighbourhoods. A change
touches the neighbourhoods of the keys it had and of those it has, whole ones, so matching them anew and leaving the
others comes to what matching everything would. Starting from nothing is the case where everything changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Protocol

import duckdb
import pyarrow as pa

from pipelines.dedupe.chunks import MATCHES, Chunk, Keys, Map, match_chunk
from pipelines.dedupe.matching import is_typo
from warehouse.database import sql

# Neighbourhoods are matched in batches of about this many records.
BATCH = 2_000

_BLOCKS = pa.schema([("listing_id", pa.string()), ("neighbourhood", pa.string()), ("batch", pa.int32())])
_PAIRS = pa.schema([("title_key", pa.int64()), ("close_key", pa.int64())])


class Listings(Protocol):
    """Where records lie. Texts are read when they are compared and never all held at once."""

    def keys(self, run: Map) -> Iterator[Keys]:
        """The keys of the records of the table `changed`. No text is needed for them."""

    def batches(self) -> Iterator[Chunk]:
        """The records of the table `blocks`, a chunk a batch, with their texts."""


def rematch(con: duckdb.DuckDBPyConnection, listings: Listings, run: Map) -> int:
    """Bring `int_matches` up to date with the tables `changed` and `gone`; returns how many records that looked at."""
    if not _count(con, "changed") and not _count(con, "gone"):
        return 0
    _keep_keys(con, list(listings.keys(run)))
    con.execute(sql("dedupe/affected"))
    _keep(con, "blocks", pa.Table.from_batches(_blocks(con), _BLOCKS))
    _keep(con, "matched", pa.concat_tables([MATCHES.empty_table(), *run(match_chunk, listings.batches())]))
    con.execute(sql("dedupe/rematched"))
    con.execute("DELETE FROM int_matches WHERE listing_id IN (SELECT listing_id FROM affected UNION FROM gone)")
    con.execute("INSERT INTO int_matches BY NAME FROM rematched")
    return _count(con, "affected")


def _keep_keys(con: duckdb.DuckDBPyConnection, read: list[Keys]) -> None:
    """Puts the keys read in place of those the records had, and notes which titles are a typo apart."""
    con.execute("DELETE FROM int_match_keys WHERE listing_id IN (SELECT listing_id FROM changed UNION FROM gone)")
    if not read:
        return
    _keep(con, "read_keys", pa.concat_tables([one.keys for one in read]))
    _keep(con, "read_titles", pa.concat_tables([one.titles for one in read]))
    con.execute("INSERT INTO int_match_keys BY NAME FROM read_keys")
    con.execute(sql("dedupe/new_titles"))
    near = con.execute(sql("dedupe/near_titles")).fetchall()
    pairs = {(one, other): None for one, other, word, mistyped in near if is_typo(word, mistyped)}
    columns = [[one for one, _ in pairs], [other for _, other in pairs]]
    _keep(con, "pairs", pa.table(columns, schema=_PAIRS))
    con.execute("INSERT INTO int_match_titles BY NAME FROM new_titles")
    con.execute("INSERT INTO int_close_titles BY NAME FROM pairs")


def _blocks(con: duckdb.DuckDBPyConnection) -> Iterator[pa.RecordBatch]:
    """The affected records that share a block with another, whole neighbourhoods in each batch."""
    shared = (row[0] for row in con.execute(sql("dedupe/shared_keys")).fetchall())
    members: list[str] = []
    names: list[str] = []
    number = 0
    for together in sorted(neighbourhoods(shared)):
        members.extend(together)
        names.extend([together[0]] * len(together))
        if len(members) >= BATCH:
            yield pa.record_batch([members, names, [number] * len(members)], schema=_BLOCKS)
            members, names, number = [], [], number + 1
    yield pa.record_batch([members, names, [number] * len(members)], schema=_BLOCKS)


def neighbourhoods(groups: Iterable[list[str]]) -> list[list[str]]:
    """Groups that share members, joined; sorted members, each in one neighbourhood."""
    leader: dict[str, str] = {}

    def lead(member: str) -> str:
        while (above := leader.setdefault(member, member)) != member:
            leader[member] = leader[above]
            member = leader[member]
        return member

    for first, *others in groups:
        top = lead(first)
        for other in others:
            leader[lead(other)] = top
    found: defaultdict[str, list[str]] = defaultdict(list)
    for member in leader:
        found[lead(member)].append(member)
    return [sorted(members) for members in found.values()]


def _keep(con: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A temporary table of these rows."""
    con.register("_rows", rows)
    con.execute(f"CREATE OR REPLACE TEMP TABLE {name} AS FROM _rows")
    con.unregister("_rows")


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a name of this file
    return int(row[0]) if row else 0
