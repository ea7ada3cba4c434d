import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipelines.classify import titles
from pipelines.classify.classifier import Classification, Classifier, Listing
from pipelines.classify.hub_files import shipped_hubs
from pipelines.classify.titles import cut, read_title
from pipelines.classify.words import unaccented
from pipelines.classify.workers import shipped_classifier
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


@settings(max_examples=150, deadline=None)
@given(st.lists(LISTINGS, max_size=8), st.integers(1, 4))
def test_answers_are_well_formed_in_order_and_repeatable(listings: list[Listing], batch_size: int) -> None:
    found = list(shipped_classifier().classify(listings, batch_size=batch_size))
    assert found == [one for listing in listings for one in shipped_classifier().classify([listing])]
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
def test_awkward_listings_take_a_bounded_number_of_steps(listing: Listing) -> None:
    """Calls of functions are counted, not time: what is longer than the limits must not be walked."""
    fresh = Classifier(shipped_hubs()[:3])
    found, calls = counted(fresh, listing)
    assert found.id == listing.id
    assert calls < 30_000


@pytest.mark.parametrize("field", ["title", "description"])
def test_what_is_longer_than_the_limit_costs_nothing_more(field: str) -> None:
    words = "we need a senior product manager/owner (m/w/d) with machine learning and sql - as a data engineer, "
    steps = []
    for times in (250, 2_500):
        listing = Listing("1", **{"title": "Wizard", field: words * times})
        steps.append(counted(Classifier(shipped_hubs()[:3]), listing)[1])
    assert steps[1] <= steps[0]


def counted(classifier: Classifier, listing: Listing) -> tuple[Classification, int]:
    """The answer, and how many functions of Python and C were called for it."""
    calls = 0

    def count(frame: object, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    list(classifier.classify([Listing("warm", "Head of Product (m/w/d)", description="we need a data engineer")]))
    titles._spelled.cache_clear()
    titles._turned.cache_clear()
    titles._fields.cache_clear()
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        (found,) = classifier.classify([listing])
    finally:
        sys.setprofile(before)
    return found, calls


PARTS = st.sampled_from(
    [
        "Senior",
        "Head of",
        "Product",
        "Manager",
        "Director",
        ",",
        " - ",
        "(m/w/d)",
        "Marketing",
        "Data",
        "Engineer",
        "Group",
        "/",
        "and",
        "of",
        "Remote",
        "Production",
        "VP",
        "Designer",
        "Sales",
        "(",
        ")",
        "@",
        "Lead",
        "Produktmanager",
        "|",
    ]
)


@settings(max_examples=300)
@given(st.lists(PARTS, max_size=9).map(" ".join))
def test_reading_by_parts_is_the_reading_of_the_whole(title: str) -> None:
    reader = shipped_classifier()._reader
    whole, parts = reader.read(read_title(title)), reader.read_parts(cut(title))
    assert (parts.named, parts.hinted, parts.vetoed, parts.sure) == (
        whole.named,
        whole.hinted,
        whole.vetoed,
        whole.sure,
    )
    assert bool(parts.jobs) == bool(whole.jobs)


@given(st.text(alphabet="abcmwdfhxe /|,*()[].:_·•@&<>-;mp", max_size=60))
def test_noise_looked_for_first_is_all_the_noise_there_is(title: str) -> None:
    """The cheap looks before the patterns for gender marks and inflections never hide one."""
    text = unaccented(title).replace(" and amp;", " and ")
    if not titles._MAY_MARK.search(text):
        assert not titles._GENDER_MARK.search(text)
    if not titles._MAY_INFLECT.search(text):
        assert not titles._INFLECTION.search(text)


def test_listings_are_read_a_batch_at_a_time() -> None:
    taken: list[str] = []

    def source() -> object:
        for number in range(10):
            taken.append(str(number))
            yield Listing(str(number), "Product Manager")

    answers = shipped_classifier().classify(source(), batch_size=2)  # type: ignore[arg-type]
    next(answers)
    assert taken == ["0", "1"]
