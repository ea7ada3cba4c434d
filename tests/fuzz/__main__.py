"""`python -m tests.fuzz`: recorded answers mutated by the million, and a coverage-guided fuzzer where atheris is there.

No crash: only the errors that the pipeline turns into outcomes and rejects may come out. No hang: an input that takes
longer than the limit is a finding, whatever it comes to.
"""

import argparse
import json
import random
import signal
import sys
import time
import traceback
from functools import reduce
from types import FrameType
from typing import Any

from tests.fuzz.targets import minified, seeds, targets

#: processor time one input may take
LIMIT_S = 2.0
_WORDS: list[Any] = [
    None,
    True,
    0,
    -1,
    2**63,
    10**22,
    1e308,
    -0.0,
    "",
    " ",
    "\x00",
    "\ud83d\ude00",
    "9" * 400,
    "=1+1",
    "<script>alert(1)</script>",
    "2026-13-45T99:99:99Z",
    "0000-00-00",
    "9999-12-31",
    "EUR 1,2,3.4.5k - 9e9",
    "a" * 5000,
    "(" * 3000,
    "<p>" * 2000,
    "&amp;" * 2000,
    "\u202e\u200b" * 500,
    "https://[::1",
    "//",
    "../../etc/passwd",
    "' OR 1=1 --",
    [],
    {},
    [[[[]]]],
    reduce(lambda held, _: [held], range(300), 0),
    {"a": {"a": {"a": None}}},
    ["x"] * 100,
    "1-" * 2000,
    " and " * 2000,
    "$" * 1000,
    "ﷺ" * 300,
]


def mutated(value: Any, dice: random.Random) -> Any:
    """A JSON value with some of its parts lost, swapped, doubled or replaced."""
    if isinstance(value, dict) and value:
        return {key: mutated(held, dice) for key, held in value.items() if dice.random() > 0.03}
    if isinstance(value, list) and value:
        kept = [mutated(held, dice) for held in value[:4]]
        return kept * 2 if dice.random() < 0.03 else kept
    chance = dice.random()
    if chance < 0.06:
        return dice.choice(_WORDS)
    return _bent(value, dice) if chance < 0.12 and isinstance(value, str) and value else value


def _bent(text: str, dice: random.Random) -> str:
    at = dice.randrange(len(text))
    other = str(dice.choice(_WORDS))[:2000]
    return dice.choice([text[:at], text[:at] + other + text[at:], text * 3, text.upper(), text[::-1]])[:20_000]


def input_for(seed: bytes, dice: random.Random) -> bytes:
    """One input: half of the time a document with other contents, else other bytes."""
    if seed[:1] in b"{[" and dice.random() < 0.8:
        try:
            return json.dumps(mutated(json.loads(seed), dice)).encode("utf-8", "replace")
        except ValueError:
            pass
    data = bytearray(seed)
    for _ in range(dice.randrange(1, 9)):
        at = dice.randrange(len(data) + 1)
        data[at : at + dice.choice([0, 0, 1, 8])] = dice.choice(
            [bytes([dice.randrange(256)]), str(dice.choice(_WORDS)).encode("utf-8", "replace"), b""]
        )
    return bytes(data)


class TooSlow(BaseException):
    """Not an Exception: no reader may swallow it."""


def _too_slow(number: int, frame: FrameType | None) -> None:
    raise TooSlow


def main() -> int:
    """Parse, fuzz, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    signal.signal(signal.SIGVTALRM, _too_slow)
    chosen = {name: target for name, target in targets().items() if given.only in name}
    each = -(-given.inputs // len(chosen))
    findings, total, started = 0, 0, time.perf_counter()
    for name, target in chosen.items():
        dice = random.Random(f"{given.seed} {name}")
        held, count, seen, slowest = [minified(seed) for seed in seeds(name)], 0, set[str](), 0.0
        # small documents more often: a large one takes as long as a hundred
        weights = [1 / (200 + len(seed)) for seed in held]
        for count in range(1, each + 1):  # noqa: B007
            data = input_for(dice.choices(held, weights)[0], dice)
            begun = time.process_time()
            try:
                signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT_S)
                target(data)
            except (Exception, TooSlow) as error:  # what this looks for
                last = traceback.extract_tb(error.__traceback__)[-1]
                where = f"{type(error).__name__} at {last.filename.split('/')[-1]}:{last.lineno} {error}"[:150]
                if where.split(" ")[:3] not in [one.split(" ")[:3] for one in seen]:
                    seen.add(where)
                    print(f"FINDING {name}: {where} <- {data[:300]!r}", flush=True)
            finally:
                signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            slowest = max(slowest, time.process_time() - begun)
        findings, total = findings + len(seen), total + count
        print(f"{name:<20} {count:>8} inputs, slowest {slowest:6.3f} s, findings {len(seen)}", flush=True)
    print(f"{total} inputs, findings {findings}, took {time.perf_counter() - started:.0f} s")
    return min(findings, 1)


if __name__ == "__main__":
    sys.exit(main())
