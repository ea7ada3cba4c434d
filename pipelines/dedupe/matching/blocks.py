"""What two records must share to be worth a comparison, as keys that stay the same from run to run."""

from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from pipelines.companies import company_stem
from pipelines.dedupe.matching.features import Column, Said, read_said
from pipelines.dedupe.matching.identities import UrlIdentity
from pipelines.dedupe.matching.places import Place

TitleKey = tuple[str, tuple[str, ...]]
IdentityKey = tuple[str, ...]

# A word of fewer letters may differ by a letter and be another word.
LONG_WORD = 5
# The place of a key that holds anywhere.
EVERYWHERE = 0
_PRIME = 2**61 - 1
_MASK = 2**64 - 1
# Odd and without a pattern (the golden ratio in 64 bits): an employer and a role changing places are another key.
_SPREAD = 0x9E3779B97F4A7C15


@dataclass(slots=True)
class BlockKeys:
    """The keys of many records as columns of unsigned numbers: a holder is the index of a record, a title stands once.

    Beside each key stands a place where it holds, or EVERYWHERE: titles held in cities that differ do not meet.
    A title's key is its role's number mixed with its employer's, so that a title's key and two roles give the key that
    the employer's title has in the other role. `longer` and `heads` belong together: a title that goes on after a
    comma, say, and the key of what stands before it; a title of "Tally Robotics" and the key it has with "Tally". The
    last three columns do, too: a role, a long word of it and the sum of its other words' numbers, in which roles a typo
    apart agree. A key that two things share by chance costs a comparison and joins nothing.
    """

    holders: list[int] = field(default_factory=list)
    keys: list[int] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    titles: list[int] = field(default_factory=list)
    title_roles: list[int] = field(default_factory=list)
    longer: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    roles: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rests: list[int] = field(default_factory=list)


def read_keys(titles: Column, companies: Column, locations: Column, urls: Column, numbers: Column) -> BlockKeys:
    """The keys of records, given as columns; the numbers are requisition ids."""
    read = BlockKeys()
    said = read_said(titles, companies, locations, urls, numbers)
    _add_identities(read, said)
    _add_titles(read, said)
    return read


def _add_identities(read: BlockKeys, said: Said) -> None:
    """The keys that hold anywhere: posting, page and requisition."""
    columns = zip(said.urls, said.families, said.requisitions, strict=True)
    found = [[number_of(key) for key in identity_keys(*one)] for one in columns]
    read.holders += [index for index, keys in enumerate(found) for _ in keys]
    read.keys += chain.from_iterable(found)
    read.places += [EVERYWHERE] * len(read.keys)


def _add_titles(read: BlockKeys, said: Said) -> None:
    """The keys of titles in their towns, and what the titles are made of."""
    roles: dict[int, Role] = {}
    title_roles: dict[int, int] = {}
    heads: dict[tuple[int, int], None] = {}
    columns = zip(map(_employer, said.families), said.beginnings, said.titles, map(_towns, said.places), strict=True)
    for index, (employer, beginnings, title, towns) in enumerate(columns):
        if employer is None or not title.words:
            continue
        role = role_of(title.words)
        key = employer ^ role.number
        title_roles[key] = role.number
        roles[role.number] = role
        read.holders += [index] * len(towns)
        read.keys += [key] * len(towns)
        read.places += towns
        for head in title.heads:
            heads[key, employer ^ role_of(head).number] = None
        for beginning in beginnings:
            heads[key, (_employer(beginning) or 0) ^ role.number] = None
    read.titles, read.title_roles = list(title_roles), list(title_roles.values())
    read.longer, read.heads = [key for key, _ in heads], [head for _, head in heads]
    for role in roles.values():
        read.roles += [role.number] * len(role.words)
        read.words += role.words
        read.rests += role.rests


def identity_keys(url: UrlIdentity, family: str | None, requisition: str | None) -> list[IdentityKey]:
    """Posting, page and requisition."""
    found: list[IdentityKey] = []
    if url.identifier:
        found.append(("posting", url.platform or "", url.identifier))
    if url.page:
        found.append(("page", url.page))
    if requisition and (stem := company_stem(family)):
        found.append(("requisition", stem, requisition))
    return found


def number_of(key: IdentityKey) -> int:
    """The key as a number of 61 bits: its bytes as one long number modulo a prime, several times as fast as a hash."""
    return int.from_bytes("\x1f".join(key).encode("utf-8", "replace"), "little") % _PRIME


class Role(NamedTuple):
    """The words of a title: their number, and each long one with the sum of the others' numbers."""

    number: int
    words: list[str]
    rests: list[int]


@lru_cache(maxsize=262144)
def role_of(words: tuple[str, ...]) -> Role:
    """The role that these words name; two of one number are one."""
    everything = sum(map(_number, words))
    long_words = [word for word in words if len(word) >= LONG_WORD]
    rests = [(everything - _number(word)) & _MASK for word in long_words]
    return Role(_number("\x1f".join(words)), long_words, rests)


@lru_cache(maxsize=65536)
def _towns(places: tuple[Place, ...]) -> tuple[int, ...]:
    """Where a title is held: two records conflict in place that have no town in common and are nowhere EVERYWHERE."""
    if not places or any(place.head is None for place in places):
        return (EVERYWHERE,)
    return tuple(map(_number, frozenset().union(*(place.names for place in places))))


@lru_cache(maxsize=262144)
def _employer(family: str | None) -> int | None:
    """The family's stem as a number."""
    stem = company_stem(family)
    return _number_of_employer(stem) if stem else None


def _number_of_employer(stem: str) -> int:
    """The stem's number; never that of a word, so that no employer cancels a role out."""
    return _number(stem) * _SPREAD & _MASK


@lru_cache(maxsize=65536)
def _number(word: str) -> int:
    """The word as a number; different from its number as a key."""
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8, person=b"word").digest())
