"""The lifecycle step: unfolded crawls become listing states and posting events, a round of crawls at a time, in SQL."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import duckdb
import pyarrow as pa

from pipelines.lifecycle.verdicts import Crawl, SourceState, Verdict, judge, platforms_in_outage, rounds
from warehouse.database import fetch_dicts, replace_rows, transaction
from warehouse.models.history import IntSourceState
from warehouse.run import Run
from warehouse.sql_text import sql
from warehouse.vocabulary import CrawlOutcome

_ROUND = pa.schema(
    [
        ("crawl_seq", pa.int64()),
        ("source_id", pa.string()),
        ("is_believed", pa.bool_()),
        ("counts", pa.bool_()),
        ("prior_at", pa.timestamp("us", tz="UTC")),
        ("prior_crawl_id", pa.string()),
        ("reason", pa.string()),
        ("is_gone", pa.bool_()),
        ("gone_since_at", pa.timestamp("us", tz="UTC")),
    ]
)
_UNCHANGED = pa.schema(
    [("crawl_seq", pa.int64()), ("source_id", pa.string()), ("counted_at", pa.timestamp("us", tz="UTC"))]
)
_RETIRED = pa.schema([("source_id", pa.string()), ("reason", pa.string())])
#: what each round does, in this order; each file says its grain
_STATEMENTS = (
    "lifecycle/changed_events",
    "lifecycle/opened_events",
    "lifecycle/reopened_events",
    "lifecycle/seen_states",
    "lifecycle/new_states",
    "lifecycle/missed_states",
    "lifecycle/called_closed",
    "lifecycle/closing",
    *(_CLOSED := ("lifecycle/closed_events", "lifecycle/closed_states")),
)


@dataclass(frozen=True, slots=True)
class LifecycleReport:
    """What one lifecycle step did: crawls folded in, and posting events by their name."""

    crawls: int
    events: dict[str, int]


def lifecycle(con: duckdb.DuckDBPyConnection, run: Run, retired: Mapping[str, str] | None = None) -> LifecycleReport:
    """Fold every crawl that normalise has read and the lifecycle has not seen.

    `retired` says, by source_id, why nobody asks a source any more: its listings expire or age out.
    """
    with transaction(con):
        before = _event_count(con)
        con.execute(sql("lifecycle/reread_states"))
        crawls = [_crawl(row) for row in fetch_dicts(con, sql("lifecycle/unfolded_crawls"))]
        states = {row["source_id"]: SourceState(**row) for row in fetch_dicts(con, sql("lifecycle/source_states"))}
        for turn in rounds(crawls):
            _fold(con, turn, states, run)
        touched = {crawl.source_id for crawl in crawls}
        replace_rows(con, IntSourceState, [_state_row(states[source]) for source in touched], "source_id")
        con.execute("UPDATE stg_crawls SET is_folded = true WHERE NOT is_folded")
        con.execute("DELETE FROM stg_sightings")
        con.execute("DELETE FROM stg_closures")
        _close_retired(con, retired or {}, run)
        query = "SELECT event, count(*) FROM (FROM int_listing_events OFFSET ?) GROUP BY ALL ORDER BY ALL"
        return LifecycleReport(len(crawls), dict(con.execute(query, [before]).fetchall()))


def _fold(con: duckdb.DuckDBPyConnection, turn: list[Crawl], states: dict[str, SourceState], run: Run) -> None:
    judged = [(crawl, states.get(crawl.source_id, SourceState(crawl.source_id))) for crawl in turn]
    _see_unchanged(con, judged)
    outages = platforms_in_outage(judged)
    verdicts = [(crawl, judge(crawl, state, is_outage=crawl.platform in outages)) for crawl, state in judged]
    con.register("_turn", pa.Table.from_pylist([_turn_row(*pair, run) for pair in verdicts], schema=_ROUND))
    con.execute(
        "CREATE OR REPLACE TEMP TABLE crawl_round AS SELECT * FROM _turn JOIN stg_crawls USING (crawl_seq, source_id)"
    )
    con.unregister("_turn")
    for statement in _STATEMENTS:
        text = sql(statement)
        con.execute(text, {"close_after": run.close_after} if "$close_after" in text else None)
    states.update({crawl.source_id: verdict.state for crawl, verdict in verdicts})


def _close_retired(con: duckdb.DuckDBPyConnection, retired: Mapping[str, str], run: Run) -> None:
    con.register("_retired", pa.table({"source_id": [*retired], "reason": [*retired.values()]}, schema=_RETIRED))
    con.execute(sql("lifecycle/closing_retired"), {"as_of": run.as_of, "run_id": run.run_id})
    con.unregister("_retired")
    for statement in _CLOSED:
        con.execute(sql(statement))


def _see_unchanged(con: duckdb.DuckDBPyConnection, judged: list[tuple[Crawl, SourceState]]) -> None:
    """A board that answered as before shows again what its last counted crawl had shown."""
    rows = [
        {"crawl_seq": crawl.crawl_seq, "source_id": crawl.source_id, "counted_at": state.counted_at}
        for crawl, state in judged
        if crawl.outcome is CrawlOutcome.UNCHANGED and state.counted_at
    ]
    con.register("_unchanged", pa.Table.from_pylist(rows, schema=_UNCHANGED))
    con.execute(sql("lifecycle/unchanged_sightings"))
    con.unregister("_unchanged")


def _turn_row(crawl: Crawl, verdict: Verdict, run: Run) -> dict[str, Any]:
    return {
        "crawl_seq": crawl.crawl_seq,
        "source_id": crawl.source_id,
        "is_believed": verdict.is_believed,
        "counts": verdict.counts,
        "prior_at": verdict.prior_at,
        "prior_crawl_id": verdict.prior_crawl_id,
        "reason": verdict.reason.value,
        "is_gone": verdict.state.gone_count >= run.close_after,
        "gone_since_at": verdict.state.gone_since_at,
    }


def _state_row(state: SourceState) -> dict[str, Any]:
    """A state as a row. `asdict` would copy each value, and there are as many states as boards."""
    return {one.name: getattr(state, one.name) for one in fields(state)}


def _crawl(row: dict[str, Any]) -> Crawl:
    return Crawl(**{**row, "outcome": CrawlOutcome(row["outcome"])})


def _event_count(con: duckdb.DuckDBPyConnection) -> int:
    row = con.execute("SELECT count(*) FROM int_listing_events").fetchone()
    return int(row[0]) if row else 0
