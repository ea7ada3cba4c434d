"""Processes that make objects by the million and no cycles of them, and so need no cyclic garbage collector."""

import atexit
import gc


def without_collector() -> None:
    """Let a worker run, and end, without going through its objects again and again."""
    gc.disable()
    atexit.register(gc.freeze)  # an interpreter that ends collects once more, and would look at them all
