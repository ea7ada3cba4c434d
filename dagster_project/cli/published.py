"""Commands over the published file: status, sql, export. They never open the warehouse, so they never wait."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from warehouse.errors import StorageError, UsageError
from warehouse.layout import Home


class TableFormat(StrEnum):
    """How `rolecall sql` prints rows."""

    TABLE = "table"
    CSV = "csv"
    JSONL = "jsonl"


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
    query: Annotated[str, typer.Argument(help="A SELECT over the published tables.")],
    output: Annotated[TableFormat, typer.Option("--format", help="How to print the rows.")] = TableFormat.TABLE,
) -> None:
    """Query the published file: read-only, no file access."""
    import duckdb

    from warehouse.publication import open_published

    with open_published(_published()) as con:
        con.execute("SET enable_external_access = false")
        con.execute("SET lock_configuration = true")
        try:
            result = con.execute(query)
            names = [column[0] for column in result.description or []]
            _print_rows(names, result.fetchall(), output)
        except duckdb.Error as error:
            raise UsageError(f"The query failed: {error}") from error


def _print_rows(names: list[str], rows: list[tuple[object, ...]], output: TableFormat) -> None:
    import csv
    import json
    import sys

    if output is TableFormat.JSONL:
        for row in rows:
            typer.echo(json.dumps(dict(zip(names, row, strict=True)), default=str, ensure_ascii=False))
    elif output is TableFormat.CSV:
        csv.writer(sys.stdout, lineterminator="\n").writerows([names, *rows])
    else:
        from rich.console import Console
        from rich.table import Table

        table = Table(*names)
        for row in rows:
            table.add_row(*("" if value is None else str(value) for value in row))
        Console(highlight=False, markup=False).print(table)
        typer.echo(f"{len(rows)} rows", err=True)


def export(
    to: Annotated[Path, typer.Option(help="Folder to write to.")],
    output: Annotated[FileFormat, typer.Option("--format", help="File format.")] = FileFormat.PARQUET,
) -> None:
    """Write every published table as a file."""
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
            path = str(to / f"{table}.{output}").replace("'", "''")
            try:
                con.execute(f"COPY {table} TO '{path}' ({_COPY_OPTIONS[output]})")
            except duckdb.IOException as error:
                raise StorageError(f"Cannot write {path}: {error}") from error
    typer.echo(f"{len(tables)} tables written to {to}", err=True)
