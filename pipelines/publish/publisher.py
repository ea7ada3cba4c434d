"""The publish step: build a draft, check it, swap it in. A failure at any point leaves the old publication in place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from typing import Any

import duckdb

from pipelines.publish import checks, draft, files
from pipelines.publish.hub_texts import HubTexts, check_hubs
from warehouse.errors import StorageError, first_line
from warehouse.models.published import CONTRACT_VERSION
from warehouse.run import Run


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published, and where."""

    publication_id: str
    file: Path
    position_count: int
    challenge_count: int


def publish(
    con: duckdb.DuckDBPyConnection,
    folder: Path,
    hubs: Sequence[HubTexts],
    run: Run,
    careers_pages: Mapping[str, str] | None = None,
    retired: Mapping[str, str] | None = None,
) -> Publication:
    """Publish what the warehouse has committed as a new file in a folder, and point `rolecall.duckdb` at it.

    By source_id, `careers_pages` names the page a person opens, and `retired` says why nobody asks a source any more;
    publishing reads no registry. Raises PublicationRefused where a check fails, StorageError where the folder cannot
    be written, UsageError where a hub's name cannot be published.
    """
    check_hubs(hubs)
    with files.storage_errors(folder):
        publication_id = files.new_publication_id(folder, run.as_of)
        files.clear_leftovers(folder)
        file = folder / f"rolecall-{publication_id}.duckdb"
        unfinished = file.with_name(file.name + files.DRAFT)
        try:
            counts = _write(con, unfinished, hubs, _values(publication_id, run), (careers_pages or {}, retired or {}))
            files.put_in_place(unfinished, file)
        finally:
            files.clear_leftovers(folder)
        files.delete_old(folder)
    return Publication(publication_id, file, *counts)


def _values(publication_id: str, run: Run) -> dict[str, Any]:
    """What the statements may ask for by `$name`."""
    as_of = run.as_of.astimezone(UTC)
    return {
        "contract_version": CONTRACT_VERSION,
        "publication_id": publication_id,
        "run_id": run.run_id,
        "as_of": as_of,
        "today": as_of.date(),
    }


def _write(
    con: duckdb.DuckDBPyConnection,
    unfinished: Path,
    hubs: Sequence[HubTexts],
    values: Mapping[str, Any],
    known: tuple[Mapping[str, str], Mapping[str, str]],
) -> tuple[int, int]:
    """Build and check the draft through a connection of its own; return its counts of positions and challenges."""
    with con.cursor() as own:
        try:
            with draft.attached(own, unfinished):
                draft.build(own, hubs, values, *known)
            with draft.attached(own, unfinished, read_only=True):
                checks.check(own)
                counts = own.execute("SELECT position_count, challenge_count FROM published.publication").fetchall()
        except duckdb.IOException as error:
            raise StorageError(f"Cannot write {unfinished}: {first_line(error)}.") from error
    return counts[0]
