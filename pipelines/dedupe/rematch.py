"""Matching by the changes: what changed is read again, and only what shares a block with it is matched again.

Records that share no key, directly or through others, cannot meet; they lie in different neighbourhoods. A change
touches the neighbourhoods of the keys it had and of those it has, whole ones, so matching them anew and leaving the
others comes to what matching everything would. Starting from nothing is the case where everything changed.
"""

from collections.abc import Iterator
from typing import Protocol

import duckdb
import pyarrow as pa

from pipelines.dedupe.chunks import MATCHES, Chunk, Keys, Map, match_chunk
from pipelines.dedupe.matching import is_typo
from warehouse.sql_text import sql
from warehouse.temp_tables import temp_table

# Neighbourhoods are matched in batches of about this many records.
BATCH = 2_000

_CLOSE_ROLES = pa.schema([("role_key", pa.int64()), ("close_key", pa.int64())])
_LEADERS = pa.schema([("number", pa.int64()), ("leader", pa.int64())])


class Listings(Protocol):
    """Where records lie. Texts are read when they are compared and never all held at once."""

    def keys(self, run: Map) -> Iterator[Keys]:
        """The keys of the records of the table `changed`. No text is needed for them."""

    def batches(self) -> Iterator[Chunk]:
        """The records of the table `blocks`, a chunk a batch, with their texts."""


def rematch(con: duckdb.DuckDBPyConnection, listings: Listings, run: Map) -> int:
    """Bring `int_matches` up to date with the tables `changed` and `gone`; returns how many records that looked at."""
    if not _count(con, "changed") and not _count(con, "gone"):
        con.execute(sql("dedupe/affected_all"))
        return 0
    is_first = not _count(con, "int_matches")
    _keep_keys(con, list(listings.keys(run)))
    con.execute(sql("dedupe/affected_all" if is_first else "dedupe/affected"))
    affected = _count(con, "affected")
    con.execute(sql("dedupe/meetings"))
    met = con.execute("FROM meetings").to_arrow_table()
    leaders = neighbourhoods(affected, met["one"].to_pylist(), met["other"].to_pylist())
    temp_table(con, "leaders", pa.table([list(range(affected)), leaders], schema=_LEADERS))
    con.execute(sql("dedupe/blocks"), {"batch": BATCH})
    temp_table(con, "matched", pa.concat_tables([MATCHES.empty_table(), *run(match_chunk, listings.batches())]))
    con.execute(sql("dedupe/rematched"))
    if not is_first:
        con.execute("DELETE FROM int_matches WHERE listing_id IN (SELECT listing_id FROM affected UNION FROM gone)")
    con.execute("INSERT INTO int_matches BY NAME FROM rematched")
    return affected


def _keep_keys(con: duckdb.DuckDBPyConnection, read: list[Keys]) -> None:
    """Puts the keys read in place of those the records had, and notes which titles are near each other."""
    if _count(con, "int_meeting_keys"):
        con.execute("DELETE FROM int_meeting_keys WHERE listing_id IN (SELECT listing_id FROM changed UNION FROM gone)")
    if not read:
        return
    _append(con, "int_meeting_keys", pa.concat_tables(map(_owned, read)))
    temp_table(con, "read_titles", pa.concat_tables([one.titles for one in read]))
    temp_table(con, "read_heads", pa.concat_tables([one.heads for one in read]))
    temp_table(con, "read_role_words", pa.concat_tables([one.role_words for one in read]))
    con.execute(sql("dedupe/new_titles"))
    con.execute(sql("dedupe/new_heads"))
    con.execute(sql("dedupe/new_role_words"))
    near = con.execute(sql("dedupe/near_roles")).fetchall()
    close = {(one, other) for one, other, word, mistyped in near if is_typo(word, mistyped)}
    close |= {(other, one) for one, other in close}
    columns = [[one for one, _ in close], [other for _, other in close]]
    _append(con, "int_close_roles", pa.table(columns, schema=_CLOSE_ROLES))
    con.execute("INSERT INTO int_titles BY NAME FROM new_titles")
    con.execute("INSERT INTO int_role_words BY NAME FROM new_role_words")
    con.execute(sql("dedupe/close_titles"))
    con.execute("INSERT INTO int_shorter_titles BY NAME FROM new_heads")


def _owned(read: Keys) -> pa.Table:
    """The keys by the listing id of each record."""
    return read.keys.drop("number").append_column("listing_id", read.owners.take(read.keys["number"]))


def neighbourhoods(size: int, ones: list[int], others: list[int]) -> list[int]:
    """For each of `size` numbers the smallest one it is connected to, `ones` meeting `others`."""
    leader = list(range(size))
    for one, other in zip(ones, others, strict=True):
        while leader[one] != one:
            leader[one] = one = leader[leader[one]]
        while leader[other] != other:
            leader[other] = other = leader[leader[other]]
        if one < other:
            leader[other] = one
        else:
            leader[one] = other
    for number, above in enumerate(leader):
        leader[number] = leader[above]  # nobody's leader is greater, so those before are done
    return leader


def _append(con: duckdb.DuckDBPyConnection, table: str, rows: pa.Table) -> None:
    """These rows at the end of a table of that name."""
    con.register("_rows", rows)
    con.execute(f"INSERT INTO {table} BY NAME FROM _rows")
    con.unregister("_rows")


def _count(con: duckdb.DuckDBPyConnection, table: str) -> int:
    row = con.execute(f"SELECT count(*) FROM {table}").fetchone()  # noqa: S608 - a name of this file
    return int(row[0]) if row else 0
