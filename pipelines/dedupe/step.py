"""The dedupe step: source records are grouped into positions and challenges whose published ids never change hands."""

from dataclasses import dataclass

import duckdb
import pyarrow as pa

from pipelines.dedupe.challenges import ChallengeRecord, same_challenges
from pipelines.dedupe.chunks import workers
from pipelines.dedupe.matching import REPOSTED_WITHIN
from pipelines.dedupe.postings import WarehousePostings
from pipelines.dedupe.rematch import rematch
from warehouse.database import fetch_dicts, transaction
from warehouse.run import Run
from warehouse.sql_text import sql

_CLUSTERED = pa.schema([(name, pa.string()) for name in ("listing_id", "listing_kind", "cluster", "match_reason")])


@dataclass(frozen=True, slots=True)
class DedupeReport:
    """What one dedupe step found: source records, published listings, and records merged into another's."""

    postings: int
    positions: int
    challenges: int
    events: dict[str, int]


def dedupe(con: duckdb.DuckDBPyConnection, run: Run) -> DedupeReport:
    """Group every posting and challenge ever seen, and keep their published ids."""
    with transaction(con):
        before = _count(con, "SELECT count(*) FROM int_listing_events")
        postings = _cluster(con)
        for statement in ("held", "assigned", "settled", "members", "published_states"):
            con.execute(sql(f"dedupe/{statement}"))
        con.execute(sql("dedupe/merged_redirects"), {"as_of": run.as_of})
        con.execute(sql("dedupe/followed_redirects"))
        con.execute(sql("dedupe/revived_redirects"))
        con.execute(sql("dedupe/published_events"), {"as_of": run.as_of, "run_id": run.run_id})
        _keep(con)
        query = "SELECT event, count(*) FROM (FROM int_listing_events OFFSET ?) GROUP BY ALL ORDER BY ALL"
        events = dict(con.execute(query, [before]).fetchall())
        kinds = "SELECT count(*) FROM int_published_states WHERE listing_kind = ?"
        return DedupeReport(postings, _count(con, kinds, "posting"), _count(con, kinds, "challenge"), events)


def _keep(con: duckdb.DuckDBPyConnection) -> None:
    """Puts what was touched in place of what was held of it."""
    for table, source in (("int_members", "members"), ("int_member_states", "settled")):
        con.execute(f"DELETE FROM {table} WHERE listing_id IN (FROM touched)")  # noqa: S608 - names of this file
        con.execute(f"INSERT INTO {table} BY NAME FROM {source}")
    ids = "SELECT published_id FROM held UNION SELECT published_id FROM published_states"
    con.execute(f"DELETE FROM int_published_states WHERE published_id IN ({ids})")  # noqa: S608 - a query of this file
    con.execute("INSERT INTO int_published_states BY NAME SELECT * EXCLUDE (last_seen_at) FROM published_states")


def _cluster(con: duckdb.DuckDBPyConnection) -> int:
    """Make the tables `touched` and, of these, `clustered`; returns the number of postings ever matched."""
    postings = WarehousePostings(con)
    with workers(_count(con, "SELECT count(*) FROM changed")) as run:
        if rematch(con, postings, run):
            _note_gaps(con)
    con.execute(sql("dedupe/touched"))
    con.execute(sql("dedupe/clustered"))
    _add_challenges(con)
    return _count(con, "SELECT count(*) FROM int_matches")


def _note_gaps(con: duckdb.DuckDBPyConnection) -> None:
    """Remembers which of the postings just matched would be matched otherwise if they were seen again."""
    stale = "SELECT listing_id FROM affected UNION FROM gone"
    con.execute(f"DELETE FROM int_match_gaps WHERE listing_id IN ({stale})")  # noqa: S608 - a query of this file
    con.execute(sql("dedupe/gaps"), {"reposted_within": REPOSTED_WITHIN})


def _add_challenges(con: duckdb.DuckDBPyConnection) -> None:
    """Puts the challenges into `clustered`: few enough to be compared anew each time."""
    challenges = same_challenges(ChallengeRecord(**row) for row in fetch_dicts(con, sql("dedupe/challenge_records")))
    rows = [
        {"listing_id": m.id, "listing_kind": "challenge", "cluster": m.cluster_id, "match_reason": m.match_reason}
        for m in challenges
    ]
    con.register("_clustered", pa.Table.from_pylist(rows, schema=_CLUSTERED))
    con.execute("INSERT INTO clustered BY NAME FROM _clustered")
    con.unregister("_clustered")


def _count(con: duckdb.DuckDBPyConnection, query: str, *parameters: str) -> int:
    row = con.execute(query, list(parameters) or None).fetchone()
    return int(row[0]) if row else 0
