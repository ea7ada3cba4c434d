"""From links to clusters: which links hold together, which records they connect. No evidence is weighed anew."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from pipelines.dedupe.matching.comparison import IDENTITY, NO_TEXT, SAME_PAGE
from pipelines.dedupe.matching.features import Features
from pipelines.dedupe.matching.places import PlaceRelation, compare_places
from pipelines.dedupe.matching.records import Link
from pipelines.dedupe.matching.testimony import Testimony
from pipelines.dedupe.matching.titles import TitleRelation, compare_titles


class Forest:
    """Disjoint sets over 0..n-1; the root of a set is its smallest member."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, member: int) -> int:
        """The smallest member of the set; shortens the path on the way."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, one: int, other: int) -> None:
        """Makes one set of the two."""
        low, high = sorted((self.root(one), self.root(other)))
        self._parent[high] = low

    def labels(self) -> list[int]:
        """Every member's root."""
        return [self.root(member) for member in range(len(self._parent))]


def connected_components(n: int, links: Iterable[Link]) -> list[int]:
    """For each of `n` records the smallest index it is connected to, directly or through others."""
    forest = Forest(n)
    for link in links:
        forest.join(link.left, link.right)
    return forest.labels()


def consistent_links(features: Sequence[Features], links: Iterable[Link]) -> list[Link]:
    """The links that, taken strongest first, never bring together records that contradict each other.

    Without this a posting for "New York or Berlin" would chain the New York and the Berlin posting. Identity of
    the posting itself is exempt. The result does not depend on the order of records or links.
    """
    clear = _unambiguous(features, links)
    partners = Counter(record for link in clear for record in (link.left, link.right))
    kept: list[Link] = []
    entangled: list[Link] = []
    for link in clear:
        is_alone = partners[link.left] == partners[link.right] == 1
        (kept if is_alone and _is_proven(link) else entangled).append(link)
    return kept + _joined(features, sorted(entangled, key=lambda link: _rank(features, link)))


def _is_proven(link: Link) -> bool:
    """Whether its two records were asked for contradictions when they were compared."""
    return link.weight != SAME_PAGE


def _joined(features: Sequence[Features], links: Iterable[Link]) -> list[Link]:
    """The links, taken in this order, that bring together what does not contradict itself."""
    forest = Forest(len(features))
    heard: dict[int, Testimony] = {}
    kept: list[Link] = []
    for link in links:
        one, other = forest.root(link.left), forest.root(link.right)
        if one == other:
            kept.append(link)
            continue
        is_first = one not in heard and other not in heard
        here = heard.get(one) or Testimony(features[one])
        there = heard.get(other) or Testimony(features[other])
        if link.weight >= IDENTITY or (is_first and _is_proven(link)) or not here.contradicts(there):
            kept.append(link)
            forest.join(one, other)
            heard.pop(max(one, other), None)
            heard[min(one, other)] = here.joined(there)
    return kept


def _rank(features: Sequence[Features], link: Link) -> tuple[float, list[tuple[str, ...]]]:
    """Strongest first, ties by content."""
    return (-link.weight, sorted((features[link.left].order, features[link.right].order)))


def _unambiguous(features: Sequence[Features], links: Iterable[Link]) -> list[Link]:
    """The links without those of a record whose city or team is unknown and which would suit several."""
    everything = list(links)
    partners: defaultdict[int, list[int]] = defaultdict(list)
    for link in everything:
        if link.weight < NO_TEXT:
            partners[link.left].append(link.right)
            partners[link.right].append(link.left)
    torn = {record for record, others in partners.items() if _apart(features, others)}
    return [link for link in everything if link.weight >= NO_TEXT or not torn & {link.left, link.right}]


def _apart(features: Sequence[Features], others: list[int]) -> bool:
    """Whether two of the records are in different places or fill different roles."""
    places = {features[index].places for index in others}
    if any(compare_places(one, other) is PlaceRelation.CONFLICT for one, other in combinations(places, 2)):
        return True
    titles = {features[index].title.words: features[index].title for index in others}.values()
    return any(compare_titles(one, other) is TitleRelation.OTHER for one, other in combinations(titles, 2))
