"""`python -m tests.faults`: the long runs that CI does not make. Each prints a table and ends with 1 if anything is lost."""

import argparse
import sys
import tempfile
import time
from fnmatch import fnmatch
from pathlib import Path

from tests.faults.injected import FAULTS, inject
from tests.faults.kills import kill_over_days


def main() -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("what", choices=["kills", "faults"], nargs="*", default=["faults", "kills"])
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--only", default="*", help="faults by name (fnmatch)")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    lost = 0
    for what in given.what:
        started = time.perf_counter()
        with tempfile.TemporaryDirectory() as folder:
            lost += (
                _kills(Path(folder), given.kills, given.seed)
                if what == "kills"
                else _faults(Path(folder), given.seed, given.only)
            )
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


if __name__ == "__main__":
    sys.exit(main())
