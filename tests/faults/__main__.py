"""`python -m tests.faults`: the long runs that CI does not make. Each prints a table; 1 where anything is lost."""

import argparse
import sys
import tempfile
import time
from fnmatch import fnmatch
from pathlib import Path

from tests.faults.injected import FAULTS, inject
from tests.faults.kills import kill_over_days
from tests.faults.soak import lost_by_rebuilding, soak, versions


def main() -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("what", choices=["kills", "faults", "soak"], nargs="*", default=["faults", "kills"])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--days", type=int, default=50)
    parser.add_argument("--only", default="*", help="faults by name (fnmatch)")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lost = 0
    for what in given.what:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            if what == "kills":
                lost += _kills(Path(folder), given.kills, given.seed)
            elif what == "faults":
                lost += _faults(Path(folder), given.seed, given.only)
            else:
                lost += _soak(Path(folder), given.days, given.seed)
        print(f"took {time.perf_counter() - started:.0f} s\n", flush=True)
    return min(lost, 1)


def _kills(folder: Path, kills: int, seed: int) -> int:
    tally = kill_over_days(folder, kills=kills, seed=seed)
    print(
        f"kill -9 {sum(tally.kills.values())} times in {tally.runs} runs over {tally.days} simulated days, seed {seed}"
    )
    for step, count in sorted(tally.kills.items()):
        print(f"  {count:>4} in {step}")
    print(f"published file opened {tally.openings} times meanwhile: {tally.publications} publications, each whole")
    print(f"lost: {len(tally.lost) or 'nothing'}")
    for told in tally.lost:
        print(f"LOST {told}")
    return len(tally.lost)


def _faults(folder: Path, seed: int, only: str) -> int:
    total, count = 0, 0
    for name, lost in inject(folder, seed, [fault for fault in FAULTS if fnmatch(fault.name, only)]):
        count += 1
        print(f"{name:<45} lost: {len(lost) or 'nothing'}", flush=True)
        for told in lost:
            print(f"LOST {told}", flush=True)
        total += len(lost)
    print(f"{count} faults injected, lost: {total or 'nothing'}")
    return total


def _soak(folder: Path, days: int, seed: int) -> int:
    """A line a day, in KiB; then what a rebuild of the warehouse loses, and which payload versions have gone."""
    print("day  seconds   memory  payloads  index  warehouse  published  listings  versions")
    ever: set[tuple[str, str]] = set()
    for day in soak(folder, days=days, seed=seed):
        ever |= (held := versions(folder / "home"))
        gone = len(ever - held)
        print(
            f"{day.day:>3}  {day.seconds:>7.1f}  {day.memory:>7}  {day.payload_files:>8}  {day.index:>5}"
            f"  {day.warehouse:>9}  {day.published:>9}  {day.listings:>8}  {day.versions:>8}",
            f"GONE {gone}" if gone else "",
            flush=True,
        )
    lost = lost_by_rebuilding(folder, days, seed)
    print(f"payload versions lost: {len(ever - held) or 'nothing'}; lost by rebuilding: {len(lost) or 'nothing'}")
    for told in lost:
        print(f"LOST {told}")
    return len(lost) + len(ever - held)


if __name__ == "__main__":
    sys.exit(main())
