"""What holds for every open job feed: one test for the family, with the recordings as material."""

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from pipelines.normalise.rows import normalised_row
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Payload, Source
from spiders.platforms.feeds import Feed, numbered, stated_number, stated_total
from spiders.reader import read_payload
from spiders.registry import load_yaml
from warehouse.errors import PayloadError
from warehouse.readings import PostingReading
from warehouse.run import Run
from warehouse.settings import Settings

REPOSITORY = Path(__file__).parents[2]
#: no test needs a person's key
KEYS = Settings(usajobs_key=SecretStr("a-key-of-nobody"), usajobs_email="nobody@rolecall.example")
FEEDS = {name: each.with_settings(KEYS) for name, each in platforms().items() if isinstance(each, Feed)}
BY_NAME = pytest.mark.parametrize("feed", FEEDS.values(), ids=list(FEEDS))
BOARDS = {"themuse": "Product Management"}
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


def source_of(feed: Feed) -> Source:
    return Source("The feed's own name", feed.name, BOARDS.get(feed.name, "all"))


def recorded(feed: Feed) -> list[Payload]:
    source = source_of(feed)
    path = next((REPOSITORY / "tests" / "recordings" / feed.name).glob(f"{source.board}.[jx]*"))
    return feed.page(source, Answer(next(feed.requests(source)).url, path.read_text("utf-8"))).payloads


def reading_or_none(feed: Feed, payload: Payload) -> PostingReading | None:
    """The reading, or None for a reject; any other error fails the test."""
    try:
        reading = read_payload(feed, source_of(feed), payload)
    except PayloadError:
        return None
    assert isinstance(reading, PostingReading)
    return reading


def test_the_feeds_are_these() -> None:
    assert sorted(FEEDS) == [
        "arbeitnow", "himalayas", "hn_hiring", "jobicy", "remoteok", "remotive", "themuse", "usajobs",
        "weworkremotely",
    ]  # fmt: skip


@BY_NAME
def test_a_feed_is_asked_over_https_politely_and_names_the_employer_with_a_credit(feed: Feed) -> None:
    assert feed.is_aggregator
    assert feed.delay_s >= 2
    assert feed.cadence_h >= 12
    assert all(fetch.url.startswith("https://") for fetch in feed.requests(source_of(feed)))
    readings = [reading for payload in recorded(feed) if (reading := reading_or_none(feed, payload))]
    assert len(readings) >= 2
    for reading in readings:
        assert reading.company
        assert reading.attribution
        assert reading.attribution.endswith(f", {reading.url}")


@BY_NAME
def test_the_employer_is_published_and_never_the_feed(feed: Feed, run: Run) -> None:
    row = normalised_row(feed, source_of(feed), recorded(feed)[0], run)
    assert row["company"]
    assert row["company"] != "The feed's own name"


@BY_NAME
def test_a_board_the_feed_does_not_have_is_an_error_before_any_request(feed: Feed) -> None:
    for board in {"themuse": (" ",)}.get(feed.name, ("", "..", "x/../y", "All")):
        with pytest.raises(ValueError, match=r"board|category"):
            list(feed.requests(Source("x", feed.name, board)))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("www.arbeitnow.com/api/job-board-api?page=3", ("arbeitnow", "all")),
        ("arbeitnow.com", ("arbeitnow", "all")),
        ("himalayas.app/jobs", ("himalayas", "all")),
        ("himalayas.app/jobs/api?limit=20&offset=40", ("himalayas", "all")),
        ("jobicy.com/jobs-rss-feed", ("jobicy", "all")),
        ("jobicy.com/api/v2/remote-jobs?count=50&geo=usa", ("jobicy", "all")),
        ("remotive.com/remote-jobs/", ("remotive", "all")),
        ("remotive.io/api/remote-jobs", ("remotive", "all")),
        ("remoteOK.com/", ("remoteok", "all")),
        ("remoteok.io/api", ("remoteok", "all")),
        ("news.ycombinator.com/submitted?id=whoishiring", ("hn_hiring", "all")),
        ("www.themuse.com/api/public/jobs?page=1&category=Product%20Management", ("themuse", "Product Management")),
        ("www.themuse.com/api/public/jobs?category=Design+and+UX", ("themuse", "Design and UX")),
        ("www.themuse.com/api/public/jobs?page=1", None),
        ("weworkremotely.com/remote-jobs.rss", ("weworkremotely", "all")),
        ("www.weworkremotely.com", ("weworkremotely", "all")),
        ("weworkremotely.com/categories/remote-product-jobs.rss", ("weworkremotely", "remote-product-jobs")),
        ("weworkremotely.com/categories/remote-product-jobs?page=2", ("weworkremotely", "remote-product-jobs")),
        ("weworkremotely.com/categories/../jobs", None),
        ("weworkremotely.com/remote-jobs/driftwood-labs-designer", None),
        ("remotive.com/remote-jobs/product/senior-product-manager-2091181", None),
        ("www.arbeitnow.com/jobs/companies/kornhaus/x-1", None),
        ("himalayas.app/companies/osprey-ledger/jobs/x", None),
        ("news.ycombinator.com/item?id=1", None),
        ("arbeitnow.com.example/", None),
        ("notremotive.com/", None),
        ("apply.workable.com/jobicy", None),
        ("boards.greenhouse.io/himalayas", None),
    ],
)
def test_a_feeds_own_pages_tell_its_board_and_no_other_page_does(url: str, expected: tuple[str, str] | None) -> None:
    found = [(name, board) for name, feed in FEEDS.items() if (board := feed.board_of(url))]
    assert found == ([expected] if expected else [])


