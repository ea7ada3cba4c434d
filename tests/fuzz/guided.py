"""`python -m tests.fuzz.guided`: the coverage-guided fuzzer over the normaliser's rules, HTML and URLs.

Atheris keeps the inputs that reach new code. It ends the process at the first finding, with the input on standard
error.
"""

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["pipelines", "spiders"]):
    from tests.fuzz import targets

INPUTS = 100_000
_SECONDS = 10


def main() -> None:
    """`python -m tests.fuzz.guided TARGET [INPUTS]`."""
    name, inputs = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else INPUTS
    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(targets.seeds(name)):
            (Path(corpus) / str(number)).write_bytes(targets.minified(seed))
        options = [f"-runs={inputs}", f"-timeout={_SECONDS}", "-max_len=20000", "-seed=1", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], *options, corpus], targets.targets()[name])
        atheris.Fuzz()


if __name__ == "__main__":
    main()
