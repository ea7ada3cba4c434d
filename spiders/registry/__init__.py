"""Who to ask: the shipped registry (companies.csv, challenges.yaml) and registries a person hands in.

Belongs here: reading and checking lines, and choosing among sources. Does not: crawling them.
"""

import csv
from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

import yaml

from spiders.platforms import platforms
from spiders.platforms.base import Source
from warehouse.errors import RegistryError, UsageError

COLUMNS = ("company", "platform", "board")
_HERE = Path(__file__).parent
COMPANIES = _HERE / "companies.csv"
SAMPLE_SITES = _HERE.parent / "sample_sites"


def shipped_registry() -> list[Source]:
    """The boards Rolecall ships with."""
    return unique([*load_csv(COMPANIES), *load_yaml(_HERE / "challenges.yaml")])


def sample_registry() -> list[Source]:
    """The fictional boards of the bundled sample sites."""
    return unique([*load_csv(SAMPLE_SITES / "registry.csv"), *load_yaml(SAMPLE_SITES / "challenges.yaml")])


def load_csv(path: Path) -> list[Source]:
    """The sources of a CSV file with the columns company, platform, board; other columns are ignored.

    Raises RegistryError naming file and line where the file or a line of it cannot be used.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if missing := [column for column in COLUMNS if column not in (rows.fieldnames or [])]:
                raise RegistryError(f"{path}, line 1: no column {missing[0]}; the columns are {', '.join(COLUMNS)}.")
            return [_source(row, f"{path}, line {rows.line_num}") for row in rows]
    except FileNotFoundError as error:
        raise RegistryError(f"There is no registry file {path}: check the path given to --registry.") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RegistryError(f"{path} cannot be read as CSV ({error}): save it as UTF-8 CSV.") from error


def load_yaml(path: Path) -> list[Source]:
    """The sources of a YAML file: a list of {company, platform, board}.

    Raises RegistryError naming file and entry.
    """
    try:
        entries = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    except yaml.YAMLError as error:
        raise RegistryError(f"{path} is not valid YAML: {error}") from error
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise RegistryError(f"{path} must be a list of entries with {', '.join(COLUMNS)}.")
    return [_source(entry, f"{path}, entry {number}") for number, entry in enumerate(entries, start=1)]


def _source(row: dict[str, str | None], place: str) -> Source:
    values = {column: str(row.get(column) or "").strip() for column in COLUMNS}
    for column, value in values.items():
        if not value:
            raise RegistryError(f"{place}: {column} is empty; every line needs {', '.join(COLUMNS)}.")
    if values["platform"] not in platforms():
        known = ", ".join(sorted(platforms()))
        raise RegistryError(f"{place}: unknown platform {values['platform']!r}; known are {known}.")
    return Source(**values)


def unique(sources: Iterable[Source]) -> list[Source]:
    """Each board once, first spelling kept."""
    first: dict[str, Source] = {}
    for source in sources:
        first.setdefault(source.source_id, source)
    return list(first.values())


def select(sources: Sequence[Source], patterns: Sequence[str]) -> list[Source]:
    """The sources whose source_id matches any of the fnmatch patterns; all where there is none.

    Raises UsageError where nothing matches.
    """
    chosen = [s for s in sources if not patterns or any(fnmatchcase(s.source_id, p) for p in patterns)]
    if not chosen:
        raise UsageError(f"No source matches {' or '.join(patterns)}: `rolecall sources list` shows them all.")
    return chosen


def add_to_registry(sources: Iterable[Source], path: Path = COMPANIES) -> list[str]:
    """Add boards that the registry does not have, keeping it sorted. Returns their source_ids.

    Raises RegistryError where the file cannot be read or written.
    """
    held = load_csv(path)
    known = {source.source_id for source in held}
    new = [source for source in unique(sources) if source.source_id not in known]
    if new:
        _write_csv(path, [*held, *new])
    return [source.source_id for source in new]


def _write_csv(path: Path, sources: Sequence[Source]) -> None:
    ordered = sorted(sources, key=lambda source: (source.platform, source.board.casefold()))
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(COLUMNS)
            writer.writerows((source.company, source.platform, source.board) for source in ordered)
    except OSError as error:
        raise RegistryError(f"Cannot write {path} ({error.strerror}): make it writable.") from error
