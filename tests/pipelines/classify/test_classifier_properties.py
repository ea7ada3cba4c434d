import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.classify.classifier import Classifier, Listing
from pipelines.classify.hub_files import load_hubs
from warehouse.vocabulary import Level

WORDS = [
    "product",
    "manager",
    "senior",
    "data",
    "engineer",
    "/",
    "-",
    ",",
    "of",
    "head",
    "(m/w/d)",
    "@",
    "&",
    "產品經理",
]
TITLES = st.one_of(st.none(), st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
LISTINGS = st.builds(
    Listing,
    id=st.text(max_size=5),
    title=TITLES,
    company=st.none() | st.text(max_size=10),
    location=st.none(),
    description=st.none() | st.text(max_size=300) | st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
    department=st.none() | st.sampled_from(["Product", "Marketing", "", "??"]),
    tags=st.lists(st.sampled_from(["seo", "Product Strategy", "", "Python"]), max_size=3),
    language=st.none(),
    kind=st.sampled_from(["posting", "challenge"]),
)


@cache
def classifier() -> Classifier:
    return Classifier(load_hubs())


@settings(max_examples=150, deadline=None)
@given(st.lists(LISTINGS, max_size=8), st.integers(1, 4))
def test_answers_are_well_formed_in_order_and_repeatable(listings: list[Listing], batch_size: int) -> None:
    found = list(classifier().classify(listings, batch_size=batch_size))
    assert found == [one for listing in listings for one in classifier().classify([listing])]
    assert [one.id for one in found] == [listing.id for listing in listings]
    for one in found:
        assert all(0.0 < score.score <= 1.0 and score.evidence for score in one.hubs)
        assert one.primary_hub == (one.hubs[0].hub if one.hubs else None)
        assert [s.score for s in one.hubs] == sorted((s.score for s in one.hubs), reverse=True)
        assert len({score.hub for score in one.hubs}) == len(one.hubs)
        assert one.level in set(Level)
        assert (one.level == Level.NONE) or "product-management" in {score.hub for score in one.hubs}


@pytest.mark.parametrize(
    "listing",
    [
        Listing("nulls"),
        Listing("blank", "   ", "", "", "", "", [], ""),
        Listing("punctuation", "!!! --- ((( ///"),
        Listing("rtl", "مدير المنتج \u202e", description="نبحث عن"),
        Listing("cjk", "軟" * 5_000, description="研發" * 50_000),
        Listing("surrogate", "\ud800 Manager", description="\udfff text"),
        Listing("long title", "product manager " * 20_000),
        Listing("long text", "Wizard", description="product roadmap, machine learning and sql. " * 5_000),
        Listing("dense", "Wizard", description="as a as a as a data engineer " * 8_000),
        Listing("tags", "Wizard", tags=["python"] * 10_000),
        Listing("brackets", "(" * 5_000 + ")" * 5_000),
        Listing("slashes", "m/w/d/" * 5_000),
        Listing("html", "<b>" * 2_000 + "&amp;" * 500),
    ],
    ids=lambda listing: listing.id,
)
def test_awkward_listings_are_quick_and_do_not_crash(listing: Listing) -> None:
    fresh = Classifier(load_hubs()[:3])
    start = time.process_time()
    (found,) = fresh.classify([listing])
    assert time.process_time() - start < 1.0
    assert found.id == listing.id


def test_listings_are_read_a_batch_at_a_time() -> None:
    taken: list[str] = []

    def source() -> object:
        for number in range(10):
            taken.append(str(number))
            yield Listing(str(number), "Product Manager")

    answers = classifier().classify(source(), batch_size=2)  # type: ignore[arg-type]
    next(answers)
    assert taken == ["0", "1"]
