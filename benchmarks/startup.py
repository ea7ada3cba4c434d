"""How long commands take to start: those that need no Dagster must not import it."""

import os
import subprocess
import sys
import tempfile
from statistics import median
from time import perf_counter

ROUNDS = 7
COMMANDS = {
    "rolecall --help": ["--help"],
    "rolecall sources list": ["sources", "list", "--source", "lever:*"],
    "rolecall detect": ["detect"],
    "rolecall sql (nothing published)": ["sql", "SELECT 1"],
}


def main() -> None:
    """Print the table."""
    print(f"start-up, median of {ROUNDS}")
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "ROLECALL_HOME": folder}
        for name, arguments in COMMANDS.items():
            took = []
            for _ in range(ROUNDS):
                started = perf_counter()
                command = [sys.executable, "-m", "dagster_project", *arguments]
                subprocess.run(
                    command, input=b'{"url":"https://jobs.lever.co/acme"}', capture_output=True, env=environment
                )
                took.append(perf_counter() - started)
            print(f"  {name:<34} {median(took):5.2f} s")


if __name__ == "__main__":
    main()
