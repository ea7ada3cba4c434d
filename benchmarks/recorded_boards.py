"""Time and memory by step over 176 real boards, 8,668 postings: the first run, and a second one over the same input."""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from spiders.sample_sites.server import serve

RECORDINGS = Path(__file__).parents[2] / "shared" / "data" / "replay" / "2026-08-22"


def run(home: str, replay: str, as_of: str) -> tuple[float, list[str]]:
    """One run: its seconds, and its progress lines."""
    arguments = ["run", "--registry", str(RECORDINGS / "sources.csv"), "--as-of", as_of]
    environment = {**os.environ, "ROLECALL_HOME": home, "ROLECALL_REPLAY": replay}
    started = perf_counter()
    command = [sys.executable, "-m", "dagster_project", *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    lines = [line for line in done.stderr.splitlines() if line.startswith("  ")]
    return perf_counter() - started, lines


def main() -> None:
    """Print the table."""
    if not RECORDINGS.exists():
        raise FileNotFoundError(2, "absent", str(RECORDINGS))
    with serve(RECORDINGS) as server, tempfile.TemporaryDirectory() as home:
        for name, as_of in (("first run", "2026-08-22T06:00:00Z"), ("second run, same input", "2026-08-23T06:00:00Z")):
            seconds, lines = run(home, server.address, as_of)
            print(f"{name}: {seconds:.1f} s")
            print("\n".join(lines))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"peak memory of the largest process: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
