"""Blocking rules: which pairs are worth comparing. Close to linear in records, however large one employer is."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import chain, combinations, product

from pipelines.companies import company_stem, is_longer_name
from pipelines.dedupe.matching.blocks import TitleKey, identity_keys, role_of
from pipelines.dedupe.matching.features import Features
from pipelines.dedupe.matching.titles import is_typo

Pair = tuple[int, int]
OddWord = tuple[str, TitleKey]
Role = tuple[str, ...]
Titles = defaultdict[TitleKey, list[int]]

# In a bucket of up to FULL records all pairs are compared, in a larger one each with its WINDOW neighbours by text.
FULL = 30
WINDOW = 4


def candidate_pairs(features: Sequence[Features]) -> Iterator[Pair]:
    """Every pair that some blocking rule proposes, once; pairs of one block come together."""
    seen: set[Pair] = set()
    for left, right in _proposed(features):
        pair = (left, right) if left < right else (right, left)
        if pair not in seen:
            seen.add(pair)
            yield pair


def _proposed(features: Sequence[Features]) -> Iterator[Pair]:
    """The pairs of every rule; a pair may come several times."""
    titles: Titles = defaultdict(list)
    heads: dict[tuple[TitleKey, Role], None] = {}
    begun: dict[tuple[TitleKey, TitleKey], None] = {}
    for index, record in enumerate(features):
        if record.family and record.title.words:
            key = (record.family, record.title.words)
            titles[key].append(index)
            for head in record.title.heads:
                heads[key, head] = None
            for beginning in record.beginnings:
                begun[key, (beginning, record.title.words)] = None
    for bucket in _buckets(features, titles):
        if len(bucket) > 1:
            yield from _pairs(bucket, features)
    for one, other in chain(_longer_titles(titles, heads), (pair for pair in begun if pair[1] in titles)):
        yield from _copies(titles[one], titles[other], features)


def _buckets(features: Sequence[Features], titles: Titles) -> Iterator[list[int]]:
    """Indexes of records that share what a rule blocks on."""
    identities: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index, record in enumerate(features):
        for key in identity_keys(record.url, record.family, record.requisition):
            identities[key].append(index)
    yield from identities.values()
    for members in titles.values():
        yield from _by_place(members, features)
    for one, other in _close_titles(titles):
        yield from _by_place(titles[one] + titles[other], features)


def _longer_titles(titles: Titles, heads: Iterable[tuple[TitleKey, Role]]) -> Iterator[tuple[TitleKey, TitleKey]]:
    """Pairs of titles of one role of which one says more of the role or of the employer, perhaps, than the other."""
    bare: defaultdict[tuple[str | None, Role], list[TitleKey]] = defaultdict(list)
    for key in titles:
        bare[company_stem(key[0]), key[1]].append(key)
    met: list[Iterable[tuple[TitleKey, TitleKey]]] = [combinations(keys, 2) for keys in bare.values() if len(keys) > 1]
    met += [product(bare.get((company_stem(key[0]), head), ()), (key,)) for key, head in heads]
    yield from ((one, other) for pairs in met for one, other in pairs if is_longer_name(one[0], other[0]))


def _copies(ones: list[int], others: list[int], features: Sequence[Features]) -> Iterator[Pair]:
    """Pairs of the two titles' records from different sources; of many, only neighbours in one place."""
    if len(ones) * len(others) <= FULL * WINDOW:
        yield from (pair for pair in product(ones, others) if _may_copy(*pair, features))
        return
    for bucket in _by_place(ones + others, features):
        yield from (pair for pair in _pairs(bucket, features) if _may_copy(*pair, features))


def _may_copy(one: int, other: int, features: Sequence[Features]) -> bool:
    """Whether the records are not known to come from one source, or from one that gives no addresses."""
    source = features[one].source
    return source is None or source != features[other].source or features[one].url.leads_nowhere


def _by_place(members: list[int], features: Sequence[Features]) -> Iterator[list[int]]:
    """Few members stay together; many are parted by every place name, those without a city by country and state."""
    if len(members) <= FULL:
        yield members
        return
    parts: defaultdict[Hashable, list[int]] = defaultdict(list)
    for index in members:
        for key in _place_keys(features[index]):
            parts[key].append(index)
    yield from parts.values()


def _place_keys(record: Features) -> set[Hashable]:
    """What two records share when their places are equal, a town's with the area of its name."""
    return {
        key
        for place in record.places
        for key in (place.names if place.head else (*place.names, (place.names, place.states, place.countries)))
    }


def _pairs(bucket: list[int], features: Sequence[Features]) -> Iterable[Pair]:
    """The bucket's pairs; in a large bucket only neighbours, where copies of one text stand together."""
    if len(bucket) <= FULL:
        return combinations(bucket, 2)
    ranked = sorted(bucket, key=lambda index: (features[index].description or "", features[index].order))
    return ((ranked[at], other) for at in range(len(ranked)) for other in ranked[at + 1 : at + 1 + WINDOW])


def _close_titles(titles: Iterable[TitleKey]) -> Iterator[tuple[TitleKey, TitleKey]]:
    """Pairs of one family's titles that differ by a typo in one word."""
    families: defaultdict[str, list[TitleKey]] = defaultdict(list)
    for key in titles:
        families[key[0]].append(key)
    for keys in families.values():
        if len(keys) > 1:
            yield from _typos(keys)


def _typos(titles: Iterable[TitleKey]) -> Iterator[tuple[TitleKey, TitleKey]]:
    """Pairs of titles whose roles differ by a typo in one word."""
    rests: defaultdict[int, list[OddWord]] = defaultdict(list)
    for key in titles:
        role = role_of(key[1])
        for rest, word in zip(role.rests, role.words, strict=True):
            rests[rest].append((word, key))
    for odd in rests.values():
        if len(odd) > 1:
            near = ((one, other) for one, other in _near(odd) if one[1] != other[1])  # a title may hold a word twice
            yield from ((one[1], other[1]) for one, other in near if is_typo(one[0], other[0]))


def _near(odd: list[OddWord]) -> Iterator[tuple[OddWord, OddWord]]:
    """Pairs of words at most one slip apart: such words are equal once each has lost at most one letter."""
    shortened: defaultdict[str, list[OddWord]] = defaultdict(list)
    for entry in odd:
        word = entry[0]
        for form in {word, *(word[:cut] + word[cut + 1 :] for cut in range(len(word)))}:
            shortened[form].append(entry)
    for entries in shortened.values():
        yield from combinations(entries, 2)
