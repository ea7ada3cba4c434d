"""What Dagster shows of a table before it is ever made: columns, where they come from, code. From the models."""

import warnings
from collections.abc import Iterator, Sequence
from inspect import getsourcefile
from pathlib import Path
from typing import Any

import dagster as dg
from sqlmodel import SQLModel

from warehouse.database import warehouse_models
from warehouse.models.published import TABLES
from warehouse.tables import columns_of, sql_type

MODELS: dict[str, type[SQLModel]] = {str(model.__tablename__): model for model in [*warehouse_models(), *TABLES]}
#: the tables a table's columns come from: one of the same name is the same thing, as everywhere in this project
_READS: dict[str, tuple[str, ...]] = {
    "int_listing_states": ("stg_postings", "stg_challenges"),
    "int_listing_events": ("int_listing_states", "stg_crawls"),
    "int_classified": ("int_listing_states",),
    "int_members": ("int_listing_states",),
    "int_published_states": ("int_members", "int_listing_states"),
    "positions": ("int_published_states", "int_classified", "stg_postings"),
    "challenges": ("int_published_states", "int_classified", "stg_challenges"),
    "source_health": ("stg_crawls",),
}
#: columns that take another name on their way
_RENAMED: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {
    ("positions", "position_id"): (("int_published_states", "published_id"),),
    ("positions", "source_count"): (("int_members", "published_id"),),
    ("challenges", "challenge_id"): (("int_published_states", "published_id"),),
    ("challenges", "source_count"): (("int_members", "published_id"),),
    ("challenges", "status"): (("stg_challenges", "start_date"), ("stg_challenges", "end_date")),
    ("int_classified", "hubs"): (
        ("stg_postings", "title"),
        ("stg_postings", "description_text"),
        ("stg_challenges", "name"),
    ),
    ("int_classified", "level"): (("stg_postings", "title"),),
    ("hub_sections", "hub"): (("int_classified", "hubs"),),
    ("hub_sections", "listing_count"): (("positions", "position_id"), ("challenges", "challenge_id")),
    ("source_health", "last_attempt_at"): (("stg_crawls", "crawled_at"),),
    ("source_health", "last_success_at"): (("stg_crawls", "crawled_at"), ("stg_crawls", "outcome")),
    ("source_health", "posting_count"): (("stg_crawls", "listing_count"),),
    ("source_health", "state"): (("stg_crawls", "outcome"), ("stg_crawls", "listing_count")),
    ("source_health", "since_at"): (("stg_crawls", "crawled_at"),),
}


def table_metadata(table: str) -> dict[str, Any]:
    """Column schema, column lineage and code of one table, as its asset's metadata."""
    model = MODELS[table]
    lineage = column_lineage(table)
    return {
        "dagster/column_schema": _schema(model),
        "dagster/table_name": f"warehouse.{table}" if table.startswith(("stg_", "int_")) else f"rolecall.{table}",
        **({"dagster/column_lineage": dg.TableColumnLineage(lineage)} if lineage else {}),
        **code_references(model),
    }


def table_text(table: str) -> str:
    """A table's grain, out of its model."""
    return " ".join((MODELS[table].__doc__ or "").split())


def column_lineage(table: str) -> dict[str, list[dg.TableColumnDep]]:
    """The columns that each column of a table comes from, in other assets."""
    found = {column.name: list(_deps(table, column.name)) for column in columns_of(MODELS[table])}
    return {name: deps for name, deps in found.items() if deps}


def _deps(table: str, column: str) -> Iterator[dg.TableColumnDep]:
    pairs: Sequence[tuple[str, str]] = _RENAMED.get((table, column)) or [
        (read, column) for read in _READS.get(table, ())
    ]
    for read, name in pairs:
        if name in MODELS[read].model_fields:
            yield dg.TableColumnDep(asset_key=dg.AssetKey(read), column_name=name)


def _schema(model: type[SQLModel]) -> dg.TableSchema:
    return dg.TableSchema(
        columns=[
            dg.TableColumn(
                column.name,
                sql_type(column),
                description=model.model_fields[column.name].description,
                constraints=dg.TableColumnConstraints(nullable=bool(column.nullable)),
                tags={"key": ""} if column.primary_key else None,
            )
            for column in columns_of(model)
        ]
    )


def code_references(thing: Any) -> dict[str, Any]:
    """Where a class or function is written, as a link in the UI."""
    file = Path(getsourcefile(thing) or "").resolve()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", category=dg.BetaWarning)
        found = dg.LocalFileCodeReference(file_path=str(file), line_number=_line_of(thing, file), label=file.name)
        return {"dagster/code_references": dg.CodeReferencesMetadataValue(code_references=[found])}


def _line_of(thing: Any, file: Path) -> int:
    """The line of a definition at a module's top; `inspect` parses the whole file for it: too slow for a run."""
    opening = (f"class {thing.__name__}", f"def {thing.__name__}")
    lines = enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
    return next((number for number, line in lines if line.startswith(opening)), 1)
