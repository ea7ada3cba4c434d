import re
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from spiders.platforms import event_search
from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.event_page import PLATFORM
from spiders.platforms.page_links import event_likeness
from spiders.reader import identifier_of, read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PlaceReading

SOURCE = Source("Otter Society", "event_page", "otters.example/events/")
START = "https://otters.example/events/"
EVENT = {"@type": "Event", "name": "Otter Contest", "startDate": "2026-12-05", "description": "Draw an otter."}


def ask(text: str, carried: Any = None, url: str = START) -> Page:
    return PLATFORM.page(SOURCE, Answer(url, text, carried=carried))


def html(*events: dict[str, Any], links: tuple[str, ...] = ()) -> str:
    blocks = "".join(f"<script type='application/ld+json'>{orjson.dumps(event).decode()}</script>" for event in events)
    return f"<html><head>{blocks}</head><body>{''.join(f'<a href={link!r}>x</a>' for link in links)}</body></html>"


def urls(page: Page) -> list[str]:
    return [fetch.url for fetch in page.follow]


def read(**keys: Any) -> ChallengeReading:
    detail = {key: value for key, value in (EVENT | keys).items() if value is not None}
    reading = read_payload(PLATFORM, SOURCE, {"entry": {"url": f"{START}otter"}, "detail": detail})
    assert isinstance(reading, ChallengeReading)
    return reading


def test_the_page_of_one_event_is_its_own_list() -> None:
    page = ask(html(EVENT, links=("/about",)))
    assert [payload["entry"]["url"] for payload in page.payloads] == [START]
    assert page.follow == []


def test_events_of_a_list_stand_for_themselves_or_lead_to_their_pages() -> None:
    whole = EVENT | {"name": "A", "url": "/events/a"}
    bare = {"@type": "Event", "name": "B", "url": "/events/b"}
    elsewhere = {"@type": "Hackathon", "name": "C", "url": "https://herons.example/c"}
    nameless = EVENT | {"name": "D"}
    page = ask(html(whole, bare, elsewhere, nameless))
    kept = [payload["entry"]["url"] for payload in page.payloads]
    assert kept == [f"{START}a", "https://herons.example/c", f"{START}#d"]
    assert urls(page) == [f"{START}b"]


def test_events_that_share_the_address_of_their_list_stay_apart() -> None:
    events = [EVENT | {"name": name, "url": f"{START}#{name}"} for name in ("A", "B")]
    page = ask(html(*events, {"@type": "Event", "name": "C", "url": START}))
    assert [payload["entry"]["url"] for payload in page.payloads] == [f"{START}#a", f"{START}#b", f"{START}#c"]
    assert page.follow == []


def test_parts_of_an_event_are_no_events_of_the_list() -> None:
    day = {"@type": "Event", "name": "Day one", "startDate": "2026-12-05", "description": "x"}
    page = ask(html(EVENT | {"name": "A", "subEvent": [day]}, EVENT | {"name": "B"}))
    assert [payload["detail"]["name"] for payload in page.payloads] == ["A", "B"]
    assert "subEvent" not in page.payloads[0]["detail"]


def test_links_to_events_are_followed_once_and_page_by_page() -> None:
    first = ask(html(links=("/events/otter-hack", "/events/otter-hack#team", "/blog/2026", "?page=2", "/events/past")))
    assert urls(first) == [f"{START}otter-hack", f"{START}?page=2"]
    assert first.follow[0].carried == {"url": f"{START}otter-hack"}
    second = ask(
        html(links=("/events/otter-hack", "/events/otter-quiz", "?page=1")), first.follow[1].carried, urls(first)[1]
    )
    assert urls(second) == [f"{START}otter-quiz", f"{START}?page=1"]
    third = ask(html(links=("?page=1", "?page=2")), second.follow[1].carried, urls(second)[1])
    assert (urls(third), third.total) == ([], 1)


def test_a_site_larger_than_one_crawl_is_never_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_search, "MOST_EVENTS", 2)
    page = ask(html(links=("/events/a", "/events/b", "/events/c", "?page=2")))
    assert (urls(page), page.total) == ([f"{START}a", f"{START}b"], 4)
    monkeypatch.setattr(event_search, "MOST_LISTS", 1)
    page = ask(html(links=("/events/a", "?page=2")))
    assert (urls(page), page.total) == ([f"{START}a"], 2)


