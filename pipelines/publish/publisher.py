"""The publish step: write a draft, check it, swap it in. A failure at any point leaves the old publication in place."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path
from shutil import copyfile
from typing import Any

import duckdb

from pipelines.publish import checks, draft, files, last
from pipelines.publish.catalog import attached
from pipelines.publish.hub_texts import HubTexts, check_hubs
from pipelines.publish.last import Last
from pipelines.publish.prepared import prepare, prepare_due, prepare_rows
from warehouse.errors import PublicationRefused, StorageError, first_line
from warehouse.models.published import CONTRACT_VERSION
from warehouse.run import Run


@dataclass(frozen=True, slots=True)
class Written:
    """How a draft came about: from which publication, None for a whole one, and what was wrong where that failed."""

    position_count: int
    challenge_count: int
    made_from: Last | None = None
    setback: str | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published, where, whether whole, and what was wrong with the last file where that is why."""

    publication_id: str
    file: Path
    position_count: int
    challenge_count: int
    is_whole: bool
    setback: str | None


def publish(
    con: duckdb.DuckDBPyConnection,
    folder: Path,
    hubs: Sequence[HubTexts],
    run: Run,
    careers_pages: Mapping[str, str] | None = None,
    retired: Mapping[str, str] | None = None,
) -> Publication:
    """Publish what the warehouse has committed as a new file in a folder, and point `rolecall.duckdb` at it.

    It is made of the last file by what has changed, or written whole where that will not do: with the same rows.
    By source_id, `careers_pages` names the page a person opens, and `retired` says why nobody asks a source any more;
    publishing reads no registry. Raises PublicationRefused where a check fails, StorageError where the folder cannot
    be written, UsageError where a hub's name cannot be published.
    """
    check_hubs(hubs)
    recipe = last.recipe_of(hubs)
    with files.storage_errors(folder), con.cursor() as own:
        publication_id = files.new_publication_id(folder, run.as_of)
        files.clear_leftovers(folder)
        file = folder / f"rolecall-{publication_id}.duckdb"
        unfinished = file.with_name(file.name + files.DRAFT)
        prepare(own, hubs, careers_pages or {}, retired or {})
        try:
            made = _write(own, unfinished, hubs, _values(publication_id, run), last.take(own, folder, recipe))
            files.put_in_place(unfinished, file)
        finally:
            files.clear_leftovers(folder)
        last.remember(own, publication_id, file, recipe, made.made_from)
        files.delete_old(folder)
    is_whole = made.made_from is None
    return Publication(publication_id, file, made.position_count, made.challenge_count, is_whole, made.setback)


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
    base: Last | None,
) -> Written:
    """Write and check a draft: by what has changed since the last publication, or whole where that is better."""
    setback = None
    if base is not None:
        prepare_due(con, is_whole=False)
        if last.is_worth_it(con, base):
            try:
                copyfile(base.file, unfinished)
                prepare_rows(con, is_whole=False)
                return Written(*_checked(con, unfinished, lambda: draft.renew(con, values)), made_from=base)
            except (PublicationRefused, duckdb.Error) as error:
                setback = first_line(error)
                unfinished.unlink()
    prepare_due(con, is_whole=True)
    prepare_rows(con, is_whole=True)
    try:
        return Written(*_checked(con, unfinished, lambda: draft.build(con, hubs, values)), setback=setback)
    except duckdb.IOException as error:
        raise StorageError(f"Cannot write {unfinished}: {first_line(error)}.") from error


def _checked(con: duckdb.DuckDBPyConnection, unfinished: Path, write: Callable[[], None]) -> tuple[int, int]:
    """Write a draft and check it; its counts of positions and challenges."""
    with attached(con, unfinished):
        write()
    with attached(con, unfinished, read_only=True):
        checks.check(con)
        counts = con.execute("SELECT position_count, challenge_count FROM published.publication").fetchall()
    return counts[0]
