"""Asset checks on the warehouse: one SQL file each in warehouse/sql/checks, naming its asset; a row is a fault.

They run in the step that makes the asset, so that a blocking one stops everything after it.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

import dagster as dg
import duckdb

from dagster_project.defs.sql_files import SqlFile, sql_files

BLOCKING, WARNING = "Blocking", "Warning"
CHECKS = sql_files("checks", BLOCKING, WARNING)
_SHOWN = 20


def check_specs(assets: Collection[str], checks: Sequence[SqlFile] = CHECKS) -> list[dg.AssetCheckSpec]:
    """The checks on some assets."""
    return [
        dg.AssetCheckSpec(check.name, asset=check.asset, description=check.text, blocking=check.word == BLOCKING)
        for check in checks
        if check.asset in assets
    ]


def check_results(
    con: duckdb.DuckDBPyConnection, assets: Collection[str], checks: Sequence[SqlFile] = CHECKS
) -> Iterator[dg.AssetCheckResult]:
    """Run the checks on some assets; the first faulty rows are in the metadata."""
    for check in checks:
        if check.asset in assets:
            result = con.execute(check.query)
            names = [column[0] for column in result.description]
            faults = [dict(zip(names, map(str, row), strict=True)) for row in result.fetchmany(_SHOWN)]
            yield check_result(check.asset, check.name, faults, is_blocking=check.word == BLOCKING, by=check.shown_path)


def check_result(
    asset: str | dg.AssetKey, name: str, faults: Sequence[dict[str, Any]], *, is_blocking: bool, by: str
) -> dg.AssetCheckResult:
    """One check's result: passed where there is no fault."""
    metadata: dict[str, Any] = {
        "faults": f"{_SHOWN} or more" if len(faults) >= _SHOWN else len(faults),
        "checked_by": by,
    }
    if faults:
        metadata["first"] = dg.MetadataValue.table([dg.TableRecord(fault) for fault in faults])
    return dg.AssetCheckResult(
        passed=not faults,
        asset_key=asset,
        check_name=name,
        severity=dg.AssetCheckSeverity.ERROR if is_blocking else dg.AssetCheckSeverity.WARN,
        metadata=metadata,
    )
