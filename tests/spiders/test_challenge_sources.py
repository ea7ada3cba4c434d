"""What the challenge sources have in common: wrong answers, what never lands, what is hashed, real records."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
import pytest

from pipelines.normalise.rows import normalised_row
from spiders.outcomes import BoardProgress, problem_of_body
from spiders.platforms import platforms
from spiders.platforms.base import Answer, Page, Payload, Platform, Source
from spiders.reader import identifier_of
from warehouse.errors import PayloadError
from warehouse.ids import canonical_json, content_hash
from warehouse.run import Run

RECORDINGS = Path(__file__).parent.parent / "recordings"
RUN = Run("r1", datetime(2026, 10, 1, tzinfo=UTC))
BOARDS = {
    "challenge_gov": "challenges",
    "codeforces": "contests",
    "ctftime": "event",
    "dorahacks": "hackathon",
    "event_page": "otters.example/events/",
    "hackclub": "upcoming",
    "innovate_uk": "search",
    "superteam": "listings",
    "topcoder": "challenges",
}
LOGIN = "<!doctype html><html><head><title>Sign in</title></head><body><form><input name='user'></form></body></html>"
WALL = "<!doctype html><html><head><title>Just a moment...</title></head><body></body></html>"


def source_of(name: str, board: str | None = None) -> Source:
    return Source("Fictional", name, board or BOARDS[name])


def page_of(name: str, text: str, *, board: str | None = None, url: str | None = None, **answer: Any) -> Page:
    source = source_of(name, board)
    platform = platforms()[name]
    return platform.page(source, Answer(url or next(platform.requests(source)).url, text, **answer))


def recorded(path: str) -> Any:
    return orjson.loads((RECORDINGS / path).read_bytes())


@pytest.mark.parametrize("name", BOARDS)
@pytest.mark.parametrize(
    ("text", "outcome", "reason"),
    [
        ("null", "error", "wrong_shape"),
        (LOGIN, "error", "not_json"),
        (WALL, "blocked", "challenge_page"),
        ('{"error": "unauthorized"}', "error", "wrong_shape"),
        ('[{"id": 1, "name": "cut sho', "error", "wrong_shape"),
        ("", "error", "not_json"),
    ],
)
def test_another_answer_is_an_error_and_no_empty_list(name: str, text: str, outcome: str, reason: str) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(name, text)
    assert caught.value.reason == "wrong_type"
    problem = problem_of_body(text, caught.value.detail)
    assert (problem.outcome, problem.reason) == (outcome, reason)


@pytest.mark.parametrize(
    ("name", "text"),
    [("codeforces", '{"status": "OK", "result": []}'), ("ctftime", "[]"), ("hackclub", "[]"), ("superteam", "[]")],
)
def test_an_empty_list_is_one(name: str, text: str) -> None:
    page = page_of(name, text)
    assert (page.payloads, page.follow) == ([], [])
    assert progress_of(page) == "empty"


def progress_of(*pages: Page) -> str:
    board = BoardProgress(source_of("codeforces"))
    for page in pages:
        board.take(page, {})
    return board.end()[0].value


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("dorahacks", "dorahacks/hackathon.json"),  # 2 of 3
        ("innovate_uk", "innovate_uk/search.html"),  # 1 of 12
        ("superteam", "superteam/listings.json"),  # a detail that never came
    ],
)
def test_a_list_that_stops_short_is_partial(name: str, path: str) -> None:
    assert progress_of(page_of(name, (RECORDINGS / path).read_text("utf-8"))) == "partial"


@pytest.mark.parametrize(
    ("name", "body", "next_url"),
    [
        ("dorahacks", {"count": 5, "next": "https://x.example/?page=3", "results": []}, "page=2"),
        ("codeforces", {"status": "FAILED", "comment": "Call limit exceeded"}, "contest.list"),
        ("ctftime", [{"id": 1, "start": "2026-12-04T18:00:00+00:00"}] * 100, "start=1796407200"),
    ],
)
def test_a_list_that_would_never_end_is_an_error(name: str, body: object, next_url: str) -> None:
    with pytest.raises(PayloadError) as caught:
        page_of(name, orjson.dumps(body).decode(), url=f"https://x.example/?{next_url}")
    assert caught.value.reason == "wrong_type"


def test_credentials_in_a_link_neither_land_nor_are_followed() -> None:
    for name, board, path in (
        ("dorahacks", "hackathon", "dorahacks/hackathon.json"),
        ("hackclub", "all", "hackclub/all_page.json"),
    ):
        text = (RECORDINGS / path).read_text("utf-8")
        assert "echoed-credential" in text
        page = page_of(name, text, board=board)
        assert page.follow
        held = [page.payloads, [fetch.url for fetch in page.follow], [fetch.carried for fetch in page.follow]]
        assert b"echoed-credential" not in orjson.dumps(held)


@pytest.mark.parametrize(
    ("name", "path", "people"),
    [
        ("challenge_gov", "challenges.json", ["culvert@"]),
        ("challenge_gov", "feed-open.json", ["Hazel Thorne", "hazel.thorne", "202-555-0143"]),
        ("codeforces", "contests.json", ["tarn_of_moss"]),
        ("ctftime", "event.json", ["otto.reed"]),
        ("dorahacks", "hackathon.json", ["7946 0958"]),
        ("event_page", "otters.example.html", ["Tarn Reedmoor", "Wren Aldersley", "22 34 56 78", "tarn@"]),
        ("event_page", "otters.example_detail.html", ["office@"]),
        ("innovate_uk", "search.html", ["pat@platforms"]),
        ("innovate_uk", "search_detail.html", ["7946 0958"]),
        ("superteam", "listings_detail.json", ["Corrigan", "nell_c", "nell@"]),
        ("topcoder", "challenges.json", ["kes_admin", "kes.admin", "40001"]),
    ],
)
def test_people_never_land(name: str, path: str, people: list[str]) -> None:
    recording = RECORDINGS / name / path
    text = recording.read_text("utf-8")
    carried = recording.with_name(f"{recording.stem}.carried.json")
    board = "feed-open" if path.startswith("feed") else None
    page = page_of(name, text, board=board, carried=orjson.loads(carried.read_bytes()) if carried.exists() else None)
    held = orjson.dumps([page.payloads, [fetch.carried for fetch in page.follow]]).decode()
    assert len(held) > 100
    for person in people:
        assert person in text
        assert person not in held


@pytest.mark.parametrize(
    ("name", "path", "changes"),
    [
        ("challenge_gov", "challenges.json", {"412": "413", "Signature=abc": "Signature=def"}),
        ("codeforces", "contests.json", {"-957394": "-870994", "1178306": "1264706"}),
        ("ctftime", "event.json", {"118": "131", "45.2": "46.8"}),
        ("dorahacks", "hackathon.json", {"208": "215", '"buidls_count": 4': '"buidls_count": 9', "12000": "11000"}),
        ("hackclub", "upcoming.json", {"--8b92": "--77aa", "--4b17": "--1c2d"}),
        ("topcoder", "challenges.json", {"31,": "44,", "06:00:00": "07:00:00", '"isOpen": true': '"isOpen": false'}),
    ],
)
def test_what_changes_by_the_hour_changes_no_hash(name: str, path: str, changes: dict[str, str]) -> None:
    now = (RECORDINGS / name / path).read_text("utf-8")
    later = now
    for before, after in changes.items():
        assert before in later
        later = later.replace(before, after)
    volatile = platforms()[name].volatile
    old, new = (
        [content_hash(canonical_json(each, volatile)) for each in page_of(name, text).payloads] for text in (now, later)
    )
    assert old == new
    assert len(set(old)) == len(old)


def test_the_counts_of_a_superteam_listing_are_not_even_carried() -> None:
    entries = recorded("superteam/listings.json")
    before = page_of("superteam", orjson.dumps(entries).decode()).follow
    entries[0]["_count"]["Submission"] += 5
    entries[0]["sponsor"]["logo"] += "2"
    assert page_of("superteam", orjson.dumps(entries).decode()).follow == before
    assert before[0].carried == recorded("superteam/listings_detail.carried.json")


@pytest.mark.parametrize("name", BOARDS)
def test_any_payload_is_read_or_rejected(name: str) -> None:
    platform = platforms()[name]
    for payload in ({}, {"id": None}, {"id": "x", "name": 1}, {"entry": None}, {"entry": {"url": 3}, "detail": []}):
        assert row_of(platform, source_of(name), payload) is None


def row_of(platform: Platform, source: Source, payload: Payload) -> dict[str, Any] | None:
    identifier_of(platform, payload)
    try:
        return normalised_row(platform, source, payload, RUN)
    except PayloadError:
        return None


#: real recordings: how many records, how many are read, and how many of these say what
REAL = [
    ("challenge_gov", "feed-open", "challenge_gov/feed-open.json", 29, 29, {"deadline": 29, "prize": 26, "text": 29}),
    ("challenge_gov", "feed-closed", "challenge_gov/feed-closed.json", 289, 289,
     {"deadline": 289, "prize": 212, "text": 289}),
    ("codeforces", "contests", "codeforces/contest_list_live_2026-10.json", 7, 7, {"mode": 7}),
    ("ctftime", "event", "ctftime/events_live_2026-10.json", 10, 10, {"prize": 5, "mode": 10, "text": 9}),
    ("ctftime", "event", "ctftime/events_2019-01.json", 18, 18, {"mode": 18, "text": 17}),
    ("dorahacks", "hackathon", "dorahacks/hub_hackathons_live_2026-09.json", 3, 3, {"prize": 2, "mode": 3}),
    ("hackclub", "upcoming", "hackclub/events_upcoming_live_2026-09.json", 3, 3, {"mode": 3}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "board", "path", "count", "read", "filled"), REAL)
def test_real_records_are_read_and_can_end(
    shared: Path, name: str, board: str, path: str, count: int, read: int, filled: dict[str, int]
) -> None:
    text = (shared / "payloads/challenges" / path).read_text("utf-8")
    payloads = page_of(name, text, board=board).payloads
    rows = [row for each in payloads if (row := row_of(platforms()[name], source_of(name, board), each))]
    assert (len(payloads), len(rows)) == (count, read)
    found: Counter[str] = Counter()
    for row in rows:
        assert row["end_date"] or row["application_deadline"], row["name"]  # else it would be open for ever
        found["deadline"] += row["application_deadline"] is not None
        found["prize"] += row["prize_amount"] is not None
        found["mode"] += row["attendance_mode"] is not None
        found["text"] += row["description_text"] is not None
    assert +found == filled


def test_challenge_gov_once_answered_null(shared: Path) -> None:
    text = (shared / "payloads/challenges/challenge_gov/scraped_2021-10-13.json").read_text("utf-8")
    assert text.strip() == "null"
    with pytest.raises(PayloadError, match="the answer is not an object"):
        page_of("challenge_gov", text)
