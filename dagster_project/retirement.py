"""Which crawled sources no registry names any more. No Dagster here.

A home remembers the registry files that its runs were given, so that a later run without them does not call their
boards retired.
"""

from collections.abc import Iterable
from pathlib import Path

import duckdb

from spiders.registry import COMPANIES, RETIRED_TAG, load_csv, sample_registry, shipped_registry
from warehouse.errors import RegistryError
from warehouse.files import write_whole
from warehouse.layout import SAMPLE, Home


def remember_registries(home: Home, paths: Iterable[str]) -> None:
    """Note registry files that a run was given."""
    known = _remembered(home)
    new = [path for path in (str(Path(given).resolve()) for given in paths) if path not in known]
    if new:
        write_whole(home.registries, "".join(f"{path}\n" for path in [*known, *new]).encode())


def crawled_sources(con: duckdb.DuckDBPyConnection) -> dict[str, str]:
    """The platform of every source ever crawled, by source_id."""
    return dict(con.execute("SELECT DISTINCT source_id, platform FROM stg_crawls").fetchall())


def retired_sources(home: Home, crawled: Iterable[str]) -> dict[str, str]:
    """Why each of the crawled sources that nobody will ask again is retired, by source_id.

    None is, as long as a registry file that could still name it cannot be read.
    """
    left = set(crawled)
    try:
        for path in map(Path, _remembered(home)):
            if path.exists():
                left -= {source.source_id for source in load_csv(path)}
    except RegistryError:
        return {}
    if left:
        own = sample_registry() if home.kind == SAMPLE else shipped_registry()
        left -= {source.source_id for source in own}
    tagged = {source.source_id for source in load_csv(COMPANIES, RETIRED_TAG)} if left else set()
    return {source_id: "retired_by_tag" if source_id in tagged else "not_in_registry" for source_id in sorted(left)}


def _remembered(home: Home) -> list[str]:
    return home.registries.read_text(encoding="utf-8").splitlines() if home.registries.exists() else []