def test_the_registry_has_a_usable_line_for_every_feed() -> None:
    sources = load_yaml(REPOSITORY / "spiders" / "registry" / "feeds.yaml")
    assert {source.platform for source in sources} == set(FEEDS)
    assert len({source.source_id for source in sources}) == len(sources)
    assert all(list(FEEDS[source.platform].requests(source)) for source in sources)


@pytest.mark.parametrize(
    ("stated", "url", "number"),
    [(0, "", 0), (3, "https://x.example/?page=3", 3), (3, "https://x.example/?q=1", 3)],
)
def test_a_page_says_its_number(stated: object, url: str, number: int) -> None:
    assert stated_number(stated, Answer(url, ""), "page") == number


@pytest.mark.parametrize("stated", [None, "3", -1, True, 2, [3]])
def test_a_page_that_says_no_number_or_another_one_is_an_error(stated: object) -> None:
    with pytest.raises(PayloadError, match="wrong_type"):
        stated_number(stated, Answer("https://x.example/?page=3", ""), "page")


@pytest.mark.parametrize(("stated", "total"), [(0, 0), (34, 34), (None, None), ("34", None), (True, None), (-1, None)])
def test_a_total_is_a_count(stated: object, total: int | None) -> None:
    assert stated_total(stated) == total


@pytest.mark.parametrize(("stated", "identifier"), [(7, "7"), ("1131276", "1131276")])
def test_a_number_is_an_identifier(stated: object, identifier: str) -> None:
    assert numbered({"id": stated}) == identifier


@pytest.mark.parametrize("stated", [None, True, 1.5, "", "7a", [7]])
def test_what_is_no_number_is_no_identifier(stated: object) -> None:
    with pytest.raises(TypeError):
        numbered({"id": stated})


@BY_NAME
@pytest.mark.parametrize(
    "body",
    [
        "",
        "null",
        "[1]",
        "{}",
        '{"jobs": {}}',
        "<!doctype html><title>Just a moment...</title>",
        '{"error": "x"}',
        "<a>",
    ],
)
def test_another_body_is_an_error(feed: Feed, body: str) -> None:
    with pytest.raises(PayloadError):
        feed.page(source_of(feed), Answer("", body))


@given(st.sampled_from(sorted(FEEDS)), JUNK)
def test_any_json_is_split_or_refused(name: str, document: object) -> None:
    feed = FEEDS[name]
    try:
        page = feed.page(source_of(feed), Answer("", orjson.dumps(document).decode()))
    except PayloadError:
        return
    assert all(type(payload) is dict for payload in page.payloads)


@given(st.sampled_from(sorted(FEEDS)), st.data())
def test_any_payload_is_read_or_rejected(name: str, data: st.DataObject) -> None:
    feed = FEEDS[name]
    payload: dict[str, Any] = dict(data.draw(st.sampled_from(recorded(feed))))
    for key in data.draw(st.lists(st.sampled_from(sorted(payload)), max_size=3)):
        payload[key] = data.draw(JUNK)
    reading = reading_or_none(feed, payload)
    assert reading is None or all((reading.identifier, reading.title, reading.url, reading.company))
