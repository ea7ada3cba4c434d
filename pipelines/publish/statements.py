"""The SQL of publishing, as it lies in `warehouse/sql/publish`. No SQL of a table is written in Python."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import warehouse
from warehouse.sql_text import sql

#: what several table statements share; each may read those before it. Tables where rows are narrow, so that DuckDB
#: knows how many there are and never builds a hash table of long texts; views over the texts.
HELPERS = {
    "_members": "TABLE",
    "_listings": "TABLE",
    "_fills": "TABLE",
    "_published_rows": "TABLE",
    "_challenge_fills": "TABLE",
    "_listing_hubs": "VIEW",
}
#: the same once it is known which positions are due: a view where all are
DUE_HELPERS = {"_fill_texts": "TABLE", "_due_positions": "VIEW"}
#: a table where few are, so that the texts are gone through once
FEW_DUE_HELPERS = {**DUE_HELPERS, "_due_positions": "TABLE"}

_FOLDER = Path(warehouse.__file__).parent / "sql" / "publish"
_PARAMETER = re.compile(r"\$([a-z_]+)")


def statement(name: str) -> str:
    """The text of one file, named without its ending."""
    return sql(f"publish/{name}")


def checks() -> dict[str, str]:
    """Every check by name. Each selects one text a problem, and nothing where all is well."""
    return {path.stem: statement(f"checks/{path.stem}") for path in sorted((_FOLDER / "checks").glob("*.sql"))}


def all_texts() -> list[str]:
    """The text of every file that makes something, in the order of their names."""
    return [path.read_text(encoding="utf-8") for path in sorted(_FOLDER.rglob("*.sql"))]


def values_for(text: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values that a statement asks for by `$name`: DuckDB refuses any other."""
    return {name: values[name] for name in _PARAMETER.findall(text)}
