"""Forgetting crawls that a wrong clock has dated: as if the runs after an instant had not been.

Their index lines move into `forgotten.jsonl` beside the index; the warehouse, which has taken them in, is deleted, and
the next run makes it again from what stays. The warehouse goes first: one that knew what the landing has forgotten
would take no later crawl for evidence. Killed in between, the call is made again.
"""

import os
from datetime import datetime
from pathlib import Path
from typing import Literal

from warehouse.errors import StorageError, WorkFailed
from warehouse.landing import Landing, crawl_of, landed_platforms
from warehouse.layout import Home
from warehouse.locks import AliveLock, WriterLock

_DRAFT = ".tmp"


def forget_after(home: Home, instant: datetime) -> dict[str, int]:
    """Set aside every crawl dated later than an instant; how many, by platform.

    Raises WorkFailed while a run is under way, StorageError where the folder cannot be written.
    """
    if alive := [held for held in _runs(home) if AliveLock(home.locks, held).is_held()]:
        raise WorkFailed(f"Run {alive[0]} is under way: wait for it or stop it, then forget.")
    writer = WriterLock(home.locks)
    writer.acquire(patience_s=0)
    try:
        late = {landing: count for landing in landed_platforms(home.landing) if (count := _late(landing, instant))}
        if late:
            for path in (home.warehouse, home.warehouse.with_name(f"{home.warehouse.name}.wal")):
                path.unlink(missing_ok=True)
        for landing in late:
            _set_aside(landing, instant)
    except OSError as error:
        raise StorageError(f"Cannot write to {home.root} ({error.strerror}): free space or mend it.") from error
    finally:
        writer.release()
    return {landing.platform: count for landing, count in late.items()}


def _runs(home: Home) -> list[str]:
    return [path.stem.removeprefix("run-") for path in home.locks.glob("run-*.lock")]


def _late(landing: Landing, instant: datetime) -> int:
    return sum(crawl.crawled_at > instant for crawl, _ in landing.crawls())


def _set_aside(landing: Landing, instant: datetime) -> None:
    """A line that cannot be read stays where it is: it counts for nothing."""
    with landing.locked():
        kept: list[bytes] = []
        late: list[bytes] = []
        for line in landing.index.read_bytes().splitlines(keepends=True):
            crawl = crawl_of(line)
            (late if crawl is not None and crawl.crawled_at > instant else kept).append(line)
        _write(landing.folder / "forgotten.jsonl", late, "ab")
        draft = landing.index.with_name(landing.index.name + _DRAFT)
        _write(draft, kept, "wb")
        draft.replace(landing.index)


def _write(path: Path, lines: list[bytes], mode: Literal["ab", "wb"]) -> None:
    with path.open(mode) as file:
        file.writelines(lines)
        file.flush()
        os.fsync(file.fileno())
