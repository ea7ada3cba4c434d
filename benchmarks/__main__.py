"""`python -m benchmarks`: every table in turn; those that need shared/ say so and are skipped without it.

A table is a module of this folder that can be run by itself; nothing lists them.
"""

import runpy
import sys
from pathlib import Path

_RUNS_BY_ITSELF = 'if __name__ == "__main__":'


def tables() -> list[str]:
    """Names of the modules that print a table."""
    found = sorted(Path(__file__).parent.glob("[!_]*.py"))
    return [path.stem for path in found if _RUNS_BY_ITSELF in path.read_text(encoding="utf-8")]


def main() -> None:
    """Run each table as its own module."""
    for name in tables():
        print(f"\n== {name} ==", flush=True)
        sys.argv = [name]
        try:
            runpy.run_module(f"benchmarks.{name}", run_name="__main__")
        except FileNotFoundError as error:
            print(f"skipped: {error.filename} is absent")


if __name__ == "__main__":
    main()
