"""The warehouse's postings as records to match: what changed since they were last matched, read in chunks."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import duckdb

from pipelines.dedupe.chunks import Chunk, Keys, Map, read_rows
from pipelines.dedupe.matching import Record
from warehouse.sql_text import sql

CHUNK = 5_000
_HERE = Path(__file__).parent


@cache
def matcher_version() -> str:
    """Hash of the code that decides matches: when it changes, everything is matched again."""
    files = [*sorted((_HERE / "matching").glob("*.py")), _HERE.parent / "companies.py"]
    return blake2b(b"".join(file.read_bytes() for file in files), digest_size=8).hexdigest()


@dataclass(slots=True)
class Rows:
    """Records as rows, the listing id first."""

    rows: list[tuple[Any, ...]]

    def read(self) -> tuple[list[str], list[Record]]:
        """The records and their listing ids."""
        return [row[0] for row in self.rows], [Record(*row) for row in self.rows]


class WarehousePostings:
    """The postings of the warehouse that the tables `changed` and `blocks` name."""

    def __init__(self, con: duckdb.DuckDBPyConnection) -> None:
        self._con = con
        con.execute(sql("dedupe/records"))
        con.execute(sql("dedupe/noticed"), {"version": matcher_version()})
        con.execute(sql("dedupe/changed"))
        con.execute(sql("dedupe/gone"))

    def keys(self, run: Map) -> Iterator[Keys]:
        """The keys of what changed."""
        yield from run(read_rows, self._changed())

    def batches(self) -> Iterator[Chunk]:
        """Whole neighbourhoods with their texts."""
        self._con.execute(
            "SELECT batch, records.* FROM records JOIN blocks ON blocks.listing_id = records.id ORDER BY batch, number"
        )
        rows = (row for page in iter(lambda: self._con.fetchmany(CHUNK), []) for row in page)
        for _, members in groupby(rows, key=itemgetter(0)):
            yield Rows([row[1:] for row in members])

    def _changed(self) -> Iterator[list[tuple[str, ...]]]:
        self._con.execute(
            "SELECT id, title, company, location, url, requisition_id FROM records JOIN changed ON listing_id = id"
        )
        yield from iter(lambda: self._con.fetchmany(CHUNK), [])
