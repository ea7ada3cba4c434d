"""The raw assets: one a platform, found by the folder walk. Each crawl is a child process that lands what it fetched.

A site that fails is an outcome and a warning check, never a failed step: nobody's bad day blocks the others.
"""

import json
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import asdict
from typing import Any

import dagster as dg
from pydantic import Field

from dagster_project.defs.freshness import DAILY
from dagster_project.defs.resources import Rolecall
from dagster_project.defs.tables import code_references
from dagster_project.planning import Choice, by_platform, check_clock, chosen_sources, due_sources, not_landed_by
from dagster_project.retirement import remember_registries
from spiders.platforms import platforms
from spiders.platforms.base import Platform, Source
from spiders.registry import DEFAULT_TAG
from warehouse.layout import REAL, SAMPLE
from warehouse.vocabulary import ListingKind

GROUP = "raw"
CHECK = "boards_answered"
_PARALLEL_CRAWLS = 4
OWNER = "team:sources"
_FINE = frozenset({"complete", "unchanged", "empty"})
_TABLE_ROWS = 200
_NOTHING: dict[str, Any] = {"boards": [], "payloads": 0, "stats": {}, "outcomes": {}}


class CrawlConfig(dg.Config):
    """What to crawl: everything due, unless told otherwise. `continues` names dead runs whose landing is kept."""

    sources: list[str] = Field(default_factory=list)
    registries: list[str] = Field(default_factory=list)
    sample: bool = False
    tag: str = DEFAULT_TAG
    only_due: bool = True
    cadence_h: int = Field(default=0, description="Only platforms that want to be asked at least this often, in hours.")
    replay: str = ""
    continues: list[str] = Field(default_factory=list)


def raw_key(platform: str) -> dg.AssetKey:
    """The asset of a platform."""
    return dg.AssetKey(f"raw_{platform}")


def _spec(platform: Platform) -> dg.AssetSpec:
    lists = "postings" if platform.kind is ListingKind.POSTING else "challenges"
    quirks = (sys.modules[type(platform).__module__].__doc__ or "").strip()
    return dg.AssetSpec(
        raw_key(platform.name),
        group_name=GROUP,
        kinds={"scrapy", "json"},
        owners=[OWNER],
        description=f"{(platform.__doc__ or '').strip().splitlines()[0]}\n\n{quirks}",
        tags={"rolecall/lists": lists, "rolecall/cadence_h": str(platform.cadence_h)},
        metadata={"cadence_hours": platform.cadence_h, **code_references(type(platform))},
        freshness_policy=DAILY,
    )


@dg.multi_asset(
    specs=[_spec(platform) for platform in platforms().values()],
    check_specs=[
        dg.AssetCheckSpec(CHECK, asset=raw_key(name), description="Every board asked in this run answered in full.")
        for name in platforms()
    ],
    can_subset=True,
    name="crawl",
)
def crawl(context: dg.AssetExecutionContext, config: CrawlConfig, rolecall: Rolecall) -> Iterator[Any]:
    """Crawl the boards that were asked for, a few platforms side by side, one child process each."""
    choice = _choice(config)
    rolecall.home.claim(SAMPLE if config.sample else REAL)
    remember_registries(rolecall.home, config.registries)
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
            yield from _results(name, _NOTHING)


def _choice(config: CrawlConfig) -> Choice:
    return Choice(
        patterns=tuple(config.sources),
        registries=tuple(config.registries),
        is_sample=config.sample,
        only_due=config.only_due,
        tag=config.tag,
        cadence_h=config.cadence_h,
    )


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
        said = " ".join(str(error).split())
        context.log.error(f"crawl_died platform={platform} boards={len(sources)} landed=kept said={json.dumps(said)}")
        return {**_NOTHING, "died": str(error), "asked": len(sources)}


def _results(platform: str, report: dict[str, Any]) -> Iterator[dg.MaterializeResult[Any] | dg.AssetCheckResult]:
    boards = report["boards"]
    failed = [board for board in boards if board["outcome"] not in _FINE]
    metadata: dict[str, Any] = {"boards": len(boards), "payloads": report["payloads"]}
    if not boards:
        metadata["why_none"] = (
            "The crawl died." if "died" in report else "No board of this platform was asked for and due."
        )
    else:
        metadata["outcomes"] = dg.MetadataValue.json(report["outcomes"])
        metadata["by_board"] = dg.MetadataValue.table([dg.TableRecord(_flat(b)) for b in boards[:_TABLE_ROWS]])
        metadata["scrapy_stats"] = dg.MetadataValue.json(report["stats"])
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
