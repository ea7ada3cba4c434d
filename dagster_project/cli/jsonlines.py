"""JSON Lines in and out, the same for every bulk command: order kept, a bad line reported and never in the way."""

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO, Protocol

import orjson
import typer

from pipelines.jsonlines import read_object
from warehouse.errors import StorageError, UsageError

STANDARD = "-"


@contextmanager
def opened_input(name: str) -> Iterator[BinaryIO]:
    """A file, or standard input for `-`.

    Raises UsageError where the file cannot be opened.
    """
    if name == STANDARD:
        yield sys.stdin.buffer
        return
    try:
        file = Path(name).open("rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise UsageError(f"Cannot read {name} ({error.strerror}): check the path given to -i.") from error
    with file:
        yield file


@contextmanager
def opened_output(name: str) -> Iterator[BinaryIO]:
    """A file, or standard output for `-`.

    Raises StorageError where the file cannot be written.
    """
    if name == STANDARD:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    try:
        file = Path(name).open("wb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise StorageError(f"Cannot write {name} ({error.strerror}): check the path given to -o.") from error
    with file:
        yield file


@contextmanager
def lying_on_disk(file: BinaryIO) -> Iterator[Path]:
    """The path of what is read: its own where it is a file, a copy's where it comes through a pipe."""
    if file is not sys.stdin.buffer and Path(file.name).is_file():
        yield Path(file.name)
        return
    with tempfile.NamedTemporaryFile(prefix="rolecall-") as copy:
        shutil.copyfileobj(file, copy)
        copy.flush()
        yield Path(copy.name)


class Rejects:
    """Lines that could not be used: said on standard error, and kept in a file when one is named."""

    def __init__(self, path: Path | None) -> None:
        self._file = path.open("wb") if path else None
        self.count = 0

    def add(self, line: int, reason: str, text: str) -> None:
        """Take one line, by its number."""
        self.count += 1
        typer.echo(f"line {line}: {reason}", err=True)
        if self._file:
            self._file.write(orjson.dumps({"line": line, "reason": reason, "text": text[:2000]}) + b"\n")

    def close(self) -> None:
        """Write what is held."""
        if self._file:
            self._file.close()


class TakesRejects(Protocol):
    """Whatever takes the lines that could not be used."""

    def add(self, line: int, reason: str, text: str) -> None:
        """Take one line, by its number."""


def read_objects(
    file: BinaryIO,
    rejects: TakesRejects,
    required: tuple[str, ...],
    problem: Callable[[dict[str, object]], str | None] = lambda row: None,
) -> Iterator[dict[str, object]]:
    """The objects of a JSON Lines file that have the required keys and no `problem`; other lines go to the rejects."""
    for number, line in enumerate(file, start=1):
        if not line.strip():
            continue
        value = read_object(line, required)
        reason = value if isinstance(value, str) else problem(value)
        if isinstance(value, str) or reason:
            rejects.add(number, str(reason), line.decode("utf-8", "replace"))
            continue
        yield value


def _plain(value: object) -> object:
    return float(value) if isinstance(value, Decimal) else str(value)


def write_object(file: BinaryIO, value: object) -> None:
    """One line."""
    file.write(orjson.dumps(value, option=orjson.OPT_APPEND_NEWLINE, default=_plain))
