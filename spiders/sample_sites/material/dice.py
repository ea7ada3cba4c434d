"""Repeatable choices: the same seed always gives the same throws, on every machine and Python version."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TypeVar

Option = TypeVar("Option")
FIRST_DAY = datetime(2026, 6, 1, tzinfo=UTC)
LAST_DAY = datetime(2026, 11, 18, tzinfo=UTC)


class Dice:
    """Throws derived from a seed by SHA-256; `random` promises its sequence only within one Python version."""

    def __init__(self, *seed: object) -> None:
        self._seed = "|".join(str(part) for part in seed)
        self._throws = 0

    def below(self, limit: int) -> int:
        """A number from 0 to limit - 1."""
        return int(self.hex()[:12], 16) % limit

    def hex(self) -> str:
        """64 hexadecimal digits."""
        self._throws += 1
        return hashlib.sha256(f"{self._seed}#{self._throws}".encode()).hexdigest()

    def pick(self, options: Sequence[Option]) -> Option:
        """One of the options."""
        return options[self.below(len(options))]

    def some(self, options: Sequence[Option], count: int) -> list[Option]:
        """Several of the options, in a new order."""
        left = list(options)
        return [left.pop(self.below(len(left))) for _ in range(min(count, len(left)))]

    def chance(self, percent: int) -> bool:
        """True in about this share of throws."""
        return self.below(100) < percent

    def uuid(self) -> str:
        """An identifier of UUID form."""
        digits = self.hex()
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:32]}"

    def moment(self) -> datetime:
        """An instant within the half-year before the sample sites were written."""
        span = int((LAST_DAY - FIRST_DAY).total_seconds())
        return FIRST_DAY + timedelta(seconds=self.below(span), milliseconds=self.below(1000))
