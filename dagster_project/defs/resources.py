"""What steps are handed at run time: the run's clock and settings, and the warehouse under its one-writer lock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import dagster as dg
import duckdb
from pydantic import PrivateAttr

from warehouse.database import open_warehouse
from warehouse.layout import Home
from warehouse.locks import AliveLock, WriterLock
from warehouse.run import Run
from warehouse.settings import Settings


class Rolecall(dg.ConfigurableResource[Any]):
    """One run of Rolecall: made when a run starts, so that every step sees the same clock.

    `as_of` is empty for "now". The writer lock is taken by the first step that writes and held until the run ends.
    """

    as_of: str = ""
    _run: Run = PrivateAttr()
    _settings: Settings = PrivateAttr()
    _writer: WriterLock = PrivateAttr()
    _alive: AliveLock = PrivateAttr()

    def setup_for_execution(self, context: dg.InitResourceContext) -> None:
        """Fix the clock and declare the run alive."""
        self._settings = Settings()
        self.home.prepare()
        as_of = datetime.fromisoformat(self.as_of) if self.as_of else datetime.now(UTC)
        run_id = context.run.run_id if context.run else "unnamed"
        self._run = Run(run_id, as_of, self._settings.close_after)
        self._writer = WriterLock(self.home.locks)
        self._alive = AliveLock(self.home.locks, run_id)
        self._alive.hold()

    def teardown_after_execution(self, context: dg.InitResourceContext) -> None:
        """Give both locks back."""
        self._writer.release()
        self._alive.release()

    @property
    def home(self) -> Home:
        """Where things lie."""
        return Home(self._settings.home.resolve())

    @property
    def settings(self) -> Settings:
        """The ROLECALL_* settings."""
        return self._settings

    @property
    def run(self) -> Run:
        """The run's id, clock and patience."""
        return self._run

    @contextmanager
    def warehouse(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """The warehouse, open for writing; from here to the end of the run no other run writes."""
        self._writer.acquire()
        with open_warehouse(self.home.warehouse) as con:
            yield con
