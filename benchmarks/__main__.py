"""`python -m benchmarks`: every table in turn; those that need shared/ say so and are skipped without it."""

import runpy
import sys

RUNS = ("startup", "run_overhead", "recorded_boards", "crawl_speed")
TABLES = (*RUNS, "detect", "classify_gold", "dedupe_gold", "dedupe_million", "publish")


def main() -> None:
    """Run each table as its own module."""
    for name in TABLES:
        print(f"\n== {name} ==", flush=True)
        sys.argv = [name]
        try:
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        except FileNotFoundError as error:
            print(f"skipped: {error.filename} is absent")


if __name__ == "__main__":
    main()
