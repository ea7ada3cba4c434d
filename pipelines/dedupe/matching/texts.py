"""How much of one description another repeats. What that proves is not decided here."""

from functools import lru_cache

# A run of PROBE letters is about four words; up to PROBES of them, evenly spaced in the shorter text, are looked for.
PROBE = 24
PROBES = 64
MIN_LETTERS = 160

_ASCII = bytes(range(128))
_NOT_LETTERS = bytes(code for code in _ASCII if not chr(code).isalnum())
_NOT_ASCII = bytes(range(128, 256))


def containment(left: str | None, right: str | None) -> float | None:
    """The share of the shorter text that stands in the longer one; None when either says too little.

    1.0 for a snippet of a text, about 0 for unrelated texts. Broder's containment, estimated from evenly spaced
    samples, so that it costs a few substring searches and no tokens; blanks, case and punctuation do not count,
    since sites lose line breaks and swap quotes.
    """
    if not left or not right:
        return None
    shorter, longer = sorted((letters(left), letters(right)), key=lambda text: (len(text), text))
    if len(shorter) < MIN_LETTERS:
        return None
    if shorter in longer:
        return 1.0
    last = len(shorter) - PROBE
    count = min(PROBES, last // (PROBE // 2))
    return _found(shorter, longer, [at * last // (count - 1) for at in range(count)]) / count


def _found(shorter: bytes, longer: bytes, starts: list[int]) -> int:
    """How many of the runs that begin at `starts` stand in the longer text; it is read on from the last one found."""
    found = cursor = 0
    for start in starts:
        run = shorter[start : start + PROBE]
        at = longer.find(run, cursor)
        if at < 0:
            at = longer.find(run, 0, cursor + PROBE)
        if at >= 0:
            found += 1
            cursor = at
    return found


@lru_cache(maxsize=4096)
def letters(text: str) -> bytes:
    """The text's letters and digits in lower case, run together; scripts beyond ASCII only where they are the text."""
    plain = text.lower().encode("utf-8", "ignore").translate(None, _NOT_LETTERS)
    ascii_only = plain.translate(None, _NOT_ASCII)
    return ascii_only if 2 * len(ascii_only) > len(plain) else plain
