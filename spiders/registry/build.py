"""Makes companies.csv from a list of real boards: `python -m spiders.registry.build FILE.tsv`.

The list has the columns company, platform, board, url, separated by tabs. Only facts are taken: which company has which
board. Boards of companies named in default_companies.txt get the tag `default`: a first run crawls those.
"""

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from spiders.detection import detect_by_form
from spiders.platforms import platforms
from spiders.platforms.base import Source
from spiders.registry import COMPANIES, DEFAULT_TAG
from spiders.registry.names import clean_name

COLUMNS = ("company", "platform", "board", "tags")
_DEFAULT_COMPANIES = Path(__file__).with_name("default_companies.txt")
_WORD = re.compile(r"[^a-z0-9]+")
#: where a company has boards on several platforms, the one that tells most in one answer is the default
_FULLEST_FIRST = ("greenhouse", "ashby", "lever")
#: path words that crawlers of others took for boards
_NO_BOARDS = frozenset({"embed", "_next", "api", "css", "js", "assets", "static", "none", "null", "undefined"})


class Entry(NamedTuple):
    """One line of companies.csv."""

    company: str
    platform: str
    board: str
    tags: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What makes a board the same board, however it is written."""
        return self.platform, unquote(self.board).casefold()


def build(listed: Path, shipped: Path = COMPANIES) -> list[Entry]:
    """Every usable board of the list, and those that are shipped already: they keep name and tags. Sorted."""
    held = {entry.key: entry for entry in _shipped(shipped)}
    found: dict[tuple[str, str], Entry] = {}
    for entry in _listed(listed):
        known = found.get(entry.key)
        if known is None or (_is_slug(known) and not _is_slug(entry)):
            found[entry.key] = entry
    tagged = found | {key: entry for key, entry in held.items() if entry.tags or key not in found}
    for key, name in _defaults(tagged.values()).items():
        tagged[key] = tagged[key]._replace(company=name, tags=DEFAULT_TAG)
    return sorted(tagged.values(), key=lambda entry: (entry.platform, entry.board.casefold()))


def _shipped(path: Path) -> list[Entry]:
    """The lines of today; those of a file without tags were all chosen by hand."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Entry(row["company"], row["platform"], row["board"], row.get("tags", DEFAULT_TAG))
            for row in csv.DictReader(file)
        ]


def _listed(path: Path) -> Iterator[Entry]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            board = _board(row["platform"], row["board"].strip(), row["url"])
            if board is not None:
                yield Entry(clean_name(row["company"], board), row["platform"], board)


def _board(platform: str, board: str, url: str) -> str | None:
    """The board a line means, None where it means none. What its URL tells is right, unless the line tells more."""
    told = detect_by_form(url) or detect_by_form(board)
    if told and told[0] == platform and not board.startswith(f"{told[1]}|"):
        board = told[1]
    if platform not in platforms() or unquote(board).casefold() in _NO_BOARDS:
        return None
    try:
        list(platforms()[platform].requests(Source("", platform, board)))
    except ValueError:
        return None
    return board


def _is_slug(entry: Entry) -> bool:
    return entry.company == entry.company.lower()


def _defaults(entries: Iterable[Entry]) -> dict[tuple[str, str], str]:
    """The names of the default list by board, one board each: the line has that name, and its board carries it too."""
    wanted = {_squashed(name): name for name in _DEFAULT_COMPANIES.read_text(encoding="utf-8").splitlines() if name}
    best: dict[str, Entry] = {}
    for entry in entries:
        name = _squashed(entry.company)
        if name in wanted and (entry.tags == DEFAULT_TAG or (name in _squashed(entry.board) and _is_sure(entry))):
            best[name] = min(best.get(name, entry), entry, key=_rank)
    return {entry.key: wanted[name] for name, entry in best.items() if entry.tags != DEFAULT_TAG}


def _is_sure(entry: Entry) -> bool:
    """Whether a line knows whose board it is: a mere slug may be a stranger's, but hardly where names are free."""
    return entry.platform == "ashby" or not _is_slug(entry)


def _rank(entry: Entry) -> tuple[bool, bool, int, int, str]:
    order = _FULLEST_FIRST.index(entry.platform) if entry.platform in _FULLEST_FIRST else len(_FULLEST_FIRST)
    return entry.tags != DEFAULT_TAG, _is_slug(entry), order, len(entry.board), entry.board


def _squashed(text: str) -> str:
    return _WORD.sub("", unquote(text).casefold())


def main(listed: str) -> None:
    """Write companies.csv anew."""
    entries = build(Path(listed))
    with COMPANIES.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(entries)
    tagged = sum(entry.tags == DEFAULT_TAG for entry in entries)
    sys.stderr.write(f"{len(entries)} boards, {tagged} of them default\n")


if __name__ == "__main__":
    main(sys.argv[1])
