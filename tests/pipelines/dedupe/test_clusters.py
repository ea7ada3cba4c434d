"""Components against networkx, and clusters that refuse what contradicts them."""

from collections import defaultdict

import networkx
from hypothesis import given
from hypothesis import strategies as st

from pipelines.dedupe.matching import Link, Record, connected_components, deduplicate, find_links

GRAPHS = st.integers(1, 60).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=90))
)


@given(GRAPHS)
def test_components_are_those_of_networkx(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, edges = graph
    oracle = networkx.Graph(edges)
    oracle.add_nodes_from(range(size))
    labels = connected_components(size, [Link(left, right, "exact", 1.0) for left, right in edges])
    groups: defaultdict[int, set[int]] = defaultdict(set)
    for member, label in enumerate(labels):
        groups[label].add(member)
    assert {frozenset(group) for group in groups.values()} == {
        frozenset(c) for c in networkx.connected_components(oracle)
    }
    assert all(label == min(group) for label, group in groups.items())


def test_a_long_chain_is_one_component_without_recursion() -> None:
    size = 50_000
    links = [Link(member + 1, member, "exact", 1.0) for member in reversed(range(size - 1))]
    assert set(connected_components(size, links)) == {0}


def posting(identifier: str, source: str, location: str | None, description: str | None = None) -> Record:
    """A posting of one role at one company."""
    return Record(identifier, source, "Data Engineer", "Quillworks", location, description)


def clusters(*records: Record) -> set[frozenset[str]]:
    """The ids that ended together."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for one in deduplicate(records):
        groups[one.cluster_id].add(one.id)
    return {frozenset(group) for group in groups.values()}


def test_a_posting_for_two_cities_does_not_chain_the_two() -> None:
    both, oslo, bergen = posting("b", "x", "Oslo; Bergen"), posting("o", "y", "Oslo"), posting("e", "z", "Bergen")
    assert {(link.left, link.right) for link in find_links([both, oslo, bergen])} == {(0, 1), (0, 2)}
    assert frozenset("oe") not in clusters(both, oslo, bergen)
    assert frozenset("boe") not in clusters(both, oslo, bergen)
    assert len(clusters(both, oslo, bergen)) == 2


def test_an_aggregator_does_not_chain_two_openings_of_one_board() -> None:
    first, second = posting("1", "greenhouse:quill", "Oslo"), posting("2", "greenhouse:quill", "Oslo")
    assert clusters(first, second) == {frozenset("1"), frozenset("2")}
    assert len(clusters(first, second, posting("c", "adzuna:no", "Oslo"))) == 2


def test_a_posting_without_a_city_that_suits_two_joins_neither() -> None:
    text = " ".join(f"duty{number} matters here" for number in range(80))
    oslo, bergen = posting("o", "y", "Oslo", text), posting("e", "z", "Bergen", text)
    nowhere = posting("n", "x", None, text)
    assert clusters(oslo, nowhere) == {frozenset("on")}
    assert clusters(oslo, bergen, nowhere) == {frozenset("o"), frozenset("e"), frozenset("n")}
