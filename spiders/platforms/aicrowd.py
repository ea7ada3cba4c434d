"""AIcrowd challenges.

Page: https://www.aicrowd.com/challenges?status=running&page=1 and `starting_soon` (HTML cards; robots.txt allows it and
asks for ten seconds between requests; no API).
Quirks: deadline and prize are in the cards only, the page of a challenge is filled in by a script; the deadline stands
in the badge's tooltip, the badge itself counts down; what is over stays listed as "Post challenge" with a deadline in
2030 or 2100; a page number beyond the last gives a page without cards, or the same cards again.
UNVERIFIED as a whole: no page has been recorded. The card's form is that of the platform's published templates, and a
public reader of July 2026 found the same.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import optional_text, required_text
from spiders.platforms.plain_text import html_of_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_LIST = "https://www.aicrowd.com/challenges"
_STATUSES = ("running", "starting_soon")
_SLUG = re.compile(r"(?:https://www\.aicrowd\.com)?/challenges/([\w-]+)/?\Z")
_OVER = re.compile(r"post[\s-]*challenge|completed|ended", re.IGNORECASE)
_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) UTC")
_SOURCE_WORDS = {"running": "open", "starting_soon": "starting_soon"}


class AiCrowd(Platform):
    """What AIcrowd lists as running or starting soon."""

    name = "aicrowd"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?aicrowd\.com/(?P<board>challenges)(?:[/?#]|$)",)
    delay_s: ClassVar[float] = 10.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The first page of both lists."""
        yield from (_fetch(status, 1, []) for status in _STATUSES)

    def page(self, source: Source, answer: Answer) -> Page:
        """The cards that are new, and the next page while there are any.

        Raises PayloadError(`wrong_type`) where the first page of what is running has no card: something always runs.
        """
        carried = answer.carried or {"status": _STATUSES[0], "page": 1, "known": []}
        cards = LexborHTMLParser(answer.text).css(".card-challenge")
        if not cards and carried["page"] == 1 and carried["status"] == _STATUSES[0]:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no card in the page: {answer.text[:80]!r}")
        read = [_card(card, carried["status"]) for card in cards]
        new = {card["slug"]: card for card in read if card["slug"] not in carried["known"]}
        known = [*carried["known"], *new]
        follow = [_fetch(carried["status"], carried["page"] + 1, known)] if new else []
        return Page([scrubbed(card, frozenset()) for card in new.values()], follow)

    def identifier(self, payload: Payload) -> str:
        """AIcrowd's slug of the challenge."""
        return required_text(payload, "slug")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One challenge; the deadline of one that is over means nothing, that of practice neither."""
        is_practice, is_over = bool(payload.get("is_practice")), bool(payload.get("is_over"))
        deadline = None if is_practice or is_over else _instant(payload.get("deadline"))
        prizes = payload.get("prizes") or []
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=f"{_LIST}/{self.identifier(payload)}",
            kind="exercise" if is_practice else "competition",
            organizer=" / ".join(payload.get("organizers") or []) or None,
            is_evergreen=is_practice,
            ends=deadline,
            deadline=deadline,
            attendance="online",
            prize=PrizeReading(text="\n".join(prizes)) if prizes else None,
            is_invite_only=bool(payload.get("is_private")),
            themes=[tag.lstrip("#").replace("_", " ") for tag in payload.get("tags") or []],
            source_status="completed" if is_over else _SOURCE_WORDS.get(str(payload.get("status"))),
            description_html=html_of_text(payload.get("tagline")),
        )


def _card(card: LexborNode, status: str) -> Payload:
    """What a card says that lasts; what it counts down and how many take part is left out."""
    title = card.css_first(".card-title a[href]")
    links = (_SLUG.match(link.attributes.get("href") or "") for link in card.css("a[href]"))
    badges = [badge for badge in card.css(".badge") if "badge-outline" not in (badge.attributes.get("class") or "")]
    words = [_line(badge) for badge in badges]
    return {
        "slug": next((found[1] for found in links if found), None) or _slug_around(card),
        "title": _line(title) if title is not None else None,
        "tagline": next((_line(node) for node in card.css("p.card-text")), None),
        "deadline": next((tip for badge in badges if (tip := optional_text(badge.attributes.get("title")))), None),
        "is_over": any(_OVER.search(word) for word in words),
        "is_practice": "Practice" in words,
        "is_private": any(word in {"Private", "Hidden"} for word in words),
        "prizes": [line for node in card.css(".prizes-breakdown .prize-item") if (line := _line(node))],
        "tags": [line for node in card.css(".category-group .badge-outline") if (line := _line(node))],
        "organizers": [name for node in card.css(".card-footer span[title]") if (name := node.attributes["title"])],
        "status": status,
    }


def _slug_around(card: LexborNode) -> str | None:
    """The slug of the link that a card lies in."""
    parent = card.parent
    found = _SLUG.match(parent.attributes.get("href") or "") if parent is not None and parent.tag == "a" else None
    return found[1] if found else None


def _instant(stated: str | None) -> str | None:
    if not stated:
        return None
    found = _INSTANT.fullmatch(stated.strip())
    if not found:
        raise ValueError(f"deadline {stated!r}")
    return f"{found[1]}+00:00"


def _line(node: LexborNode) -> str:
    return " ".join((node.text(separator=" ") or "").split())


def _fetch(status: str, page: int, known: list[str]) -> Fetch:
    carried = {"status": status, "page": page, "known": known}
    return Fetch(f"{_LIST}?status={status}&page={page}", carried=carried)


PLATFORM = AiCrowd()
