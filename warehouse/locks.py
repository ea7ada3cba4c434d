"""Operating-system locks: they vanish with the process that held them, so a killed run never blocks the next."""

from pathlib import Path

from filelock import FileLock, Timeout

from warehouse.errors import StorageError

#: how long a run waits for another run's normalise-to-publish sequence, in seconds
WRITER_PATIENCE_S = 3600.0


class WriterLock:
    """The one writer: held around the whole normalise-to-publish sequence."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / "writer.lock")

    def acquire(self, patience_s: float = WRITER_PATIENCE_S) -> None:
        """Take the lock, waiting while another run holds it; again is no error.

        Raises StorageError where it stays taken.
        """
        if self._lock.is_locked:
            return
        try:
            self._lock.acquire(timeout=patience_s)
        except Timeout as error:
            raise StorageError(
                f"Another run has been writing for {patience_s:.0f} s: wait for it or stop it (`rolecall status`)."
            ) from error

    def release(self) -> None:
        """Give the lock back; without holding it, nothing."""
        self._lock.release()


class AliveLock:
    """Held by a run's process for as long as it lives."""

    def __init__(self, folder: Path, run_id: str) -> None:
        self.path = folder / f"run-{run_id}.lock"
        self._lock = FileLock(self.path)

    def hold(self) -> None:
        """Declare the run alive."""
        self._lock.acquire(timeout=0)

    def release(self) -> None:
        """Declare it ended."""
        self._lock.release()
        self.path.unlink(missing_ok=True)

    def is_held(self) -> bool:
        """Whether a living process holds it."""
        if not self.path.exists():
            return False
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return True
        self.release()
        return False
