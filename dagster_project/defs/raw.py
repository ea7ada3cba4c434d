"""The raw assets: one a platform, found by the folder walk. Each crawl is a child process that lands what it fetched.

A site that fails is an outcome and a warning check, never a failed step: nobody's bad day blocks the others.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from typing import Any

import dagster as dg
from pydantic import Field

from dagster_project.defs.resources import Rolecall
from dagster_project.planning import Choice, by_platform, check_clock, chosen_sources, due_sources, not_landed_by
from spiders.platforms import platforms
from spiders.platforms.base import Platform, Source
from spiders.registry import DEFAULT_TAG
from warehouse.layout import REAL, SAMPLE
from warehouse.vocabulary import ListingKind

GROUP = "raw"
CHECK = "boards_answered"
_PARALLEL_CRAWLS = 4
_FINE = frozenset({"complete", "unchanged", "empty"})
_TABLE_ROWS = 200


class CrawlConfig(dg.Config):
    """What to crawl: everything due, unless told otherwise. `continues` names dead runs whose landing is kept."""

    sources: list[str] = Field(default_factory=list)
    registries: list[str] = Field(default_factory=list)
    sample: bool = False
    tag: str = DEFAULT_TAG
    only_due: bool = True
    replay: str = ""
    continues: list[str] = Field(default_factory=list)


def raw_key(platform: str) -> dg.AssetKey:
    """The asset of a platform."""
    return dg.AssetKey(f"raw_{platform}")


def _spec(platform: Platform) -> dg.AssetSpec:
    is_posting = platform.kind is ListingKind.POSTING
    return dg.AssetSpec(
        raw_key(platform.name),
        group_name=GROUP,
        kinds={"scrapy", "json"},
        description=(platform.__doc__ or "").strip().splitlines()[0],
        tags={"rolecall/lists": "postings" if is_posting else "challenges"},
        skippable=False,
    )


@dg.multi_asset(
    specs=[_spec(platform) for platform in platforms().values()],
    check_specs=[
        dg.AssetCheckSpec(CHECK, asset=raw_key(name), description="Every board answered in full.")
        for name in platforms()
    ],
    can_subset=True,
    name="crawl",
)
def crawl(context: dg.AssetExecutionContext, config: CrawlConfig, rolecall: Rolecall) -> Iterator[Any]:
    """Crawl the boards that were asked for, a few platforms side by side, one child process each."""
    choice = Choice(tuple(config.sources), tuple(config.registries), config.sample, config.only_due, config.tag)
    rolecall.home.claim(SAMPLE if config.sample else REAL)
    sources = chosen_sources(choice)
    check_clock(sources, rolecall.home.landing, rolecall.run.as_of)
    sources = not_landed_by(sources, rolecall.home.landing, config.continues)
    if choice.only_due:
        sources = due_sources(sources, rolecall.home.landing, rolecall.run.as_of)
    grouped = by_platform(sources)
    names = [name for name in platforms() if raw_key(name) in context.selected_asset_keys]
    replay = config.replay or rolecall.settings.replay
    with ThreadPoolExecutor(_PARALLEL_CRAWLS) as pool:
        crawls = {
            pool.submit(_crawl_platform, context, rolecall, name, grouped[name], replay): name
            for name in names
            if name in grouped
        }
        for done in as_completed(crawls):
            yield from _results(crawls[done], done.result())
    for name in names:
        if name not in grouped:
            yield from _results(name, {"boards": [], "payloads": 0, "stats": {}, "outcomes": {}})


def _crawl_platform(
    context: dg.AssetExecutionContext, rolecall: Rolecall, platform: str, sources: list[Source], replay: str | None
) -> dict[str, Any]:
    """One child process; a child that dies is an outcome of its platform, not of the step."""
    run = rolecall.run
    extras = {
        "platform": platform,
        "sources": [asdict(source) for source in sources],
        "crawl_id": f"{run.as_of:%Y%m%dT%H%M%SZ}-{run.run_id[:8]}",
        "run_id": run.run_id,
        "as_of": run.as_of.isoformat(),
        "landing": str(rolecall.home.landing),
        "replay": replay or None,
    }
    command = [sys.executable, "-m", "dagster_project.crawl_child"]
    try:
        done = dg.PipesSubprocessClient().run(context=context, command=command, extras=extras)
        return dict(done.get_custom_messages()[-1])
    except (dg.DagsterPipesExecutionError, IndexError) as error:
        context.log.error(f"The crawl of {platform} died: {error}. What it had landed is kept.")
        return {"boards": [], "payloads": 0, "stats": {}, "outcomes": {}, "died": str(error), "asked": len(sources)}


def _results(platform: str, report: dict[str, Any]) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
    boards = report["boards"]
    failed = [board for board in boards if board["outcome"] not in _FINE]
    metadata: dict[str, Any] = {
        "boards": len(boards),
        "payloads": report["payloads"],
        "outcomes": dg.MetadataValue.json(report["outcomes"]),
        "scrapy_stats": dg.MetadataValue.json(report["stats"]),
    }
    if boards:
        metadata["by_board"] = dg.MetadataValue.table([dg.TableRecord(_flat(b)) for b in boards[:_TABLE_ROWS]])
    yield dg.MaterializeResult(asset_key=raw_key(platform), metadata=metadata)
    why = report.get("died") or ", ".join(f"{b['source_id']} {b['outcome']}" for b in failed[:20])
    yield dg.AssetCheckResult(
        passed=not failed and "died" not in report,
        asset_key=raw_key(platform),
        check_name=CHECK,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={"failed_boards": len(failed), "which": why or "none"},
    )


def _flat(board: dict[str, Any]) -> dict[str, Any]:
    return {name: "" if value is None else value for name, value in board.items()}
