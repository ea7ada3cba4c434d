"""Which boards a run crawls: the registry, a person's choice, and what is due. No Dagster here."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from spiders.platforms import platforms
from spiders.platforms.base import Source
from spiders.registry import DEFAULT_TAG, load_csv, sample_registry, select, shipped_registry, unique
from warehouse.errors import UsageError
from warehouse.landing import BoardHistory, Landing
from warehouse.vocabulary import CrawlOutcome

#: the tag that stands for the whole registry
ALL = "all"
#: a board is due a little before its cadence is over, so that a daily schedule finds every board due
_EARLY = timedelta(hours=2)
_FULL = frozenset({CrawlOutcome.COMPLETE, CrawlOutcome.UNCHANGED, CrawlOutcome.EMPTY})


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person or a schedule asked to be crawled."""

    patterns: tuple[str, ...] = ()
    registries: tuple[str, ...] = ()
    is_sample: bool = False
    only_due: bool = False
    tag: str = DEFAULT_TAG
    #: only platforms that want to be asked at least this often; 0 for all
    cadence_h: int = 0


def chosen_sources(choice: Choice) -> list[Source]:
    """The sources of the chosen registry that match the patterns; without patterns, those that carry the tag.

    Raises UsageError where a registry cannot be read or nothing matches.
    """
    if choice.registries:
        sources = unique(source for path in choice.registries for source in load_csv(Path(path)))
    else:
        whole = choice.patterns or choice.tag == ALL
        sources = sample_registry() if choice.is_sample else shipped_registry(None if whole else choice.tag)
    return [s for s in select(sources, choice.patterns) if _is_asked_so_often(s, choice.cadence_h)]


def _is_asked_so_often(source: Source, cadence_h: int) -> bool:
    return not cadence_h or platforms()[source.platform].cadence_h <= cadence_h


def check_clock(sources: Iterable[Source], landing_root: Path, as_of: datetime) -> None:
    """A run's clock must not be before the last crawl of a source it crawls.

    Raises UsageError naming the first such source, the run that crawled it, and the way out where its clock was wrong.
    """
    for source, history in _with_history(sources, landing_root):
        if history is not None and as_of < history.last.crawled_at:
            clock = f"{as_of:%Y-%m-%dT%H:%M:%SZ}"
            raise UsageError(
                f"--as-of {clock} is before the last crawl of {source.source_id} "
                f"({history.last.crawled_at:%Y-%m-%dT%H:%M:%SZ}, run {history.last.run_id}): choose a later time; or, "
                f"if that run's clock was ahead, `rolecall forget --after {clock}` sets its crawls aside."
            )


def by_platform(sources: Iterable[Source]) -> dict[str, list[Source]]:
    """Sources grouped by their platform."""
    grouped: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        grouped[source.platform].append(source)
    return dict(grouped)


def _with_history(sources: Iterable[Source], landing_root: Path) -> Iterator[tuple[Source, BoardHistory | None]]:
    """Each source with what the landing knows of its board."""
    for platform, held in by_platform(sources).items():
        known = Landing(landing_root, platform).histories()
        for source in held:
            yield source, known.get(source.source_id)


def not_landed_by(sources: Sequence[Source], landing_root: Path, runs: Collection[str]) -> list[Source]:
    """The sources that the given runs, which died, had not yet crawled in full: what a run that continues them asks."""
    if not runs:
        return list(sources)

    def is_landed(history: BoardHistory | None) -> bool:
        return history is not None and history.last.run_id in runs and history.last.outcome in _FULL

    return [source for source, history in _with_history(sources, landing_root) if not is_landed(history)]


def due_sources(sources: Sequence[Source], landing_root: Path, as_of: datetime) -> list[Source]:
    """The sources whose last crawl is older than their platform's cadence, or that were never crawled."""

    def is_due(source: Source, history: BoardHistory | None) -> bool:
        wait = timedelta(hours=platforms()[source.platform].cadence_h) - _EARLY
        return history is None or as_of - history.last.crawled_at >= wait

    return [source for source, history in _with_history(sources, landing_root) if is_due(source, history)]
