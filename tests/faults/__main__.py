"""`python -m tests.faults`: the long runs that CI does not make. Each prints a table and ends with 1 if anything is lost."""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.faults.kills import kill_over_days


def main() -> int:
    """Parse, run, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tally = kill_over_days(Path(folder), kills=given.kills, seed=given.seed)
    print(
        f"kill -9            {sum(tally.kills.values())} in {tally.runs} runs over {tally.days} simulated days, seed {given.seed}"
    )
    for step, count in tally.kills.items():
        print(f"  in {step:<15} {count}")
    print(
        f"published file     opened {tally.openings} times meanwhile, {tally.publications} publications, each valid and whole"
    )
    print(f"lost               {len(tally.lost) or 'nothing'}")
    print(f"took               {time.perf_counter() - started:.0f} s")
    for told in tally.lost:
        print(f"LOST {told}")
    return 1 if tally.lost else 0


if __name__ == "__main__":
    sys.exit(main())
