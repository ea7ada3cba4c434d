"""Who to ask: the shipped registry (companies.csv, challenges.yaml) and registries a person hands in.

Belongs here: reading and checking lines, and choosing among sources. Does not: crawling them.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from itertools import chain
from pathlib import Path

import yaml

from spiders.platforms import platforms
from spiders.platforms.base import Source
from warehouse.errors import RegistryError, UsageError
from warehouse.files import write_whole

COLUMNS = ("company", "platform", "board")
#: what a run crawls when nobody says otherwise
DEFAULT_TAG = "default"
#: a line that carries it stays as a memory and is never asked, whatever a run chooses
RETIRED_TAG = "retired"
_HERE = Path(__file__).parent
COMPANIES = _HERE / "companies.csv"
SAMPLE_SITES = _HERE.parent / "sample_sites"


def shipped_registry(tag: str | None = None) -> list[Source]:
    """The boards Rolecall ships with; with a tag, the companies that carry it, and all feeds and challenges."""
    lists = (load_yaml(path) for path in sorted(_HERE.glob("*.yaml")))
    return unique([*load_csv(COMPANIES, tag), *chain.from_iterable(lists)])


def sample_registry() -> list[Source]:
    """The fictional boards of the bundled sample sites."""
    return unique([*load_csv(SAMPLE_SITES / "registry.csv"), *load_yaml(SAMPLE_SITES / "challenges.yaml")])


def load_csv(path: Path, tag: str | None = None) -> list[Source]:
    """The sources of a CSV file with the columns company, platform, board; with a tag, those whose `tags` hold it.

    Retired ones only by their tag. Other columns are ignored. Raises RegistryError naming file and line where the file
    or a line of it cannot be used.
    """
    return list(_chosen(path, tag))


def _chosen(path: Path, tag: str | None) -> Iterator[Source]:
    rows = _rows(path)
    header = next(rows, [])
    if missing := [column for column in COLUMNS if column not in header]:
        raise RegistryError(f"{path}, line 1: no column {missing[0]}; the columns are {', '.join(COLUMNS)}.")
    places = [header.index(column) for column in COLUMNS]
    tags = header.index("tags") if "tags" in header else None
    for number, row in enumerate(rows, start=2):
        held = row[tags].split() if tags is not None and len(row) > tags else []
        if row and (RETIRED_TAG in held) == (tag == RETIRED_TAG) and (tag is None or tag in held):
            values = [row[place].strip() if place < len(row) else "" for place in places]
            yield _source(values, lambda number=number: f"{path}, line {number}")  # type: ignore[misc]


def _rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file, its header first."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            yield from csv.reader(file, strict=True)
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
    return [
        _source([str(entry.get(column) or "").strip() for column in COLUMNS], lambda n=n: f"{path}, entry {n}")  # type: ignore[misc]
        for n, entry in enumerate(entries, start=1)
    ]


def _source(values: Sequence[str], place: Callable[[], str]) -> Source:
    """A source of the values of COLUMNS; `place` says where they stand, for an error."""
    if not all(values):
        column = COLUMNS[[bool(value) for value in values].index(False)]
        raise RegistryError(f"{place()}: {column} is empty; every line needs {', '.join(COLUMNS)}.")
    company, platform, board = values
    if platform not in platforms():
        raise RegistryError(f"{place()}: unknown platform {platform!r}; known are {', '.join(sorted(platforms()))}.")
    return Source(company, platform, board)


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
    """Add boards that the registry does not have, to be crawled by default. Returns their source_ids.

    The file stays sorted and keeps its tags. Raises RegistryError where it cannot be read or written.
    """
    held = [*load_csv(path), *load_csv(path, RETIRED_TAG)]
    header, *lines = _rows(path)
    known = {source.source_id for source in held}
    new = [source for source in unique(sources) if source.source_id not in known]
    if new:
        rows = [dict(zip(header, line, strict=False)) for line in lines if line]
        added = [{"company": s.company, "platform": s.platform, "board": s.board, "tags": DEFAULT_TAG} for s in new]
        _write(path, [*rows, *added])
    return [source.source_id for source in new]


def _write(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    ordered = sorted(rows, key=lambda row: (row["platform"], row["board"].casefold()))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, [*COLUMNS, "tags"], restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(ordered)
    try:
        write_whole(path, text.getvalue().encode())
    except OSError as error:
        raise RegistryError(f"Cannot write {path} ({error.strerror}): make it writable.") from error
