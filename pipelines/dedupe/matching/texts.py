"""How much of one description another repeats. What that proves is not decided here."""

from functools import lru_cache

# A run of PROBE letters is about four words; up to PROBES of them, evenly spaced in the shorter text, are looked for.
PROBE = 24
PROBES = 64
# One in so many of them is looked for to see whether the texts have anything in common.
SAMPLED = 16
MIN_LETTERS = 160

_ASCII = bytes(range(128))
_SMALL = _ASCII.lower() + bytes(range(128, 256))
_NOT_LETTERS = bytes(code for code in _ASCII if not chr(code).isalnum())
_NOT_ASCII = bytes(range(128, 256))


def containment(left: str | None, right: str | None) -> float | None:
    """The share of the shorter text that stands in the longer one; None when either says too little."""
    return shared_part(letters(left or ""), letters(right or ""))


def shared_part(left: bytes, right: bytes, at_least: float = 0.0) -> float | None:
    """The containment of two texts of which the letters are known; what is not `at_least` so much may come out less.

    1.0 for a snippet of a text, about 0 for unrelated texts. Broder's containment, estimated from evenly spaced
    samples, so that it costs a few substring searches and no tokens; blanks, case and punctuation do not count,
    since sites lose line breaks and swap quotes.
    """
    if (len(left), left) <= (len(right), right):
        return _contained(left, right, at_least)
    return _contained(right, left, at_least)


@lru_cache(maxsize=512)  # a pair that is linked is asked again when its cluster is put together
def _contained(shorter: bytes, longer: bytes, at_least: float) -> float | None:
    if len(shorter) < MIN_LETTERS:
        return None
    if shorter in longer:
        return 1.0
    last = len(shorter) - PROBE
    count = min(PROBES, last // (PROBE // 2))
    return _found(shorter, longer, [at * last // (count - 1) for at in range(count)], count * at_least) / count


def _found(shorter: bytes, longer: bytes, starts: list[int], wanted: float) -> int:
    """How many of the runs that begin at `starts` stand in the longer text; 0 once there cannot be so many as wanted.

    Where most of a sample stand there, whole stretches are looked for first, halves of those not found next: an edit
    leaves most of a text as it was. Texts with little in common are told soonest run by run.
    """
    missing, most = 0, len(starts) - wanted
    sample = [shorter[start : start + PROBE] in longer for start in starts[SAMPLED // 2 :: SAMPLED]]
    is_akin = 2 * sum(sample) > len(sample)
    stretches = _halves(0, len(starts)) if is_akin else [(at, at + 1) for at in range(len(starts))]
    while stretches:
        first, after = stretches.pop()
        if shorter[starts[first] : starts[after - 1] + PROBE] in longer:
            continue
        if after - first > 1:
            stretches += _halves(first, after)
            continue
        missing += 1
        if missing > most:
            return 0
    return len(starts) - missing


def _halves(first: int, after: int) -> list[tuple[int, int]]:
    half = (first + after) // 2
    return [(half, after), (first, half)] if half > first else [(first, after)]


def letters(text: str) -> bytes:
    """The text's letters and digits in lower case, run together; scripts beyond ASCII only where they are the text."""
    plain = text.encode("utf-8", "ignore").translate(_SMALL, _NOT_LETTERS)
    if text.isascii():
        return plain
    ascii_only = plain.translate(None, _NOT_ASCII)
    if 2 * len(ascii_only) > len(plain):
        return ascii_only
    return text.lower().encode("utf-8", "ignore").translate(None, _NOT_LETTERS)
