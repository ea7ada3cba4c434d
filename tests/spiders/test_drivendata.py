import pytest

from spiders.platforms.base import Answer, Page, Source
from spiders.platforms.drivendata import PLATFORM
from spiders.reader import read_payload
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading

SOURCE = Source("DrivenData", "drivendata", "competitions")


def page_of(text: str) -> Page:
    return PLATFORM.page(SOURCE, Answer("https://www.drivendata.org/competitions/", text))


def card(text: str) -> str:
    return f'<h2>Prize competitions</h2><div><a href="/competitions/3/a/">A</a><p>{text}</p></div>'


@pytest.mark.parametrize("text", ["", "null", "<title>Sign in</title>", '<a href="/competitions/">All</a>'])
def test_a_page_without_competitions_is_a_wrong_type(text: str) -> None:
    with pytest.raises(PayloadError, match="no competition in the page") as caught:
        page_of(text)
    assert caught.value.reason == "wrong_type"


@pytest.mark.parametrize(
    ("text", "prize", "ends"),
    [
        ("$50,000 in prizes. Ends May 11, 2027", "$50,000", "2027-05-11"),
        ("€1.5 million; deadline: Sept 3 2027", "€1.5 million", "2027-09-03"),
        ("Closes on December 24, 2026", None, "2026-12-24"),
        ("Started May 1, 2026, 3 weeks left, 645 joined", None, None),
        ("Win $5 of every", None, None),
    ],
)
def test_prize_and_end_are_taken_from_plain_signs(text: str, prize: str | None, ends: str | None) -> None:
    (payload,) = page_of(card(text)).payloads
    assert (payload["prize"], payload["ends"]) == (prize, ends)


def test_a_day_that_is_marked_up_goes_before_words() -> None:
    (payload,) = page_of(card('<time datetime="2027-05-11">in spring</time>')).payloads
    assert payload["ends"] == "2027-05-11"


@pytest.mark.parametrize(
    ("section", "kind", "is_evergreen", "status"),
    [
        ("Prize competitions", "competition", False, "open"),
        ("Practice competitions", "exercise", True, "open"),
        ("Completed competitions", "competition", False, "completed"),
        (None, "competition", False, "open"),
    ],
)
def test_the_section_says_what_it_is(section: str | None, kind: str, is_evergreen: bool, status: str) -> None:
    reading = read_payload(PLATFORM, SOURCE, {"path": "3/a", "title": "A", "section": section})
    assert isinstance(reading, ChallengeReading)
    assert (reading.kind, reading.is_evergreen, reading.source_status) == (kind, is_evergreen, status)


def test_a_link_in_the_text_of_another_site_is_none_of_ours() -> None:
    text = card('as in <a href="https://copy.example/competitions/9/b/">B</a>')
    assert [payload["path"] for payload in page_of(text).payloads] == ["3/a"]
