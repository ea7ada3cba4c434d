"""What holds for any input: a partition, the same in any order, and quick on one huge employer."""

import random
from collections import Counter, defaultdict
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.dedupe.matching import Membership, Record, block_keys, deduplicate
from pipelines.dedupe.matching.candidates import candidate_pairs
from pipelines.dedupe.matching.comparison import compare
from pipelines.dedupe.matching.features import read_records
from pipelines.dedupe.matching.titles import TitleRelation, compare_titles

FORMS = [
    ", Inc.",
    " Inc",
    " LLC",
    ", LLC",
    " GmbH",
    " Ltd",
    " Ltd.",
    " Limited",
    " S.A.",
    " AG",
    " B.V.",
    " Pty Ltd",
    " Oy",
    " AB",
]
FORMS += [" KK", " Corp.", " Corporation", " Co., Ltd.", " PLC", " SE"]
COMPANIES = [
    f"{first}{second}"
    for first in ("Quill", "Fjord", "Copper", "Amber")
    for second in ("works", "line", "stone", "leaf")
]
KEYED = ("title", "company", "location", "url", "requisition_id")
TEXTS = [" ".join(f"{word}{number} and so on" for number in range(60)) for word in ("alpha", "beta")]

RECORDS = st.lists(
    st.builds(
        Record,
        id=st.sampled_from([f"id{number}" for number in range(40)]),
        source=st.sampled_from(["greenhouse:a", "greenhouse:b", "feed:x", None]),
        title=st.sampled_from(
            [
                "Data Engineer",
                "Data Enginer",
                "Senior Data Engineer",
                "Data Engineer, Maps",
                "Data Engineer, Maps, AI",
                "(EU) Data Engineer",
                None,
            ]
        ),
        company=st.sampled_from(
            ["Quillworks", "Quillworks GmbH", "Quillworks UK", "Quillworks Maps", "Fenn", "Fenn Labs", "fennlabs", None]
        ),
        location=st.sampled_from(["Oslo", "Bergen", "Oslo; Bergen", "Norway", "Remote", None]),
        description=st.sampled_from([*TEXTS, TEXTS[0][:700], None]),
        url=st.sampled_from(
            [None, "https://boards.greenhouse.io/a/jobs/41234", "https://boards.greenhouse.io/a/jobs/41235"]
        ),
        requisition_id=st.sampled_from([None, "R-1001", "R-1002", "N/A"]),
        language=st.sampled_from([None, "en", "no"]),
    ),
    max_size=14,
)


