"""How long a vacancy may be out of sight and come back as itself. What else makes two records one is not here."""

REPOSTED_WITHIN = 60 * 24 * 60 * 60

Span = tuple[int | None, int | None]


def long_apart(one: Span, other: Span) -> bool:
    """One was last seen more than 60 days before the other was first seen; False where a date is unknown.

    Whether either is closed does not count: a closing never parts what was together, and being seen only joins.
    """
    return _long_before(one[1], other[0]) or _long_before(other[1], one[0])


def joined_span(one: Span, other: Span) -> Span:
    """From the first sight of either to the last of either."""
    firsts = [first for first, _ in (one, other) if first is not None]
    lasts = [last for _, last in (one, other) if last is not None]
    return min(firsts, default=None), max(lasts, default=None)


def _long_before(last_seen: int | None, first_seen: int | None) -> bool:
    return last_seen is not None and first_seen is not None and first_seen - last_seen > REPOSTED_WITHIN
