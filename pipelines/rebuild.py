"""A warehouse that was lost, made again from the landing: run by run, by the clocks of the crawls.

In one go it would hold the same listings but not the same history: what a position was called before, which two were
joined when. Only an empty warehouse is rebuilt; any other is left as it is.
"""

from pathlib import Path

import duckdb

from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import normalise
from warehouse.landing import landed_platforms
from warehouse.run import Run


def rebuild(con: duckdb.DuckDBPyConnection, landing_root: Path, run: Run) -> int:
    """Take in every earlier run that has landed something. Returns how many; none where the warehouse holds anything.

    A rebuild that was killed goes on where it stopped: each step is a transaction.
    """
    ((taken,),) = con.execute("SELECT max(crawled_at) FROM stg_crawls").fetchall()
    if taken is not None and not _is_rebuilding(con):
        return 0
    # the last one taken in once more: it may have been killed between its steps
    missing = [past for past in _runs(landing_root, run) if taken is None or past.as_of >= taken]
    con.execute("CREATE TABLE IF NOT EXISTS _rebuilding (since TIMESTAMPTZ)")
    for past in missing:
        normalise(con, landing_root, past, until=past.as_of)
        lifecycle(con, past)
        dedupe(con, past)
    con.execute("DROP TABLE _rebuilding")
    return len(missing)


def _is_rebuilding(con: duckdb.DuckDBPyConnection) -> bool:
    return bool(con.execute("SELECT 1 FROM duckdb_tables() WHERE table_name = '_rebuilding'").fetchall())


def _runs(landing_root: Path, run: Run) -> list[Run]:
    """The runs before this one, by their clocks; of several at one clock the last, which completed the others."""
    crawls = [crawl for landing in landed_platforms(landing_root) for crawl, _ in landing.crawls()]
    ids = {crawl.crawled_at: crawl.run_id for crawl in crawls if crawl.crawled_at < run.as_of}
    return [Run(ids[clock], clock, run.close_after) for clock in sorted(ids)]
