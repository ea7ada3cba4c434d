"""The SQL files of the steps, as text. No database and no model here, so that what needs neither starts fast."""

from functools import cache
from pathlib import Path

_SQL = Path(__file__).parent / "sql"


@cache
def sql(name: str) -> str:
    """The text of `warehouse/sql/<name>.sql`."""
    return (_SQL / f"{name}.sql").read_text(encoding="utf-8")
