"""Commands over the published file: status, sql, export. They never open the warehouse, so they never wait."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dagster_project.cli.rows import TableFormat
from warehouse.errors import StorageError, UsageError, WorkFailed
from warehouse.layout import Home
from warehouse.sql_text import literal

if TYPE_CHECKING:
    import duckdb


class FileFormat(StrEnum):
    """What `rolecall export` writes."""

    PARQUET = "parquet"
    CSV = "csv"
    JSONL = "jsonl"


_COPY_OPTIONS = {
    FileFormat.PARQUET: "FORMAT parquet, COMPRESSION zstd",
    FileFormat.CSV: "FORMAT csv, HEADER",
    FileFormat.JSONL: "FORMAT json, ARRAY false",
}
#: name and least width of each column of `status`: together they fit a terminal of 80
_COLUMNS = (("source", 14), ("state", 7), ("since", 10), ("listings", 8), ("last success", 10), ("why", 12))
_STATUS = """
SELECT
  source_id, state, strftime(since_at, '%Y-%m-%d'), posting_count,
  strftime(last_success_at, '%Y-%m-%d %H:%M'), reason
FROM source_health
ORDER BY state = 'healthy', state, source_id
"""


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    app.command()(status)
    app.command()(sql)
    app.command()(export)


def _published() -> Path:
    from warehouse.settings import Settings

    return Home(Settings().home.resolve()).published


def status() -> None:
    """How each board is doing: last success, listings, state and why."""
    from rich.console import Console
    from rich.table import Table

    from warehouse.publication import open_published

    with open_published(_published()) as con:
        rows = con.execute(_STATUS).fetchall()
        published_at = con.execute("SELECT strftime(published_at, '%Y-%m-%d %H:%M') FROM publication").fetchall()[0][0]
    console = Console(highlight=False)
    table = Table(title=f"Sources as published {published_at} UTC", title_justify="left")
    for column, width in _COLUMNS:
        table.add_column(column, justify="right" if column == "listings" else "left", overflow="fold", min_width=width)
    for row in rows:
        style = {"failing": "red", "suspect": "yellow", "retired": "dim"}.get(row[1])
        table.add_row(*("-" if value is None else str(value) for value in row), style=style)
    console.print(table)


def sql(
    query: Annotated[str, typer.Argument(help="A SELECT over the published tables; - reads it from standard input.")],
    output: Annotated[TableFormat, typer.Option("--format", help="How to print the rows.")] = TableFormat.TABLE,
    timeout: Annotated[float, typer.Option(help="Seconds a query may take.", min=0.1)] = 60.0,
    memory: Annotated[int, typer.Option(help="MB a query may take.", min=16)] = 1024,
) -> None:
    """Query the published file: read-only, no file access, no extensions, within limits of time and memory."""
    import duckdb

    from dagster_project.cli.rows import print_rows
    from warehouse.publication import confine, interrupted_after, open_published

    with open_published(_published()) as con:
        confine(con, memory)
        try:
            with interrupted_after(con, timeout):
                result = con.execute(sys.stdin.read() if query == "-" else query)
                print_rows(result, output)
        except duckdb.InterruptException as error:
            raise WorkFailed(
                f"The query took longer than {timeout:g} s: narrow it, or allow more (--timeout)."
            ) from error
        except duckdb.OutOfMemoryException as error:
            raise WorkFailed(f"The query needs more than {memory} MB: narrow it, or allow more (--memory).") from error
        except duckdb.Error as error:
            raise UsageError(f"The query failed: {error}") from error


def export(
    to: Annotated[Path, typer.Option(help="Folder to write to.")],
    output: Annotated[FileFormat, typer.Option("--format", help="File format.")] = FileFormat.PARQUET,
) -> None:
    """Write every published table as a file. In CSV a text that a spreadsheet would run is preceded by a quote."""
    import duckdb

    from warehouse.publication import open_published

    try:
        to.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageError(f"Cannot write to {to} ({error.strerror}): choose another folder.") from error
    with open_published(_published()) as con:
        query = "SELECT table_name FROM duckdb_tables() WHERE NOT internal ORDER BY table_name"
        tables = [row[0] for row in con.execute(query).fetchall()]
        for table in tables:
            path = str(to / f"{table}.{output}")
            try:
                rows = _harmless(con, table) if output is FileFormat.CSV else table
                con.execute(f"COPY {rows} TO {literal(path)} ({_COPY_OPTIONS[output]})")
            except duckdb.IOException as error:
                raise StorageError(f"Cannot write {path}: {error}") from error
    typer.echo(f"{len(tables)} tables written to {to}", err=True)


def _harmless(con: "duckdb.DuckDBPyConnection", table: str) -> str:
    """A query for a table, its texts as `cli.rows.harmless` makes them."""
    from dagster_project.cli.rows import RUNS_IN_A_SPREADSHEET

    query = "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ?"
    columns = con.execute(query, [table]).fetchall()
    guard = f"if(regexp_matches({{0}}, {literal(RUNS_IN_A_SPREADSHEET)}), '''' || {{0}}, {{0}}) AS {{0}}"
    kept = ", ".join(guard.format(f'"{name}"') if kind == "VARCHAR" else f'"{name}"' for name, kind in columns)
    return f"(SELECT {kept} FROM {table})"  # noqa: S608 - names of the published file
