"""What every test may ask for: an empty warehouse in memory, a clock, and the places of data."""

import gc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest
from hypothesis import settings

from warehouse.database import open_warehouse
from warehouse.run import Run

# machines are shared and noisy: a slow example is no fault
settings.register_profile("rolecall", deadline=None, max_examples=50)
settings.load_profile("rolecall")

# thousands of collected tests would be looked through for cycles again and again
gc.set_threshold(100_000, 50, 100)

REPOSITORY = Path(__file__).parent.parent


def pytest_collection_finish() -> None:
    """What was collected stays to the end."""
    gc.freeze()


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """An empty warehouse."""
    with open_warehouse(Path(":memory:")) as connection:
        yield connection


@pytest.fixture
def run() -> Run:
    """A run on the first day of 2026."""
    return Run("run-1", datetime(2026, 1, 1, 6, tzinfo=UTC))


@pytest.fixture(autouse=True)
def _own_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the settings of the person who runs it."""
    names = ("HOME", "REPLAY", "CLOSE_AFTER", "CONTACT", "KAGGLE_TOKEN")
    for name in (*(f"ROLECALL_{name}" for name in names), "DAGSTER_HOME"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shared() -> Path:
    """The folder of real recordings beside the repository; without it the test is skipped, loudly."""
    folder = REPOSITORY.parent / "shared" / "data"
    if not folder.exists():
        pytest.skip("shared/ is absent: this check needs the real recordings and has NOT been made")
    return folder
