"""The folder of published files: names, the atomic swap, and which files stay. Nothing here opens a database."""

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from warehouse.errors import StorageError
from warehouse.publication import LINK

KEPT = 3
DRAFT = ".tmp"

_STAMPED = re.compile(r"rolecall-(?P<stamp>\d{8}T\d{6}Z)-(?P<serial>\d+)-[0-9a-f]+\.duckdb")


@contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Any trouble of the file system inside the block as a StorageError that names the folder."""
    try:
        yield
    except OSError as error:
        raise StorageError(
            f"Cannot publish in {folder} ({error.strerror or error}): it must be a folder that can be written."
        ) from error


def new_publication_id(folder: Path, as_of: datetime) -> str:
    """An id that sorts after those of earlier instants, and of the same instant after those already there."""
    stamp = f"{as_of.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    found = (_STAMPED.fullmatch(path.name) for path in folder.iterdir())
    serials = [int(name["serial"]) for name in found if name and name["stamp"] == stamp]
    return f"{stamp}-{max(serials, default=0) + 1:03d}-{secrets.token_hex(4)}"


def clear_leftovers(folder: Path) -> None:
    """Delete what a killed publication left. There is one writer, so nobody is still at work on it."""
    for pattern in (f"rolecall*{DRAFT}", "rolecall*.wal"):
        for leftover in folder.glob(pattern):
            leftover.unlink(missing_ok=True)


def put_in_place(draft: Path, file: Path) -> None:
    """Give a checked draft its name and point the link at it: readers see the old file or the new one, whole."""
    _sync(draft)
    draft.replace(file)
    fresh_link = file.with_name(LINK + DRAFT)
    fresh_link.symlink_to(file.name)
    fresh_link.replace(file.with_name(LINK))
    _sync(file.parent)


def delete_old(folder: Path) -> None:
    """Keep the newest files, and always the one the link points at; a reader that has an older one open keeps it."""
    current = (folder / LINK).resolve()
    files = [path for path in folder.glob("rolecall-*.duckdb") if path.resolve() != current]
    files.sort(key=lambda path: (path.stat().st_mtime_ns, path.name), reverse=True)
    for path in files[KEPT - 1 :]:
        path.unlink()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
