"""What the statements of publishing share: temporary tables of values handed over, and helper tables and views."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

import duckdb
import pyarrow as pa

from pipelines.publish import statements
from pipelines.publish.hub_texts import HubTexts
from warehouse.countries import areas_of, country_names
from warehouse.temp_tables import temp_table

_TEXT, _TEXTS = pa.string(), pa.list_(pa.string())
_HUB_TEXTS = pa.schema(
    dict.fromkeys(("hub", "name", "tagline", "definition", "why_it_matters", "career_paths", "practice"), _TEXT)
    | dict.fromkeys(("questions", "answers", "levels"), _TEXTS)
)
_COUNTRIES = pa.schema({"country": _TEXT, "name": _TEXT, "areas": _TEXTS})


def prepare(
    con: duckdb.DuckDBPyConnection,
    hubs: Sequence[HubTexts],
    careers_pages: Mapping[str, str],
    retired: Mapping[str, str],
) -> None:
    """Temporary tables and views: what is handed over as values, and what several statements share."""
    names = country_names()
    areas = [areas_of(country) for country in names]
    temp_table(con, "_hub_texts", pa.Table.from_pylist([_row_of(hub) for hub in hubs], _HUB_TEXTS))
    temp_table(con, "_countries", pa.table([[*names], [*names.values()], areas], _COUNTRIES))
    _pairs(con, "_careers_pages", "url", careers_pages)
    _pairs(con, "_retired", "reason", retired)
    _help(con, statements.HELPERS, {})


def prepare_due(con: duckdb.DuckDBPyConnection, *, is_whole: bool) -> None:
    """Which positions' rows are to be written: all, or those that have changed."""
    _help(con, {"_due": "TABLE"}, {"is_whole": is_whole})


def prepare_rows(con: duckdb.DuckDBPyConnection, *, is_whole: bool) -> None:
    """Those positions' rows."""
    con.execute(
        "DROP TABLE IF EXISTS _due_positions"
    )  # of a publication by changes that failed: a view takes its place
    _help(con, statements.DUE_HELPERS if is_whole else statements.FEW_DUE_HELPERS, {})


def _help(con: duckdb.DuckDBPyConnection, helpers: Mapping[str, str], values: Mapping[str, Any]) -> None:
    for name, kind in helpers.items():
        text = statements.statement(name)
        con.execute(f"CREATE OR REPLACE TEMP {kind} {name} AS {text}", statements.values_for(text, values))


def _pairs(con: duckdb.DuckDBPyConnection, table: str, column: str, pairs: Mapping[str, str]) -> None:
    """A temporary table of one value a source_id."""
    schema = pa.schema({"source_id": _TEXT, column: _TEXT})
    temp_table(con, table, pa.table([[*pairs], [*pairs.values()]], schema))


def _row_of(hub: HubTexts) -> dict[str, Any]:
    """A hub's row of `_hub_texts`."""
    return asdict(hub) | {"questions": [asked for asked, _ in hub.faq], "answers": [answer for _, answer in hub.faq]}
