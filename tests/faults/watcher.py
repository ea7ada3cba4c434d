"""A reader that never stops: opens the published file over and over, and counts when it is not valid and whole."""

import os
import signal
import sys
import time
import traceback
from pathlib import Path
from types import FrameType

from warehouse.errors import StorageError
from warehouse.models.published import TABLES
from warehouse.publication import open_published

_PAUSE_S = 0.02


def watch(published: Path, report: Path) -> None:
    """Until SIGTERM. The report's first line counts openings and publications seen; each more is a fault."""
    stopped = False

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopped
        stopped = True

    signal.signal(signal.SIGTERM, stop)
    openings, seen, faults = 0, set[str](), list[str]()
    while not stopped:
        try:
            seen.add(_whole(published))
            openings += 1
        except StorageError as error:
            if seen or "Nothing is published yet" not in str(error):
                faults.append(str(error))
        except Exception:  # whatever it is, it is what this looks for
            faults.append(traceback.format_exc())
        time.sleep(_PAUSE_S)
    report.write_text("\n".join([f"{openings} {len(seen)}", *(fault.replace("\n", " ") for fault in faults)]))


def _whole(published: Path) -> str:
    """Read every value of the file; its id."""
    with open_published(published) as con:
        found, positions = con.execute("SELECT publication_id, position_count FROM publication").fetchall()[0]
        for table in TABLES:
            con.execute(f"SELECT count(*), bit_xor(hash(t)) FROM {table.__tablename__} AS t").fetchall()
        counted = con.execute("SELECT count(*) FROM positions").fetchall()
        if counted != [(positions,)]:
            raise AssertionError(f"{found} says {positions} positions and holds {counted}")
    return str(found)


class Watcher:
    """The reader in a process of its own."""

    def __init__(self, published: Path, report: Path) -> None:
        self._report = report
        self.pid = os.fork()
        if self.pid == 0:
            try:
                watch(published, report)
            finally:
                sys.stderr.flush()
                os._exit(0)

    def stop(self) -> tuple[int, int, list[str]]:
        """Openings, publications seen, faults."""
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.pid, 0)
        first, *faults = self._report.read_text().splitlines()
        openings, seen = map(int, first.split())
        return openings, seen, faults
