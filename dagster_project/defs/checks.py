"""Asset checks on the warehouse: one SQL file each in warehouse/sql/checks, naming its asset; a row is a fault.

They run in the step that makes the asset, so that a blocking one stops everything after it.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import dagster as dg
import duckdb

from warehouse.database import sql

_FOLDER = Path(__file__).parents[2] / "warehouse" / "sql" / "checks"
_HEADER = re.compile(r"-- (?P<weight>Blocking|Warning), on (?P<asset>\w+): (?P<text>.*)")
_SHOWN = 20


@dataclass(frozen=True, slots=True)
class SqlCheck:
    """One check, as its file's name and first line describe it."""

    name: str
    asset: str
    text: str
    is_blocking: bool
    file: str

    def spec(self) -> dg.AssetCheckSpec:
        """The check as Dagster declares it."""
        return dg.AssetCheckSpec(self.name, asset=self.asset, description=self.text, blocking=self.is_blocking)

    def result(self, con: duckdb.DuckDBPyConnection) -> dg.AssetCheckResult:
        """Run it; the first faulty rows are in the metadata."""
        faults = con.execute(sql(f"checks/{self.file}")).fetchmany(_SHOWN)
        return dg.AssetCheckResult(
            passed=not faults,
            asset_key=self.asset,
            check_name=self.name,
            severity=dg.AssetCheckSeverity.ERROR if self.is_blocking else dg.AssetCheckSeverity.WARN,
            metadata={"faults": len(faults), "first": str(faults[:3]) if faults else "none"},
        )


def _check_of(path: Path) -> SqlCheck:
    found = _HEADER.match(path.read_text(encoding="utf-8"))
    if found is None:
        raise ValueError(f"{path.name}: the first line must be '-- Blocking|Warning, on ASSET: what must hold'")
    asset = found["asset"]
    return SqlCheck(path.stem.removeprefix(f"{asset}_"), asset, found["text"], found["weight"] == "Blocking", path.stem)


CHECKS = [_check_of(path) for path in sorted(_FOLDER.glob("*.sql"))]


def check_specs(assets: Collection[str]) -> list[dg.AssetCheckSpec]:
    """The checks on some assets."""
    return [check.spec() for check in CHECKS if check.asset in assets]


def check_results(con: duckdb.DuckDBPyConnection, assets: Collection[str]) -> Iterator[dg.AssetCheckResult]:
    """Run the checks on some assets."""
    for check in CHECKS:
        if check.asset in assets:
            yield check.result(con)
