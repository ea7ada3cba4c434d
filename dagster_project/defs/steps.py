"""The step assets, normalise to dedupe: a few lines each around the functions of `pipelines`."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from datetime import date
from time import perf_counter
from typing import Any

import dagster as dg
import duckdb
from pydantic import Field

from dagster_project.defs.checks import check_results, check_specs
from dagster_project.defs.freshness import DAILY
from dagster_project.defs.panels import panels
from dagster_project.defs.raw import raw_key
from dagster_project.defs.resources import Rolecall
from dagster_project.defs.retries import again_if_passing
from dagster_project.defs.samples import sample_of
from dagster_project.defs.tables import table_metadata, table_text
from dagster_project.retirement import crawled_sources, retired_sources
from pipelines.classify.step import classify
from pipelines.dedupe.step import dedupe
from pipelines.lifecycle.step import LifecycleReport, lifecycle
from pipelines.normalise.step import Again, NormaliseReport, normalise
from pipelines.rebuild import rebuild
from spiders.platforms import platforms

OWNER = "team:data"
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
        dg.AssetSpec(
            table,
            deps=list(deps),
            group_name=group,
            description=f"{text}\n\n{table_text(table)}",
            kinds={"duckdb", "table"},
            owners=[OWNER],
            metadata=table_metadata(table),
            freshness_policy=DAILY,
        )
        for table, text in tables.items()
    ]


def _made(rolecall: Rolecall, tables: dict[str, str], step: Callable[[duckdb.DuckDBPyConnection], Any]) -> Results:
    """Run a step; then for each of its tables a materialisation with counts, panels and a sample, and its checks."""
    started = perf_counter()
    with again_if_passing(), rolecall.warehouse() as con:
        report = asdict(step(con))
        took: dict[str, Any] = {
            "step_seconds": round(perf_counter() - started, 3),
            "step_report": dg.MetadataValue.json(report),
        }
        for table in tables:
            yield dg.MaterializeResult(
                asset_key=table, metadata={**panels(con, table), **sample_of(con, table), **took}
            )
        yield from check_results(con, tables)


class ReadConfig(dg.Config):
    """What to read again from the landing, whatever has been read before; no site is asked."""

    platforms: list[str] = Field(default_factory=list, description="Platforms to read again, such as greenhouse.")
    day: str = Field(default="", description="Only what last landed on this day, YYYY-MM-DD; alone: of every platform.")


@dg.multi_asset(
    name="normalise",
    specs=_specs("staging", NORMALISED, [raw_key(name) for name in platforms()]),
    check_specs=check_specs(NORMALISED),
)
def normalised(config: ReadConfig, rolecall: Rolecall) -> Results:
    """Read what has landed since the last time, and again what the config names; a lost warehouse is made anew."""
    again = Again(frozenset(config.platforms), date.fromisoformat(config.day) if config.day else None)

    def step(con: duckdb.DuckDBPyConnection) -> NormaliseReport:
        rebuild(con, rolecall.home.landing, rolecall.run)
        return normalise(con, rolecall.home.landing, rolecall.run, again)

    yield from _made(rolecall, NORMALISED, step)


@dg.multi_asset(
    name="lifecycle", specs=_specs("history", FOLLOWED, list(NORMALISED)), check_specs=check_specs(FOLLOWED)
)
def followed(rolecall: Rolecall) -> Results:
    """Fold new crawls into the history; what sources listed that nobody asks any more ages out."""

    def step(con: duckdb.DuckDBPyConnection) -> LifecycleReport:
        return lifecycle(con, rolecall.run, retired_sources(rolecall.home, crawled_sources(con)))

    yield from _made(rolecall, FOLLOWED, step)


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
