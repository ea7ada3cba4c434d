"""The cards of HackerEarth's older challenge list: `{"status": "OK", "data": "<html>"}`, as recorded in January 2019.

Quirks: a live card's end is only in the script behind it, as seconds since 1970 minus now; an upcoming card shows its
start without a year, which is therefore not said.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Payload

_COUNTDOWN = re.compile(r"seconds_left\s*=\s*(\d{9,11})\s*-\s*\d+.*?countdown-(\d+)", re.DOTALL)


def cards_in(fragment: str) -> list[Payload]:
    """Every card of the list as a payload: address, title, company, type, what is won, status and end."""
    page = LexborHTMLParser(fragment)
    ends = {number: int(end) for end, number in _COUNTDOWN.findall(fragment)}
    return [
        _card(card, status, ends)
        for status in ("ongoing", "upcoming")
        for card in page.css(f".{status}.challenge-list .challenge-card-modern")
    ]


def _card(card: LexborNode, status: str, ends: dict[str, int]) -> Payload:
    link, countdown = card.css_first("a.challenge-card-link"), card.css_first('[id^="countdown-"]')
    number = (countdown.attributes.get("id") or "").removeprefix("countdown-") if countdown is not None else ""
    counter = card.css_first(".registrations")
    is_won = counter is not None and counter.css_first(".fa-money") is not None
    return {
        "url": link.attributes.get("href") if link is not None else None,
        "title": _text(card, ".challenge-list-title"),
        "company": _text(card, ".company-details"),
        "type": (_text(card, ".challenge-type") or "").upper() or None,
        "won" if is_won else "registered": _text(card, ".registrations"),
        "status": status.upper(),
        "ends": ends.get(number) if status == "ongoing" else None,
        "starts_text": _text(card, ".date.dark"),
    }


def _text(card: LexborNode, selector: str) -> str | None:
    node = card.css_first(selector)
    return " ".join(node.text(separator=" ").split()) or None if node is not None else None
