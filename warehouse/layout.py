"""Where things lie under ROLECALL_HOME. Nothing else joins paths of the home folder."""

from dataclasses import dataclass
from pathlib import Path

from warehouse.errors import StorageError
from warehouse.files import write_whole

SAMPLE = "sample"
REAL = "real"


@dataclass(frozen=True, slots=True)
class Home:
    """The data folder of one installation."""

    root: Path

    @property
    def landing(self) -> Path:
        """Raw payloads, append-only."""
        return self.root / "landing"

    @property
    def warehouse(self) -> Path:
        """The working database: one writer."""
        return self.root / "warehouse.duckdb"

    @property
    def published(self) -> Path:
        """Publications and the link to the newest."""
        return self.root / "published"

    @property
    def dagster(self) -> Path:
        """Dagster's own storage and settings."""
        return self.root / "dagster"

    @property
    def locks(self) -> Path:
        """Lock files: the writer's and one a living run."""
        return self.root / "locks"

    @property
    def kind(self) -> str | None:
        """Sample or real data; None where nothing was crawled yet."""
        marker = self.root / "contents"
        return marker.read_text().strip() if marker.exists() else None

    @property
    def registries(self) -> Path:
        """The registry files that runs were given, one path a line: their boards belong to this home as well."""
        return self.root / "registries.txt"

    def prepare(self) -> None:
        """Make the folders.

        Raises StorageError where the folder cannot be made or written.
        """
        try:
            for folder in (self.landing, self.published, self.dagster, self.locks):
                folder.mkdir(parents=True, exist_ok=True)
            probe = self.root / ".writable"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise StorageError(
                f"Cannot write to the data folder {self.root} ({error.strerror}): "
                "make it writable or set ROLECALL_HOME to another folder."
            ) from error

    def claim(self, kind: str) -> None:
        """Keep sample data and real data apart: a home holds one kind, named in its file `contents`.

        Raises StorageError where the home already holds the other kind.
        """
        held = self.kind
        if not held:  # none, or that of a process that was killed as it wrote
            write_whole(self.root / "contents", f"{kind}\n".encode())
        elif held != kind:
            raise StorageError(
                f"{self.root} holds {held} data and this run would add {kind} data: "
                "set ROLECALL_HOME to another folder, or empty this one with `make clean`."
            )
