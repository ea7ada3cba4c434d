"""The publication: the file swapped in atomically, the tables readers begin with, and what it says of each platform.

What would harm a reader refuses the file before it takes the old one's place; what only looks odd beside the last
publication is a warning after it.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

import dagster as dg
import duckdb

from dagster_project.defs.checks import WARNING, check_result, check_results, check_specs
from dagster_project.defs.freshness import DAILY
from dagster_project.defs.hub_pages import hub_texts
from dagster_project.defs.panels import panels
from dagster_project.defs.raw import raw_key
from dagster_project.defs.resources import Rolecall
from dagster_project.defs.retries import again_if_passing
from dagster_project.defs.samples import sample_of
from dagster_project.defs.sql_files import sql_files
from dagster_project.defs.steps import CLASSIFIED, DEDUPLICATED
from dagster_project.defs.tables import code_references, table_metadata, table_text
from dagster_project.retirement import crawled_sources, retired_sources
from pipelines.publish import Publication, publish
from pipelines.publish.statements import checks as publish_checks
from spiders.platforms import platforms
from warehouse.errors import PublicationRefused, StorageError, first_line
from warehouse.publication import beside_previous, published_file

Results = Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]
FILE = "publication"
OWNER = "team:publishing"
READ_FIRST = {
    "positions": "The open vacancies: what the skill pages and analysts read.",
    "challenges": "Hackathons, competitions, cases and exercises, by their dates.",
    "hub_sections": "What each skill's page shows: its two sections, empty or populated, with their counts.",
    "source_health": "Every source ever asked: healthy, suspect, failing or retired, why and since when.",
}
COMPARISONS = sql_files("publish/comparisons", WARNING)
#: what refuses a file: the contract's three, and one SQL file each in warehouse/sql/publish/checks
REFUSALS = {
    "schema": "Tables and columns are those of the contract: names, order, types, nullability.",
    "unique_key": "No key is held twice, in any table.",
    "non_null": "What the contract promises is never null.",
} | {name: text.splitlines()[0].removeprefix("-- ") for name, text in publish_checks().items()}


def _specs() -> Iterator[dg.AssetSpec]:
    deps = [*CLASSIFIED, *DEDUPLICATED]
    yield dg.AssetSpec(
        FILE,
        deps=deps,
        group_name="published",
        kinds={"duckdb", "file"},
        owners=[OWNER],
        freshness_policy=DAILY,
        description=(
            "One DuckDB file with every table of the contract, built beside the old one, checked, then swapped in "
            "atomically. A check that fails refuses the file: the last publication stays, whole."
        ),
        metadata=code_references(publish),
    )
    for table, text in READ_FIRST.items():
        yield dg.AssetSpec(
            table,
            deps=deps,
            group_name="published",
            kinds={"duckdb", "table"},
            owners=[OWNER],
            freshness_policy=DAILY,
            description=f"{text}\n\n{table_text(table)}",
            metadata=table_metadata(table),
        )


@dg.multi_asset(
    name="publish",
    specs=list(_specs()),
    check_specs=[
        *(dg.AssetCheckSpec(name, asset=FILE, description=text, blocking=True) for name, text in REFUSALS.items()),
        *check_specs(READ_FIRST, COMPARISONS),
    ],
)
def published(rolecall: Rolecall) -> Results:
    """Publish, then look at the new file beside the last one."""
    started = perf_counter()
    hubs = hub_texts()
    previous = _current(rolecall.home.published)
    with again_if_passing(), rolecall.warehouse() as con:
        crawled = crawled_sources(con)
        pages, retired = _careers_pages(crawled), retired_sources(rolecall.home, crawled)
        try:
            made = publish(con, rolecall.home.published, hubs, rolecall.run, pages, retired)
        except PublicationRefused as error:
            yield _verdict(error.check, [{"problem": error.problem}])
            raise
    yield from (_verdict(name, []) for name in REFUSALS)
    with beside_previous(made.file, previous) as con:
        yield dg.MaterializeResult(asset_key=FILE, metadata=_about(con, made, perf_counter() - started))
        for table in READ_FIRST:
            yield dg.MaterializeResult(asset_key=table, metadata={**panels(con, table), **sample_of(con, table)})
        yield from _compared(con)


def _verdict(check: str, faults: list[dict[str, Any]]) -> dg.AssetCheckResult:
    by = f"warehouse/sql/publish/checks/{check}.sql" if check in publish_checks() else "pipelines/publish/checks.py"
    return check_result(FILE, check, faults, is_blocking=True, by=by)


def _about(con: duckdb.DuckDBPyConnection, made: Publication, seconds: float) -> dict[str, Any]:
    return {
        "path": dg.MetadataValue.path(str(made.file)),
        "file": dg.MetadataValue.url(made.file.as_uri()),
        "publication_id": made.publication_id,
        "positions": made.position_count,
        "challenges": made.challenge_count,
        "written": "whole" if made.is_whole else "what has changed, in a copy of the last file",
        **({"last_file_would_not_do": made.setback} if made.setback else {}),
        "megabytes": round(made.file.stat().st_size / 2**20, 2),
        "step_seconds": round(seconds, 3),
        **panels(con, FILE),
    }


def _compared(con: duckdb.DuckDBPyConnection) -> Iterator[dg.AssetCheckResult]:
    """The comparisons; where the last file cannot be read beside the new one, a warning says so."""
    try:
        results = list(check_results(con, READ_FIRST, COMPARISONS))
    except duckdb.Error as error:
        fault = {"not_compared": first_line(error)}
        results = [check_result(c.asset, c.name, [fault], is_blocking=False, by=c.shown_path) for c in COMPARISONS]
    yield from results


def _current(folder: Path) -> Path | None:
    try:
        return published_file(folder)
    except StorageError:
        return None


def _careers_pages(crawled: Mapping[str, str]) -> dict[str, str]:
    """Where a person finds each crawled board, by source_id."""
    known = platforms()
    pages = {s: known[p].careers_url(s.removeprefix(f"{p}:")) for s, p in crawled.items() if p in known}
    return {source_id: page for source_id, page in pages.items() if page}


STATES = "sources_healthy"
_OF_PLATFORM = """
SELECT source_id, state, reason, strftime(since_at, '%Y-%m-%d %H:%M') AS since
FROM source_health
WHERE platform = ? AND state <> 'healthy'
ORDER BY state, source_id
LIMIT 20
"""


@dg.multi_asset_check(
    name="judge_sources",
    specs=[
        dg.AssetCheckSpec(
            STATES,
            asset=raw_key(name),
            additional_deps=["source_health"],
            description="Every source of the platform is healthy, as `rolecall status` and source_health have it.",
        )
        for name in platforms()
    ],
    can_subset=True,
)
def judged(context: dg.AssetCheckExecutionContext, rolecall: Rolecall) -> Iterator[dg.AssetCheckResult]:
    """Say on each platform's raw asset what the publication says of its sources."""
    asked = {key.asset_key for key in context.selected_asset_check_keys}
    with beside_previous(published_file(rolecall.home.published), None) as con:
        known = con.execute("SELECT DISTINCT platform FROM source_health ORDER BY platform").fetchall()
        for (platform,) in known:
            if raw_key(platform) in asked:
                ill = con.execute(_OF_PLATFORM, [platform])
                names = [column[0] for column in ill.description]
                faults = [dict(zip(names, map(str, row), strict=True)) for row in ill.fetchall()]
                yield check_result(raw_key(platform), STATES, faults, is_blocking=False, by="rolecall status")
