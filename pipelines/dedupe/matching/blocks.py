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
_ALL = 2**64
# Odd and without a pattern (the golden ratio in 64 bits): an employer and a title changing places are another key.
_SPREAD = 0x9E3779B97F4A7C15


class BlockKeys(NamedTuple):
    """The keys of one record: of its identities, of its title, and of the title's words that may be mistyped."""

    identities: list[int]
    title: int | None
    odd_words: list[tuple[int, str]]


def read_keys(record: Features) -> BlockKeys:
    """The record's keys as numbers."""
    identities = [number_of(key) for key in identity_keys(record)]
    title = title_key(record)
    return BlockKeys(identities, number_of_title(title), odd_words(title)) if title else BlockKeys(identities, None, [])


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
    employer = _number(family) + _HALF
    return [((employer + rest) % _ALL - _HALF, word) for rest, word in _rests(words)]


def number_of_title(title: TitleKey) -> int:
    """The title's key as a signed number of 64 bits, out of its employer's and its words' own: each is read once."""
    family, words = title
    return (_number(family) * _SPREAD + _number_of_words(words) + _HALF) % _ALL - _HALF


def number_of(key: IdentityKey) -> int:
    """The key as a signed number of 64 bits."""
    return int.from_bytes(blake2b("\x1f".join(key).encode("utf-8", "replace"), digest_size=8).digest(), signed=True)


@lru_cache(maxsize=131072)
def _number_of_words(words: tuple[str, ...]) -> int:
    return number_of(words)


@lru_cache(maxsize=131072)
def _rests(words: tuple[str, ...]) -> list[tuple[int, str]]:
    """Every long word, with the sum of the other words' numbers."""
    everything = sum(map(_number, words))
    return [(everything - _number(word), word) for word in words if len(word) >= LONG_WORD]


@lru_cache(maxsize=262144)
def _number(word: str) -> int:
    """The word as a number; different from its number as a key."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8, person=b"word").digest())
