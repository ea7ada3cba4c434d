"""SQL files that say themselves which asset they are about: the first line is `-- WORD, on ASSET: text`.

Checks (`Blocking`, `Warning`: a row is a fault), panels (a table for the asset's page) and charts (day and count).
"""

import re
from dataclasses import dataclass
from pathlib import Path

from warehouse.sql_text import sql

_ROOT = Path(__file__).parents[2] / "warehouse" / "sql"
_HEADER = re.compile(r"-- (?P<word>\w+), on (?P<asset>\w+): (?P<text>.*)")


@dataclass(frozen=True, slots=True)
class SqlFile:
    """One file: `name` is what is left of the file's name after the asset's."""

    word: str
    asset: str
    name: str
    text: str
    path: str

    @property
    def query(self) -> str:
        """The SQL."""
        return sql(self.path)

    @property
    def shown_path(self) -> str:
        """Where a person finds it in the repository."""
        return f"warehouse/sql/{self.path}.sql"


def sql_files(folder: str, *words: str) -> list[SqlFile]:
    """The files of a folder of `warehouse/sql`, by name.

    Raises ValueError where a first line says something else than one of the words.
    """
    return [_read(path, words) for path in sorted((_ROOT / folder).glob("*.sql"))]


def _read(path: Path, words: tuple[str, ...]) -> SqlFile:
    found = _HEADER.match(path.read_text(encoding="utf-8"))
    if found is None or found["word"] not in words:
        raise ValueError(f"{path.name}: the first line must be '-- {'|'.join(words)}, on ASSET: what must hold'")
    asset = found["asset"]
    place = str(path.relative_to(_ROOT).with_suffix(""))
    return SqlFile(found["word"], asset, path.stem.removeprefix(f"{asset}_"), found["text"], place)
