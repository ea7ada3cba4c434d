"""What two records must share to be worth a comparison, as keys that stay the same from run to run."""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from pipelines.dedupe.matching.features import Features

TitleKey = tuple[str, tuple[str, ...]]
IdentityKey = tuple[str, ...]

# A word of fewer letters may differ by a letter and be another word.
LONG_WORD = 5
_HALF = 2**63


class BlockKeys(NamedTuple):
    """The keys of one record: of its identities, of its title, and of the title's words that may be mistyped."""

    identities: list[int]
    title: int | None
    odd_words: list[tuple[int, str]]


def read_keys(record: Features) -> BlockKeys:
    """The record's keys as numbers."""
    identities = [number_of(key) for key in identity_keys(record)]
    title = title_key(record)
    return BlockKeys(identities, number_of(title), odd_words(title)) if title else BlockKeys(identities, None, [])


def identity_keys(record: Features) -> Iterator[IdentityKey]:
    """Posting, page and requisition."""
    if record.url.identifier:
        yield ("posting", record.url.platform or "", record.url.identifier)
    if record.url.page:
        yield ("page", record.url.page)
    if record.requisition and record.family:
        yield ("requisition", record.family, record.requisition)


def title_key(record: Features) -> TitleKey | None:
    """Employer and title, for those who have both."""
    return (record.family, record.title.words) if record.family and record.title.words else None


def odd_words(title: TitleKey) -> list[tuple[int, str]]:
    """Every long word of the title, with a key of the employer and the other words: titles a typo apart share one."""
    family, words = title
    everything = _number(family) + sum(map(_number, words))
    return [(_signed(everything - _number(word)), word) for word in words if len(word) >= LONG_WORD]


def number_of(key: IdentityKey | TitleKey) -> int:
    """The key as a signed number of 64 bits."""
    parts = (key[0], *key[1]) if isinstance(key[1], tuple) else key
    return int.from_bytes(blake2b("\x1f".join(parts).encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


def _signed(number: int) -> int:
    """The number as DuckDB's BIGINT holds it."""
    return (number + _HALF) % (2 * _HALF) - _HALF


@lru_cache(maxsize=262144)
def _number(word: str) -> int:
    """The word as a number; different from its number as a key."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8, person=b"word").digest())