def partition(records: list[Record], memberships: list[Membership]) -> Counter[tuple[tuple[str, ...], ...]]:
    """The clusters as sets of whole records, whatever they are called."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for record, membership in zip(records, memberships, strict=True):
        groups[membership.cluster_id].append(repr(record))
    return Counter(tuple(sorted(group)) for group in groups.values())


@settings(max_examples=200, deadline=None)
@given(RECORDS, st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(records: list[Record], shuffler: random.Random) -> None:
    shuffled = records[:]
    shuffler.shuffle(shuffled)
    before, after = deduplicate(records), deduplicate(shuffled)
    assert partition(records, before) == partition(shuffled, after)
    if len({record.id for record in records}) == len(records):
        assert sorted(before, key=lambda one: one.id) == sorted(after, key=lambda one: one.id)


@settings(max_examples=100, deadline=None)
@given(RECORDS)
def test_every_record_is_in_one_cluster_with_one_canonical_record(records: list[Record]) -> None:
    memberships = deduplicate(records)
    assert [one.id for one in memberships] == [record.id for record in records]
    canonical = Counter(one.cluster_id for one in memberships if one.is_canonical)
    assert canonical == Counter({one.cluster_id for one in memberships})
    assert all(one.is_canonical == (one.match_reason == "canonical") for one in memberships)


@settings(max_examples=200, deadline=None)
@given(RECORDS)
def test_whatever_is_linked_was_proposed_and_shares_a_key(records: list[Record]) -> None:
    for pair in combinations(records, 2):
        one, other = features = read_records(pair)
        if compare(one, other):
            assert list(candidate_pairs(features)) == [(0, 1)]
            read = [block_keys(*([getattr(record, name)] for name in KEYED)) for record in pair]
            shared = set(read[0].keys) & set(read[1].keys)
            goes_on = set(read[0].heads) & set(read[1].titles) or set(read[1].heads) & set(read[0].titles)
            assert shared or goes_on or compare_titles(one.title, other.title) is TitleRelation.CLOSE


def test_no_records_make_no_clusters() -> None:
    assert deduplicate([]) == []


def test_a_cluster_keeps_its_id_when_a_larger_id_joins() -> None:
    first = Record("a", "x", "Data Engineer", "Quillworks", "Oslo")
    alone, together = (
        deduplicate([first]),
        deduplicate([first, Record("b", "y", "Data Engineer", "Quillworks", "Oslo")]),
    )
    assert {one.cluster_id for one in together} == {alone[0].cluster_id}


def test_a_repeated_id_is_two_records() -> None:
    memberships = deduplicate(
        [Record("a", "x", "Data Engineer", "Fenn", "Oslo"), Record("a", "x", "Cook", "Fenn", "Oslo")]
    )
    assert [one.id for one in memberships] == ["a", "a"]
    assert len({one.cluster_id for one in memberships}) == 2


def test_the_employers_own_posting_with_the_fullest_text_is_canonical() -> None:
    own = Record(
        "z", "greenhouse:a", "Cook", "Fenn", "Oslo", TEXTS[0][:900], "https://boards.greenhouse.io/a/jobs/41234"
    )
    copy = Record(
        "a", "linkedin:no", "Cook", "Fenn AS", "Oslo", TEXTS[0], "https://www.linkedin.com/jobs/view/4403711576"
    )
    assert [one.is_canonical for one in deduplicate([copy, own])] == [False, True]


def test_every_mirrored_legal_form_is_caught_and_no_original_is_lost() -> None:
    originals = [
        Record(f"own-{number}", "greenhouse:own", f"Role {number} Engineer", company, "Oslo, Norway",
               url=f"https://boards.greenhouse.io/own/jobs/{500000 + number}")
        for number, company in enumerate(COMPANIES)
    ]  # fmt: skip
    twins = [
        Record(f"twin-{number}", "greenhouse:own", one.title, one.company, one.location,
               url=f"https://boards.greenhouse.io/own/jobs/{600000 + number}")
        for number, one in enumerate(originals[:5])
    ]  # fmt: skip
    mirrors = [
        Record(f"mirror-{one.id}-{form}", f"mirror:{number}", one.title, f"{one.company}{form}", "Oslo")
        for one in originals
        for number, form in enumerate(FORMS)
    ]
    assert len(mirrors) == 320
    found = {one.id: one for one in deduplicate(originals + twins + mirrors)}
    kept = {found[one.id].cluster_id for one in originals + twins}
    assert len(kept) == len(originals) + len(twins)
    assert all(found[mirror.id].cluster_id in kept for mirror in mirrors)
    assert all(not found[mirror.id].is_canonical for mirror in mirrors)


def huge_employer(size: int, titles: int) -> list[Record]:
    """Postings of one board that share their text but for a number, in seven towns."""
    return [
        Record(f"p{n}", "greenhouse:big", f"Clerk {n % titles}", "Quillworks", f"Town{n % 7}", TEXTS[0] + str(n))
        for n in range(size)
    ]


@pytest.mark.parametrize("titles", [1, 50, 10_000])
def test_the_pairs_of_one_huge_employer_grow_with_its_postings_not_their_square(titles: int) -> None:
    assert sum(1 for _ in candidate_pairs(read_records(huge_employer(10_000, titles)))) < 160_000


@pytest.mark.parametrize(("titles", "clusters"), [(1, 7), (50, 350), (1000, 1000)])
def test_a_huge_employers_reposts_meet_by_title_and_town(titles: int, clusters: int) -> None:
    memberships = deduplicate(huge_employer(1000, titles))
    assert len({one.cluster_id for one in memberships}) == clusters


def test_a_title_that_holds_a_word_twice_is_no_typo_of_itself() -> None:
    url = "https://boards.greenhouse.io/a/jobs/{}".format
    records = [
        Record("a", "feed:x", "Growth Manager, Growth", "Fenn", "Oslo", TEXTS[0], url(41234)),
        Record("b", "feed:y", "Growth Manager, Growth", "Fenn", "Oslo", TEXTS[0]),
        Record("c", "feed:y", "Cook", "Fenn", "Oslo", TEXTS[1]),
    ]
    assert [pair for pair in candidate_pairs(read_records(records)) if pair[0] == pair[1]] == []
    assert {one.match_reason for one in deduplicate(records)} == {"canonical", "exact"}