def test_a_linked_page_without_an_event_gives_none() -> None:
    assert ask(html(), {"url": f"{START}a"}).payloads == []


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"name": None}, "missing_field"),
        ({"startDate": None}, "missing_field"),
        ({"eventStatus": "https://schema.org/EventCancelled"}, "closed"),
        ({"eventStatus": "EventPostponed"}, "closed"),
        ({"name": "Otter picnic"}, "not_listed"),
    ],
)
def test_rejects(keys: dict[str, Any], reason: str) -> None:
    with pytest.raises(PayloadError) as caught:
        read(**keys)
    assert caught.value.reason == reason


def test_an_event_without_an_end_ends_where_it_starts() -> None:
    assert (read().starts, read().ends) == ("2026-12-05", "2026-12-05")
    assert (read(startDate=None, endDate="2026-12-09").starts, read(endDate=["2026-12-09"]).ends) == (
        None,
        "2026-12-09",
    )


@pytest.mark.parametrize(
    ("mode", "location", "attendance", "place"),
    [
        ("https://schema.org/OnlineEventAttendanceMode", None, "Online", None),
        ("OfflineEventAttendanceMode", "Otter Hall", "Offline", PlaceReading("Otter Hall")),
        (None, {"@type": "VirtualLocation", "url": "https://x.example"}, "online", None),
        (None, {"@type": "Place", "address": "1 River Way"}, "offline", PlaceReading("1 River Way")),
        (None, [{"@type": "VirtualLocation"}, {"@type": "Place", "name": "Hall"}], "mixed", PlaceReading("Hall")),
        (None, {"@type": "Place", "address": {"addressLocality": "Lomvik", "addressCountry": {"name": "Norway"}}},
         "offline", PlaceReading(None, "Lomvik", None, "Norway")),
        (None, {"@type": "Place"}, "offline", None),
        (None, None, None, None),
    ],
)  # fmt: skip
def test_where_it_takes_place(
    mode: str | None, location: Any, attendance: str | None, place: PlaceReading | None
) -> None:
    found = read(eventAttendanceMode=mode, location=location)
    assert (found.attendance, found.place) == (attendance, place)


@pytest.mark.parametrize(
    ("path", "likeness"),
    [
        ("/hackathons/otterhack", 2),
        ("/en/contests/draw-an-otter.html", 2),
        ("/events/newport/otter-hack", 2),
        ("/events/", 0),
        ("/events/past", 0),
        ("/events/page/2", 0),
        ("/events/category/hackathons-of-the-year", 0),
        ("/events/otter.pdf", 0),
        ("/whats-on/otter-hack-2026", 1),
        ("/about-us-and-our-rivers", 0),
        ("/events/otter/login", 0),
    ],
)
def test_an_address_tells_how_likely_it_is_one_event(path: str, likeness: int) -> None:
    assert event_likeness(f"https://otters.example{path}", "/whats-on/") == likeness


BITS = st.sampled_from(
    [
        *("<html>", "<a href='/events/a-1'>", "<a href='", "?page=2", "</script>", "\x00", "'>"),
        *("<script type='application/ld+json'>", '{"@type":"Event","name":"x contest","startDate":"y"}', '{"@type":'),
        *('[{"@type":"Hackathon","url":3}]', "<div itemscope itemtype='https://schema.org/Event'>"),
    ]
)


@given(st.lists(BITS, max_size=12).map("".join), st.sampled_from([None, {"seen": []}, {"url": f"{START}a"}]))
def test_any_answer_is_split_or_an_error(text: str, carried: Any) -> None:
    with suppress(PayloadError):
        page = ask(text, carried)
        orjson.dumps([fetch.carried for fetch in page.follow])
        assert all(identifier_of(PLATFORM, payload) for payload in page.payloads)
        for payload in page.payloads:
            with suppress(PayloadError):
                assert read_payload(PLATFORM, SOURCE, payload)


def test_real_pages_are_read_or_rejected(shared: Path) -> None:
    found: Counter[str] = Counter()
    for file in sorted((shared / "payloads/challenges/jsonld").glob("*/*.html")):
        text = file.read_text("utf-8")
        canonical = re.search(r'rel="canonical" href="([^"]+)"', text)
        assert canonical
        url = canonical[1]
        (payload,) = ask(text, {"url": url}, url).payloads
        folder = url.split("/")[3]
        try:
            reading = read_payload(PLATFORM, SOURCE, payload)
        except PayloadError as error:
            found[f"{folder} {error.reason}"] += 1
            continue
        assert isinstance(reading, ChallengeReading)
        assert (reading.attendance, bool(reading.organizer), bool(reading.ends)) == ("Online", True, True)
        found[f"{folder} {reading.kind}"] += 1
    assert found == {
        "contests competition": 18,
        "contests hackathon": 4,
        "festivals not_listed": 5,
        "funding not_listed": 3,
    }
