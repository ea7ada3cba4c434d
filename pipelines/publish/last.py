"""The last publication as what the next can be made of: whether its file will do, and what is remembered of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import duckdb

from pipelines.publish import statements
from pipelines.publish.hub_texts import HubTexts
from warehouse.countries import country_names
from warehouse.database import append_rows, transaction
from warehouse.models.published import TABLES
from warehouse.models.publishing import IntPublication
from warehouse.tables import comments, create_table

#: of all positions: beyond it a whole file is as fast to write, and what was taken out would lie about in it
_REPLACED_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Last:
    """The last publication: its file, and how many positions were replaced in it since one was written whole."""

    file: Path
    replaced_count: int


def recipe_of(hubs: Sequence[HubTexts]) -> str:
    """Hash of what else makes a file: statements, tables, the hubs' views, countries, the DuckDB that hashes rows."""
    tables = [text for table in TABLES for text in (create_table(table), *comments(table))]
    views = [f"{hub.hub} {hub.name}" for hub in hubs]
    countries = [f"{country} {name}" for country, name in country_names().items()]
    parts = [duckdb.__version__, *statements.all_texts(), *tables, *views, *countries]
    return blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()


def take(con: duckdb.DuckDBPyConnection, folder: Path, recipe: str) -> Last | None:
    """The last publication, if its file lies in the folder as it was put there and was made by the same recipe.

    It is forgotten with that: a publication that fails or is killed leaves nothing to be trusted.
    """
    row = con.execute("SELECT publication_id, recipe, file_mark, replaced_count FROM int_publications").fetchone()
    con.execute("DELETE FROM int_publications")
    if row is None:
        return None
    publication_id, made_by, mark, replaced_count = row
    file = folder / f"rolecall-{publication_id}.duckdb"
    is_as_it_was = made_by == recipe and file.is_file() and _mark(file) == mark
    return Last(file, replaced_count) if is_as_it_was else None


def is_worth_it(con: duckdb.DuckDBPyConnection, last: Last) -> bool:
    """Whether so little of the table `_due` is due that it is not better to write all."""
    due, known = con.execute(
        "SELECT (SELECT count(*) FROM _due), (SELECT count(*) FROM int_published_rows)"
    ).fetchall()[0]
    return bool(last.replaced_count + due <= known * _REPLACED_SHARE)


def remember(con: duckdb.DuckDBPyConnection, publication_id: str, file: Path, recipe: str, last: Last | None) -> None:
    """What the file now in place was made of; `last` is what it was made from, None where it was written whole."""
    due = con.execute("SELECT count(*) FROM _due").fetchall()[0][0]
    row = {
        "publication_id": publication_id,
        "recipe": recipe,
        "file_mark": _mark(file),
        "replaced_count": last.replaced_count + due if last else 0,
    }
    with transaction(con):
        con.execute(statements.statement("kept/published_rows"))
        append_rows(con, IntPublication, [row])


def _mark(file: Path) -> str:
    found = file.stat()
    return f"{found.st_size} {found.st_mtime_ns}"
