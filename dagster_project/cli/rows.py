"""Printing the rows of a query, a few thousand at a time, so that a large result is never held as Python objects."""

import csv
import json
import re
import sys
from enum import StrEnum
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    import duckdb

_AT_ONCE = 5_000
#: nobody reads more in a terminal
_MOST_IN_A_TABLE = 10_000
#: how a text begins that a spreadsheet takes for a formula (OWASP's list, and its full-width forms); and the quote
#: itself, so that taking one leading quote off every text gives back what was there
RUNS_IN_A_SPREADSHEET = r"^[=+\-@\t\r\n'＝＋－＠]"
_RUNS = re.compile(RUNS_IN_A_SPREADSHEET)


class TableFormat(StrEnum):
    """How `rolecall sql` prints rows."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


def harmless(value: object) -> object:
    """A CSV field that no spreadsheet runs: such a text is preceded by a quote, which shows it as text."""
    return f"'{value}" if isinstance(value, str) and _RUNS.match(value) else value


def print_rows(result: "duckdb.DuckDBPyConnection", output: TableFormat) -> None:
    """All rows on standard output; of a table the first ten thousand."""
    names = [column[0] for column in result.description or []]
    if output is TableFormat.TABLE:
        _print_table(names, result.fetchmany(_MOST_IN_A_TABLE + 1))
        return
    writer = csv.writer(sys.stdout, lineterminator="\n")
    if output is TableFormat.CSV:
        writer.writerow(names)
    while rows := result.fetchmany(_AT_ONCE):
        for row in rows:
            if output is TableFormat.CSV:
                writer.writerow([harmless(value) for value in row])
            else:
                typer.echo(json.dumps(dict(zip(names, row, strict=True)), default=str, ensure_ascii=False))


def _print_table(names: list[str], rows: list[tuple[object, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(*names)
    for row in rows[:_MOST_IN_A_TABLE]:
        table.add_row(*("" if value is None else str(value) for value in row))
    Console(highlight=False, markup=False).print(table)
    more = f"the first {_MOST_IN_A_TABLE}; --format csv prints all" if len(rows) > _MOST_IN_A_TABLE else f"{len(rows)}"
    typer.echo(f"{more} rows" if more.isdigit() else more, err=True)
