"""The step assets, normalise to publish: a few lines each around the functions of `pipelines`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from time import perf_counter
from typing import Any

import dagster as dg
import duckdb

from dagster_project.defs.checks import check_results, check_specs
from dagster_project.defs.hub_pages import hub_texts
from dagster_project.defs.raw import raw_key
from dagster_project.defs.resources import Rolecall
from dagster_project.defs.samples import sample_of
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import lifecycle
from pipelines.normalise.step import NormaliseReport, normalise
from pipelines.publish import publish
from pipelines.rebuild import rebuild
from spiders.platforms import platforms

Results = Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]
NORMALISED = {
    "stg_postings": "One posting of one source, as last read.",
    "stg_challenges": "One challenge of one source, as last read.",
    "stg_crawls": "How each crawl of each board ended.",
    "stg_rejects": "Payloads that could not be read, and why.",
}
FOLLOWED = {
    "int_listing_states": "Whether each listing ever seen is open, and since when.",
    "int_listing_events": "What opened, changed, closed and reopened, with reason and evidence.",
}
CLASSIFIED = {"int_classified": "Which skill hubs each listing belongs to, and why."}
DEDUPLICATED = {
    "int_members": "Which position or challenge each source record belongs to, and why.",
    "int_published_states": "Every position and challenge, its stable id, open or closed.",
}


def _specs(group: str, tables: dict[str, str], deps: Sequence[str | dg.AssetKey]) -> list[dg.AssetSpec]:
    return [
        dg.AssetSpec(table, deps=list(deps), group_name=group, description=text, kinds={"duckdb"})
        for table, text in tables.items()
    ]


def _made(rolecall: Rolecall, tables: dict[str, str], step: Callable[[duckdb.DuckDBPyConnection], Any]) -> Results:
    """Run a step; then for each of its tables a materialisation with counts and a sample, and its checks."""
    started = perf_counter()
    with rolecall.warehouse() as con:
        report = asdict(step(con))
        took: dict[str, Any] = {
            "step_seconds": round(perf_counter() - started, 3),
            "step_report": dg.MetadataValue.json(report),
        }
        for table in tables:
            yield dg.MaterializeResult(asset_key=table, metadata={**sample_of(con, table), **took})
        yield from check_results(con, tables)


@dg.multi_asset(
    name="normalise",
    specs=_specs("staging", NORMALISED, [raw_key(name) for name in platforms()]),
    check_specs=check_specs(NORMALISED),
)
def normalised(rolecall: Rolecall) -> Results:
    """Read what has landed since the last time; into a warehouse that was lost, run by run."""

    def step(con: duckdb.DuckDBPyConnection) -> NormaliseReport:
        rebuild(con, rolecall.home.landing, rolecall.run)
        return normalise(con, rolecall.home.landing, rolecall.run)

    yield from _made(rolecall, NORMALISED, step)


@dg.multi_asset(
    name="lifecycle", specs=_specs("history", FOLLOWED, list(NORMALISED)), check_specs=check_specs(FOLLOWED)
)
def followed(rolecall: Rolecall) -> Results:
    """Fold new crawls into the history."""
    yield from _made(rolecall, FOLLOWED, lambda con: lifecycle(con, rolecall.run))


@dg.multi_asset(
    name="classify", specs=_specs("matching", CLASSIFIED, list(FOLLOWED)), check_specs=check_specs(CLASSIFIED)
)
def classified(rolecall: Rolecall) -> Results:
    """Classify listings that are new or changed."""
    yield from _made(rolecall, CLASSIFIED, classify)


@dg.multi_asset(
    name="dedupe", specs=_specs("matching", DEDUPLICATED, list(FOLLOWED)), check_specs=check_specs(DEDUPLICATED)
)
def deduplicated(rolecall: Rolecall) -> Results:
    """Group source records into positions and challenges."""
    yield from _made(rolecall, DEDUPLICATED, lambda con: dedupe(con, rolecall.run))


def _careers_pages(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """Where a person finds each crawled board, by source_id."""
    crawled = con.execute("SELECT DISTINCT source_id, platform FROM stg_crawls").fetchall()
    known = platforms()
    pages = {s: known[p].careers_url(s.removeprefix(f"{p}:")) for s, p in crawled if p in known}
    return {source_id: page for source_id, page in pages.items() if page}


@dg.asset(deps=[*CLASSIFIED, *DEDUPLICATED], group_name="published", kinds={"duckdb"})
def publication(rolecall: Rolecall) -> dg.MaterializeResult[Any]:
    """One DuckDB file with every table of the contract, swapped in atomically."""
    started = perf_counter()
    hubs = hub_texts()
    with rolecall.warehouse() as con:
        made = publish(con, rolecall.home.published, hubs, rolecall.run, _careers_pages(con))
    return dg.MaterializeResult(
        metadata={
            "path": dg.MetadataValue.path(str(made.file)),
            "publication_id": made.publication_id,
            "positions": made.position_count,
            "challenges": made.challenge_count,
            "step_seconds": round(perf_counter() - started, 3),
        }
    )
