import json
from pathlib import Path

import pytest

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.mlh import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("Major League Hacking", "mlh", "2027")


def page_of(text: str) -> Page:
    return PLATFORM.page(SOURCE, Answer("https://www.mlh.com/seasons/2027/events", text))


def state(component: str = "EventsListing", **props: object) -> str:
    return json.dumps({"component": component, "props": props})


def script(data: str) -> str:
    return f'<html><body><script data-page="app" type="application/json">{data}</script></body></html>'


def test_the_data_may_lie_in_an_attribute() -> None:
    data = state(upcomingEvents=[{"slug": "a", "name": "A & B"}], pastEvents=[]).replace("&", "&amp;")
    page = page_of(f'<div id="app" data-page="{data.replace(chr(34), "&quot;")}"></div>')
    assert page.payloads == [{"slug": "a", "name": "A & B"}]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "<html><title>Just a moment...</title></html>",
        script(""),
        script("null"),
        script(state("Auth/Login", upcomingEvents=[])),
        script(state(events=[])),
        script(state(upcomingEvents={"0": {}})),
        script('{"component": "EventsListing"}'),
    ],
)
def test_another_page_is_a_wrong_type(text: str) -> None:
    with pytest.raises((PayloadError, ValueError)) as caught:
        page_of(text)
    assert not isinstance(caught.value, PayloadError) or caught.value.reason == "wrong_type"


def test_half_a_page_is_no_empty_season() -> None:
    with pytest.raises(ValueError, match="unexpected end of data"):
        page_of(script(state(upcomingEvents=[{"slug": "a"}])[:40]))


def test_a_season_without_events_is_empty() -> None:
    assert page_of(script(state(upcomingEvents=[], pastEvents=None))) == Page([], [], 0)


def test_what_moves_without_meaning_is_volatile() -> None:
    event = {"slug": "a", "name": "A", "url": "/events/a", "logoUrl": "x_1.png", "backgroundUrl": "y", "dateRange": "z"}
    running = event | {"url": "/events/a/prizes", "logoUrl": "x_2.png", "backgroundUrl": None, "dateRange": None}
    assert {key for key in event if event[key] != running[key]} == PLATFORM.volatile


@pytest.mark.parametrize(
    ("url", "board"),
    [
        ("mlh.io/seasons/2026/events", "2026"),
        ("www.mlh.com/seasons/2027/events?x=1", "2027"),
        ("mlh.com/seasons/2027", "2027"),
        ("mlh.com/events/a", None),
        ("mlh.io/seasons/na-2019/events", None),
    ],
)
def test_board_of_url(url: str, board: str | None) -> None:
    assert PLATFORM.board_of(url) == board


def test_every_real_event_reads(shared: Path) -> None:
    page = page_of((shared / "payloads/challenges/mlh/season_page_inertia_live_2026-10.html").read_text("utf-8"))
    readings = [read_payload(PLATFORM, SOURCE, payload) for payload in page.payloads]
    assert len(readings) == 3
    for reading in readings:
        assert isinstance(reading, ChallengeReading)
        assert (reading.attendance, bool(reading.starts), bool(reading.ends)) == ("physical", True, True)
