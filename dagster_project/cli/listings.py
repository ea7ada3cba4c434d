"""Bulk commands on listings without any database: detect, read, classify, dedupe."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from dagster_project.cli.jsonlines import (
    STANDARD,
    Rejects,
    lying_on_disk,
    opened_input,
    opened_output,
    read_objects,
    write_object,
)
from warehouse.errors import PayloadError, UsageError, WorkFailed

Work = Callable[[BinaryIO, BinaryIO, Rejects], None]
Input = Annotated[str, typer.Option("-i", "--input", help="JSON Lines to read; - is standard input.")]
Output = Annotated[str, typer.Option("-o", "--output", help="JSON Lines to write; - is standard output.")]
RejectsFile = Annotated[Path | None, typer.Option("--rejects", help="Where lines that could not be used are kept.")]


def add_to(app: typer.Typer) -> None:
    """Register the commands."""
    for command in (detect, read, classify, dedupe):
        app.command()(command)


def detect(input: Input = STANDARD, output: Output = STANDARD, rejects: RejectsFile = None) -> None:
    """Name the platform and board behind each {"url"}; nulls where unknown. No network."""
    from spiders.detection import detect as detect_url

    def work(source: BinaryIO, sink: BinaryIO, bad: Rejects) -> None:
        for row in read_objects(source, bad, ("url",)):
            found = detect_url(str(row["url"]))
            platform, board = found or (None, None)
            write_object(sink, {"url": row["url"], "platform": platform, "board": board})

    _run(work, input, output, rejects)


def read(
    platform: Annotated[str, typer.Argument(help="The platform's name, such as greenhouse.")],
    board: Annotated[str, typer.Option(help="The board the response came from.")],
    company: Annotated[str | None, typer.Option(help="The employer; default: what the payload says.")] = None,
    input: Input = STANDARD,
    output: Output = STANDARD,
    rejects: RejectsFile = None,
) -> None:
    """Read one raw API response or page: one normalised posting or challenge a line. No network, no database."""
    from dagster_project.reading import read_document
    from spiders.platforms import platforms
    from spiders.platforms.base import Source

    if platform not in platforms():
        raise UsageError(f"Unknown platform {platform!r}; known are {', '.join(sorted(platforms()))}.")

    def work(source: BinaryIO, sink: BinaryIO, bad: Rejects) -> None:
        text = source.read().decode("utf-8", "replace")
        board_source = Source(company or "", platform, board)
        try:
            for number, result in enumerate(read_document(board_source, text, datetime.now(UTC)), start=1):
                if isinstance(result, PayloadError):
                    bad.add(number, str(result), result.detail)
                else:
                    write_object(sink, result)
        except PayloadError as error:
            raise WorkFailed(f"This is not a response of {platform}: {error.detail}") from error

    _run(work, input, output, rejects)


def classify(input: Input = STANDARD, output: Output = STANDARD, rejects: RejectsFile = None) -> None:
    """Say which skill hubs each listing belongs to, its level, and why."""
    from dagster_project.cli.classifying import blocks, classify_block
    from pipelines.classify.workers import in_order

    def work(source: BinaryIO, sink: BinaryIO, bad: Rejects) -> None:
        for done in in_order(classify_block, blocks(source)):
            sink.write(done.lines)
            for number, reason, text in done.rejects:
                bad.add(number, reason, text)

    _run(work, input, output, rejects)


def dedupe(input: Input = STANDARD, output: Output = STANDARD, rejects: RejectsFile = None) -> None:
    """Say which listings are the same vacancy, and why."""
    from pipelines.dedupe.lines import deduplicate_lines

    def work(source: BinaryIO, sink: BinaryIO, bad: Rejects) -> None:
        with lying_on_disk(source) as path:
            for number, reason, text in deduplicate_lines(path, sink):
                bad.add(number, reason, text)

    _run(work, input, output, rejects)


def _run(work: Work, input: str, output: str, rejects: Path | None) -> None:
    bad = Rejects(rejects)
    try:
        with opened_input(input) as source, opened_output(output) as sink:
            work(source, sink, bad)
    finally:
        bad.close()
    if bad.count:
        typer.echo(f"{bad.count} lines could not be used", err=True)
