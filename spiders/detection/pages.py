"""What a careers page gives away about the platform behind it. Pure: the page comes as text, nothing is fetched."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import yaml
from selectolax.lexbor import LexborHTMLParser

from spiders.detection.address import bare_address
from spiders.detection.urls import detect_by_form

_TABLE = Path(__file__).with_name("page_marks.yaml")
_LINKS = {
    "iframe": "src",
    "script": "src",
    "embed": "src",
    "a": "href",
    "area": "href",
    "link": "href",
    "form": "action",
}
_EMBEDDING = frozenset({"iframe", "script", "embed"})
_ADDRESS_IN_TEXT = re.compile(r"(?:https?:)?//(?:[\w-]+\.)+[a-z]{2,}[^\s\"'<>\\)\]}]*", re.IGNORECASE)
_EVIDENCE_CHARS = 160


class Strength(IntEnum):
    """How much a sighting proves, from a platform's name alone up to the page's own address."""

    PLATFORM_ONLY = 0
    STRUCTURED = 1
    MENTIONED = 2
    LINKED = 3
    EMBEDDED = 4
    ADDRESS = 5


@dataclass(frozen=True, slots=True)
class Sighting:
    """A platform seen, the board where it was named, and what was seen."""

    platform: str
    board: str | None
    evidence: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class _Mark:
    platform: str
    pattern: re.Pattern[str]
    board: str | None
    strength: Strength


def recognise(html: str, url: str) -> list[Sighting]:
    """Every board and platform that a page gives away, the strongest evidence first; one sighting a board."""
    text = unescape(html.replace("\\/", "/").replace("\\u002F", "/").replace("\\u002f", "/"))
    found = [*_in_address(url), *_in_links(html, url), *_in_marks(text, url), *_in_text(text)]
    strongest: dict[tuple[str, str], Sighting] = {}
    for sighting in sorted(found, key=lambda sighting: -sighting.strength):
        strongest.setdefault((sighting.platform, (sighting.board or "").casefold()), sighting)
    boards = {sighting.platform for sighting in strongest.values() if sighting.board}
    return [sighting for sighting in strongest.values() if sighting.board or sighting.platform not in boards]


def best_of(sightings: Iterable[Sighting]) -> Sighting | None:
    """The board with the strongest evidence; None where there is none, or several are equally likely."""
    boards = [sighting for sighting in sightings if sighting.board]
    top = max((sighting.strength for sighting in boards), default=None)
    best = [sighting for sighting in boards if sighting.strength is top]
    return best[0] if len(best) == 1 else None


def _evidence(where: str, what: str) -> str:
    return " ".join(f"{where} {what}".split())[:_EVIDENCE_CHARS]


def _in_address(url: str) -> Iterator[Sighting]:
    if found := detect_by_form(url):
        yield Sighting(*found, _evidence("address", url), Strength.ADDRESS)


def _in_links(html: str, url: str) -> Iterator[Sighting]:
    """Boards that the page embeds or links to. Links within the page's own site count: a platform's path tells."""
    page = LexborHTMLParser(html)
    for tag, attribute in _LINKS.items():
        strength = Strength.EMBEDDED if tag in _EMBEDDING else Strength.LINKED
        for target in dict.fromkeys(_targets(page, tag, attribute)):
            if target and (found := detect_by_form(_joined(url, target))):
                yield Sighting(*found, _evidence(tag, target), strength)


def _targets(page: LexborHTMLParser, tag: str, attribute: str) -> Iterator[str | None]:
    """What the tags of a kind point to, now or once somebody scrolls to them."""
    for name in (attribute, f"data-{attribute}"):
        yield from (node.attributes.get(name) for node in page.css(f"{tag}[{name}]"))


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target.strip())
    except ValueError:  # half an IPv6 address, say
        return ""


def _in_marks(text: str, url: str) -> Iterator[Sighting]:
    split = bare_address(url)
    host = split[0] if split else ""
    for mark in _marks():
        if found := mark.pattern.search(text):
            board = mark.board.format_map({"host": host, **found.groupdict()}) if mark.board else None
            yield Sighting(mark.platform, board or None, _evidence("page", found[0]), mark.strength)


def _in_text(text: str) -> Iterator[Sighting]:
    for address in dict.fromkeys(_ADDRESS_IN_TEXT.findall(text)):
        if found := detect_by_form(address):
            yield Sighting(*found, _evidence("text", address), Strength.MENTIONED)


@cache
def _marks() -> tuple[_Mark, ...]:
    return tuple(_mark(row) for row in yaml.safe_load(_TABLE.read_text(encoding="utf-8")))


def _mark(row: dict[str, str]) -> _Mark:
    strength = row.get("strength", "embedded" if "board" in row else "platform_only")
    return _Mark(row["platform"], re.compile(row["mark"], re.IGNORECASE), row.get("board"), Strength[strength.upper()])
