"""The SQL files of the steps as text, and a text in SQL. No database, no model: what needs neither starts fast."""

from functools import cache
from pathlib import Path

_SQL = Path(__file__).parent / "sql"


@cache
def sql(name: str) -> str:
    """The text of `warehouse/sql/<name>.sql`."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")


def literal(text: str) -> str:
    """A text as an SQL literal, for the statements that take no parameters."""
    return "'" + text.replace("'", "''") + "'"
