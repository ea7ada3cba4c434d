from pathlib import Path
from typing import Any

import pytest

from spiders.platforms.aicrowd import PLATFORM
from spiders.platforms.base import Answer, Page, Source
from spiders.reader import read_payload
from warehouse.errors import PayloadError

SOURCE = Source("AIcrowd", "aicrowd", "challenges")
LIST = "https://www.aicrowd.com/challenges?status={}&page={}"
RECORDING = Path(__file__).parent.parent / "recordings" / "aicrowd" / "challenges.html"


def page_of(text: str, status: str = "running", page: int = 1, known: tuple[str, ...] = ()) -> Page:
    carried: dict[str, Any] = {"status": status, "page": page, "known": list(known)}
    return PLATFORM.page(SOURCE, Answer(LIST.format(status, page), text, carried=carried))


def card(slug: str, badge: str = "") -> str:
    link = f'<a href="/challenges/{slug}">{slug}</a>'
    return f'<div class="card card-challenge">{badge}<h5 class="card-title">{link}</h5></div>'


def test_both_lists_are_asked_for() -> None:
    asked = [(fetch.url, fetch.carried) for fetch in PLATFORM.requests(SOURCE)]
    assert asked == [
        (LIST.format(status, 1), {"status": status, "page": 1, "known": []}) for status in ("running", "starting_soon")
    ]


def test_pages_are_followed_while_they_bring_something() -> None:
    first = page_of(card("a") + card("b"))
    (fetch,) = first.follow
    assert (fetch.url, fetch.carried) == (
        LIST.format("running", 2),
        {"status": "running", "page": 2, "known": ["a", "b"]},
    )
    second = page_of(card("b") + card("c"), page=2, known=("a", "b"))
    assert [payload["slug"] for payload in second.payloads] == ["c"]
    assert page_of(card("a"), page=3, known=("a", "b", "c")) == Page()  # the same again
    assert page_of("<html></html>", page=3) == Page()


def test_nothing_may_start_soon_but_something_always_runs() -> None:
    assert page_of("<title>AIcrowd</title>", status="starting_soon") == Page()
    for text in ("<title>Sign in</title>", "null", "", "$('#challenges-div').html('...')"):
        with pytest.raises(PayloadError, match="no card in the page") as caught:
            page_of(text)
        assert caught.value.reason == "wrong_type"


def test_countdowns_and_counts_never_land() -> None:
    recorded = RECORDING.read_text("utf-8")
    later = recorded.replace("72 days left", "71 days left").replace("12.4k", "12.5k").replace("6614", "6613")
    assert later != recorded
    assert page_of(later).payloads == page_of(recorded).payloads


def test_a_card_inside_of_its_link() -> None:
    inner = '<div class="card card-challenge"><h5 class="card-title">A</h5></div>'
    (payload,) = page_of(f'<a href="/challenges/a-b">{inner}</a>').payloads
    assert payload["slug"] == "a-b"


def test_a_deadline_in_other_words_is_an_invalid_value() -> None:
    (payload,) = page_of(card("a", '<span class="badge badge-primary" title="next week">Round 1</span>')).payloads
    with pytest.raises(PayloadError) as caught:
        read_payload(PLATFORM, SOURCE, payload)
    assert caught.value.reason == "invalid_value"
