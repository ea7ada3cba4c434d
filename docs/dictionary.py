"""The data dictionary's page, made from the models of the published contract: nothing of it is written twice."""

import re
from enum import StrEnum
from typing import Any, get_args

from sqlalchemy import Column
from sqlmodel import SQLModel

from warehouse.models.published import CONTRACT_VERSION, TABLES
from warehouse.tables import columns_of, sql_type

_OPENING = f"""# Data dictionary

<!-- Made from warehouse/models/published*.py by `make docs`: change it there. -->

Every relation of the published file, contract version {CONTRACT_VERSION}. The file itself says the same in its
comments, in `duckdb_columns()`. A later version only adds; a rename or a change of meaning raises the version.

Null means: the source did not say. Instants (`_at`) are in UTC; days are dates as the source states them. Ids are
opaque. How to ask: [cookbook](cookbook.md).
"""
_VIEW = """
## `<hub>_{section}`

View. Grain: one {one} of one hub, best first; a hub's hyphens are underscores, as in
`product_management_{section}`. It has every column of [{table}](#{table}), and `score` and `evidence` of
[{skills}](#{skills})."""
_SPELLING = {
    "TIMESTAMP WITH TIME ZONE": "TIMESTAMPTZ",
    "NUMERIC(14, 2)": "DECIMAL(14,2)",
    "DOUBLE PRECISION": "DOUBLE",
    "TEXT": "VARCHAR",
}


def dictionary() -> str:
    """The page."""
    names = "\n".join(f"- [{table.__tablename__}](#{table.__tablename__})" for table in TABLES)
    views = (
        _VIEW.format(section="positions", one="open position", table="positions", skills="position_skills"),
        _VIEW.format(
            section="challenges",
            one="challenge that is upcoming, open or evergreen",
            table="challenges",
            skills="challenge_skills",
        ),
    )
    return "\n".join([_OPENING, names, *(_section(table) for table in TABLES), *views, ""])


def _section(table: type[SQLModel]) -> str:
    about = " ".join((table.__doc__ or "").split())
    rows = [_row(table, column) for column in columns_of(table)]
    return "\n".join(
        [f"\n## {table.__tablename__}\n\n{about}\n", "| column | type | null | meaning |", "|---|---|---|---|", *rows]
    )


def _row(table: type[SQLModel], column: Column[object]) -> str:
    field = table.model_fields[column.name]
    meaning = _meaning(field.description or "", _words(field.annotation))
    spelled = sql_type(column)
    null = "yes" if column.nullable else ""
    return f"| `{column.name}` | {_SPELLING.get(spelled, spelled)} | {null} | {meaning.replace('|', chr(92) + '|')} |"


def _meaning(description: str, words: list[str]) -> str:
    """What a column holds, with the words of its closed list unless it names most of them by itself."""
    if sum(bool(re.search(rf"\b{word}\b", description)) for word in words) * 2 >= len(words):
        return description
    return f"{description}: {', '.join(f'`{word}`' for word in words)}"


def _words(annotation: Any) -> list[str]:
    """The words of a closed list; none for any other column."""
    kinds = [
        kind for kind in (annotation, *get_args(annotation)) if isinstance(kind, type) and issubclass(kind, StrEnum)
    ]
    return [str(word) for kind in kinds for word in kind]
