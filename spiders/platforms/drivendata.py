"""DrivenData competitions: data science with a social purpose, and practice that never ends.

Page: https://www.drivendata.org/competitions/ (HTML, one page; no API is documented).
Quirks: what a competition is, the heading above it says (prize, practice, completed); several tracks may hang together
in a group with a page of its own; time left and counts are in the cards and are not taken over.
UNVERIFIED as a whole: no page has been recorded. That the sections stand under h2 headings, and that links read
`/competitions/<number>/<slug>/` or `/competitions/group/<slug>/`, two public readers of the page agree upon; how cards
show prize and end is not known, so both are taken only from plain signs of money and written-out days.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.personal_data import scrubbed
from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import optional_text, required_text
from spiders.platforms.plain_text import html_of_text
from warehouse.errors import PayloadError
from warehouse.readings import ChallengeReading, PrizeReading
from warehouse.vocabulary import ListingKind, RejectReason

_SITE = "https://www.drivendata.org"
_PATH = re.compile(r"/competitions/((?:\d+|group)/[\w-]+)/?\Z")
_MONEY = re.compile(r"[$€£]\s?\d[\d,.]*\d(?:\s?(?:k|m|million)\b)?", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:ends?|closes?|deadline|due|until)\b[:\s]*(?:on\s)?\s*([A-Z][a-z]{2})[a-z]*\.?\s(\d{1,2}),?\s(\d{4})",
    re.IGNORECASE,
)
_PRACTICE = re.compile(r"\bpractice\b|\blearn", re.IGNORECASE)
_OVER = re.compile(r"\b(?:completed|past|closed|finished)\b", re.IGNORECASE)


class DrivenData(Platform):
    """The one page of competitions."""

    name = "drivendata"
    kind: ClassVar[ListingKind] = ListingKind.CHALLENGE
    url_patterns: ClassVar[tuple[str, ...]] = (r"^(?:www\.)?drivendata\.org/(?P<board>competitions)(?:[/?#]|$)",)
    delay_s: ClassVar[float] = 5.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The page."""
        yield Fetch(f"{_SITE}/competitions/")

    def page(self, source: Source, answer: Answer) -> Page:
        """Each competition of the page once. Raises PayloadError(`wrong_type`) for a page without any."""
        found: dict[str, Payload] = {}
        section = None
        for node in LexborHTMLParser(answer.text).css("h2, a[href]"):
            if node.tag == "h2":
                section = _line(node)
            elif (path := _path(node)) and path not in found:
                found[path] = _card(node, path, section)
        if not found:
            raise PayloadError(RejectReason.WRONG_TYPE, f"no competition in the page: {answer.text[:80]!r}")
        return Page([scrubbed(payload, frozenset()) for payload in found.values()], total=len(found))

    def identifier(self, payload: Payload) -> str:
        """Number and slug of the competition, as in its address."""
        return required_text(payload, "path")

    def read(self, source: Source, payload: Payload) -> ChallengeReading:
        """One competition; the heading above it says whether it is practice, or over."""
        section = payload.get("section") or ""
        is_practice = bool(_PRACTICE.search(section))
        prize = optional_text(payload.get("prize"))
        return ChallengeReading(
            identifier=self.identifier(payload),
            name=required_text(payload, "title"),
            url=f"{_SITE}/competitions/{self.identifier(payload)}/",
            kind="exercise" if is_practice else "competition",
            organizer="DrivenData",
            is_evergreen=is_practice,
            ends=payload.get("ends"),
            deadline=payload.get("ends"),
            attendance="online",
            prize=PrizeReading(text=prize) if prize else None,
            source_status="completed" if _OVER.search(section) else "open",
            description_html=html_of_text(payload.get("summary")),
        )


def _path(link: LexborNode) -> str | None:
    parts = urlsplit(link.attributes.get("href") or "")
    found = _PATH.search(parts.path) if parts.hostname in {None, "www.drivendata.org", "drivendata.org"} else None
    return found[1] if found else None


def _card(link: LexborNode, path: str, section: str | None) -> Payload:
    """The largest element around a link that holds no other competition and no heading of a section."""
    card = link
    while card.parent is not None and card.parent.tag not in {"body", "html"} and _is_card(card.parent, path):
        card = card.parent
    text = _line(card)
    heading = next((node for node in card.css("h1, h3, h4, h5") if _line(node)), None)
    links = (_line(node) for node in card.css("a[href]") if _path(node) == path)
    money, time = _MONEY.search(text), card.css_first("time[datetime]")
    paragraphs = sorted((_line(node) for node in card.css("p")), key=len)
    return {
        "path": path,
        "title": _line(heading) if heading is not None else next((line for line in links if line), None),
        "section": section,
        "prize": money[0] if money else None,
        "ends": time.attributes.get("datetime") if time is not None else _day(text),
        "summary": paragraphs[-1] if paragraphs else None,
    }


def _is_card(node: LexborNode, path: str) -> bool:
    return not node.css("h2") and all(_path(link) in {None, path} for link in node.css("a[href]"))


def _day(text: str) -> str | None:
    found = _ENDS.search(text)
    if not found:
        return None
    stated = f"{found[1].title()} {found[2]} {found[3]}"
    return datetime.strptime(stated, "%b %d %Y").date().isoformat()  # noqa: DTZ007 -- a day has no zone


def _line(node: LexborNode) -> str:
    return " ".join((node.text(separator=" ") or "").split())


PLATFORM = DrivenData()
