"""Source health: what an operator should think of a source after its crawls so far, one a day."""

from datetime import timedelta
from itertools import product
from typing import Any

from warehouse.models.history import IntSourceState, StgReject
from warehouse.vocabulary import HEALTH_REASONS, CrawlOutcome, CrawlReason

GOOD = ("complete", 40)
DOWN = ("error", 0, {"reason": "http_status", "detail": "HTTP 503"})
EMPTY = ("empty", 0, {"reason": "no_listings"})
#: crawls; state, reason, days since the last success, postings, consecutive failures, days since the state began
HISTORIES: list[tuple[str, list[Any], tuple[Any, ...]]] = [
    ("a good crawl", [GOOD], ("healthy", None, 0, 40, 0, 0)),
    ("good ever since", [GOOD, GOOD, ("complete", 41)], ("healthy", None, 0, 41, 0, 2)),
    ("nothing new", [GOOD, ("unchanged", 0)], ("healthy", None, 0, 40, 0, 1)),
    ("down today", [GOOD, GOOD, DOWN], ("failing", "http_status: HTTP 503", 1, 40, 1, 0)),
    ("down for three days", [GOOD, DOWN, DOWN, DOWN], ("failing", "http_status: HTTP 503", 3, 40, 3, 2)),
    ("back again", [GOOD, DOWN, GOOD], ("healthy", None, 0, 40, 0, 0)),
    ("never answered", [DOWN, DOWN], ("failing", "http_status: HTTP 503", None, None, 2, 1)),
    (
        "null",
        [GOOD, ("error", 0, {"reason": "wrong_shape", "detail": "null"})],
        ("suspect", "wrong_shape: null", 1, 40, 1, 0),
    ),
    ("a login page", [GOOD, ("error", 0, {"reason": "not_json"})], ("suspect", "not_json", 1, 40, 1, 0)),
    ("a wall", [GOOD, ("blocked", 0, {"reason": "challenge_page"})], ("suspect", "challenge_page", 1, 40, 1, 0)),
    ("always a web page", [("error", 0, {"reason": "not_json"})], ("failing", "not_json", None, None, 1, 0)),
    ("gone", [GOOD, ("not_found", 0)], ("failing", "not_found", 1, 40, 1, 0)),
    ("walled", [GOOD, ("blocked", 0, {"reason": "robots"})], ("failing", "robots", 1, 40, 1, 0)),
    (
        "in part",
        [GOOD, ("partial", 25, {"reason": "stopped_short", "detail": "25 of 40 listings"})],
        ("suspect", "stopped_short: 25 of 40 listings", 1, 40, 1, 0),
    ),
    ("in part, and never in full", [("partial", 25, {"reason": "timeout"})], ("failing", "timeout", None, None, 1, 0)),
    ("always empty", [EMPTY, EMPTY], ("healthy", None, 0, 0, 0, 1)),
    ("empty after postings", [GOOD, EMPTY, EMPTY], ("suspect", "no_listings: it once listed 40", 0, 0, 0, 1)),
    (
        "unchanged since it was empty",
        [GOOD, EMPTY, ("unchanged", 0)],
        ("suspect", "no_listings: it once listed 40", 0, 0, 0, 1),
    ),
    ("filled again", [GOOD, EMPTY, GOOD], ("healthy", None, 0, 40, 0, 0)),
    (
        "nothing could be read",
        [("complete", 0, {"reject_count": 12})],
        ("suspect", "no_listings: all 12 payloads were rejected", 0, 0, 0, 0),
    ),
]


def test_health(small, rows):
    for case, crawls, _ in HISTORIES:
        for day, (outcome, listings, *fields) in enumerate(crawls, start=1):
            small.crawl(outcome, listings, day=day, source=f"lever:{case}", **(fields[0] if fields else {}))
    found = rows(
        "SELECT source_id, state, reason, date_diff('day', last_success_at, last_attempt_at), posting_count, "
        "consecutive_failures, date_diff('day', since_at, last_attempt_at) FROM source_health"
    )
    assert {row[0]: row[1:] for row in found} == {f"lever:{case}": expected for case, _, expected in HISTORIES}


def test_sources_are_judged_apart(small, rows):
    small.crawl("complete", 7, source="devpost:hackathons", listing_kind="challenge", reject_count=2)
    small.crawl("error", source="lever:a/b|c d", reason="timeout")
    found = rows("SELECT source_id, platform, state, posting_count, reject_count FROM source_health ORDER BY source_id")
    assert found == [
        ("devpost:hackathons", "devpost", "healthy", 7, 2),
        ("lever:a/b|c d", "lever", "failing", None, None),
    ]


def test_a_drop_that_the_lifecycle_holds_back_is_suspect(small, rows, as_of):
    small.crawl("complete", 120)
    small.crawl("complete", 3)
    held = {"suspect_crawl_id": "crawl-2", "suspect_at": as_of - timedelta(days=28), "suspect_count": 3}
    small.add(IntSourceState, source_id="lever:acme", complete_count=120, gone_count=0, **held)
    found = rows("SELECT state, reason, since_at FROM source_health")
    assert found == [("suspect", "dropped: 3 listings after 120, not yet seen twice", as_of - timedelta(days=28))]


def test_a_source_that_nobody_asks_any_more_is_retired_since_it_was_last_asked(small, rows, as_of):
    small.crawl("complete", 40, day=1, source="lever:gone")
    small.crawl("error", day=2, source="lever:tagged", reason="http_status")
    small.crawl("complete", 40, day=3)
    retired = {"lever:gone": "not_in_registry", "lever:tagged": "retired_by_tag"}
    query = "SELECT source_id, state, reason, date_diff('day', since_at, $1) FROM source_health ORDER BY source_id"
    found = rows(query.replace("$1", f"TIMESTAMPTZ '{as_of.isoformat()}'"), retired=retired)
    assert found == [
        ("lever:acme", "healthy", None, 27),
        ("lever:gone", "retired", "not_in_registry", 29),
        ("lever:tagged", "retired", "retired_by_tag", 28),
    ]


def test_every_reason_begins_with_a_word_of_the_closed_list(small, rows):
    for number, (outcome, reason) in enumerate(product(CrawlOutcome, [None, *CrawlReason])):
        small.crawl("complete", 3, day=1, source=f"lever:{number}")
        small.crawl(outcome, day=2, source=f"lever:{number}", reason=reason, detail="seen: this")
    found = rows("SELECT DISTINCT state, split_part(reason, ':', 1) FROM source_health")
    assert {state for state, _ in found} == {"healthy", "suspect", "failing"}
    assert {word for _, word in found if word} <= HEALTH_REASONS
    assert all((state == "healthy") == (word is None) for state, word in found)


def test_rejects_say_why_and_show_the_start_of_the_payload(small, rows, as_of):
    reject = {"source_id": "lever:acme", "payload_hash": "x", "reason": "missing_field", "detail": "no title"}
    small.add(StgReject, rejected_at=as_of, payload_excerpt="{" + 900 * "x", **reject)
    found = rows("SELECT source_id, rejected_at, reason, payload_excerpt FROM rejects")
    assert found == [("lever:acme", as_of, "missing_field: no title", "{" + 499 * "x")]
