"""What two records must share to be worth a comparison, as keys that stay the same from run to run."""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

from pipelines.dedupe.matching.features import Column, Features, Said, read_said

TitleKey = tuple[str, tuple[str, ...]]
IdentityKey = tuple[str, ...]

# A word of fewer letters may differ by a letter and be another word.
LONG_WORD = 5
_PRIME = 2**61 - 1
_MASK = 2**64 - 1
# Odd and without a pattern (the golden ratio in 64 bits): an employer and a title changing places are another key.
_SPREAD = 0x9E3779B97F4A7C15


@dataclass(slots=True)
class BlockKeys:
    """The keys of many records as columns of unsigned numbers: a holder is the index of a record, a title stands once.

    The last four columns belong together: a title, a long word of it, its employer's number and the sum of the numbers
    of its other words; titles a typo apart agree in the sum of those two. A key that two things share by chance costs a
    comparison and joins nothing.
    """

    holders: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    employers: list[int] = field(default_factory=list)
    rests: list[int] = field(default_factory=list)


def read_keys(titles: Column, companies: Column, locations: Column, urls: Column, numbers: Column) -> BlockKeys:
    """The keys of records, given as columns; the numbers are requisition ids."""
    read = BlockKeys()
    seen: set[int] = set()
    for index, said in enumerate(read_said(titles, companies, locations, urls, numbers)):
        found = [number_of(key) for key in identity_keys(said)]
        if said.family and said.title.words:
            employer, role = _number(said.family), _role(said.title.words)
            title = (employer * _SPREAD + role.number) & _MASK
            found.append(title)
            if title not in seen:
                seen.add(title)
                count = len(role.words)
                read.titles += [title] * count
                read.words += role.words
                read.employers += [employer] * count
                read.rests += role.rests
        read.keys += found
        read.holders += [index] * len(found)
    return read


def identity_keys(record: Said | Features) -> list[IdentityKey]:
    """Posting, page and requisition."""
    url = record.url
    found: list[IdentityKey] = []
    if url.identifier:
        found.append(("posting", url.platform or "", url.identifier))
    if url.page:
        found.append(("page", url.page))
    if record.requisition and record.family:
        found.append(("requisition", record.family, record.requisition))
    return found


def title_key(record: Said | Features) -> TitleKey | None:
    """Employer and title, for those who have both."""
    return (record.family, record.title.words) if record.family and record.title.words else None


def odd_words(title: TitleKey) -> list[tuple[int, str]]:
    """Every long word of the title, with a key of the employer and the other words: titles a typo apart share one."""
    family, words = title
    employer, role = _number(family), _role(words)
    return [((employer + rest) & _MASK, word) for rest, word in zip(role.rests, role.words, strict=True)]


def number_of(key: IdentityKey) -> int:
    """The key as a number of 61 bits: its bytes as one long number modulo a prime, several times as fast as a hash."""
    return int.from_bytes("\x1f".join(key).encode("utf-8", "replace"), "little") % _PRIME


class _Role(NamedTuple):
    """The words of a title: their number, and each long one with the sum of the others' numbers."""

    number: int
    words: list[str]
    rests: list[int]


@lru_cache(maxsize=262144)
def _role(words: tuple[str, ...]) -> _Role:
    everything = sum(map(_number, words))
    long_words = [word for word in words if len(word) >= LONG_WORD]
    rests = [(everything - _number(word)) & _MASK for word in long_words]
    return _Role(_number("\x1f".join(words)), long_words, rests)


@lru_cache(maxsize=262144)
def _number(word: str) -> int:
    """The word as a number; different from its number as a key."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8, person=b"word").digest())
