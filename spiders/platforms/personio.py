"""Personio job pages.

API: https://developer.personio.de/docs/retrieving-open-job-positions (public XML, no key, one answer a language).
Access: 429 comes after a handful of requests, so be slow; robots.txt is each board's own and a crawl obeys it.
Quirks: the feed must be switched on, else the board leads to a marketing page. Without `language` it is German. A
posting may have its text in another language than asked for: `page` then asks for the next one, once for all postings
that lack theirs. An id may be repeated. There is no word about remote work but an office named so, and no update stamp.
"""

import re
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit
from xml.etree.ElementTree import Element

from spiders.platforms.base import Answer, Fetch, Page, Payload, Platform, Source
from spiders.platforms.parsing import optional_text, required_text
from spiders.platforms.xml_document import root_of, text_of
from warehouse.readings import PayReading, PlaceReading, PostingReading

_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_BOARD = re.compile(_LABEL, re.IGNORECASE)
#: the languages asked for, in this order, until every posting has its text
_LANGUAGES = ("en", "de", "es", "fr")
_NEXT = dict(pairwise(_LANGUAGES))


class Personio(Platform):
    """Postings of one Personio board."""

    name = "personio"
    careers_page = "https://{board}.jobs.personio.com"
    url_patterns: ClassVar[tuple[str, ...]] = (
        rf"^(?P<board>{_LABEL})\.jobs\.personio\.(?:com|de)(?::443)?(?=[/?#]|$)",
    )
    delay_s = 2.0

    def requests(self, source: Source) -> Iterator[Fetch]:
        """The English feed. Raises ValueError where the board is no name of a host."""
        yield _feed(source.board, _LANGUAGES[0])

    def page(self, source: Source, answer: Answer) -> Page:
        """Each position once; those without a text in this language wait for the next one."""
        language = parse_qs(urlsplit(answer.url).query).get("language", [""])[0]
        positions = _once(
            [_position(element, language) for element in root_of(answer, "workzag-jobs").iterfind("position")]
        )
        if answer.carried is not None:
            in_this_language = {position.get("id"): position for position in positions if position["jobDescriptions"]}
            positions = [in_this_language.get(each.get("id"), each) for each in answer.carried["positions"]]
        following = _NEXT.get(language)
        page = Page([each for each in positions if each["jobDescriptions"] or not following])
        waiting = [each for each in positions if not each["jobDescriptions"]]
        if following and waiting:
            page.follow.append(_feed(source.board, following, {"positions": waiting}))
        return page

    def identifier(self, payload: Payload) -> str:
        """The position's number."""
        return required_text(payload, "id")

    def read(self, source: Source, payload: Payload) -> PostingReading:
        """One position as stated."""
        identifier = self.identifier(payload)
        query = f"?language={payload['language']}" if optional_text(payload.get("language")) else ""
        offices = dict.fromkeys((payload.get("office"), *(payload.get("additionalOffices") or ())))
        terms = (payload.get("employmentType"), payload.get("schedule"))
        return PostingReading(
            identifier=identifier,
            title=required_text(payload, "name"),
            url=f"https://{_name(source.board)}.jobs.personio.com/job/{_number(identifier)}{query}",
            company=optional_text(payload.get("subcompany")),
            department=optional_text(payload.get("department")),
            places=[PlaceReading(office) for office in offices if optional_text(office)],
            employment_type="; ".join(filter(None, map(optional_text, terms))) or None,
            pays=_pays(payload.get("salaryInformation") or {}),
            description_html=_description(payload.get("jobDescriptions") or []),
            posted=payload.get("createdAt"),
        )


def _name(board: str) -> str:
    if not _BOARD.fullmatch(board):
        raise ValueError(f"{board!r} is no name of a host under jobs.personio.com")
    return board


def _number(identifier: str) -> str:
    if not identifier.isdecimal():
        raise ValueError(f"id {identifier[:40]!r} is no number")
    return identifier


def _feed(board: str, language: str, carried: Payload | None = None) -> Fetch:
    url = f"https://{_name(board)}.jobs.personio.com/xml?language={language}"
    return Fetch(url, headers={"Accept": "application/xml"}, carried=carried)


def _position(element: Element, language: str) -> Payload:
    fields = {child.tag: _value(child) for child in element}
    sections = [
        {"name": text_of(section, "name"), "value": text}
        for section in element.iterfind("jobDescriptions/jobDescription")
        if (text := text_of(section, "value"))
    ]
    offices = [office.text for office in element.iterfind("additionalOffices/office")]
    return {**fields, "additionalOffices": offices, "jobDescriptions": sections, "language": language or None}


def _value(element: Element) -> str | Payload | None:
    """The text of an element, or those of its children."""
    return {child.tag: optional_text(child.text) for child in element} or optional_text(element.text)


def _once(positions: list[Payload]) -> list[Payload]:
    """The first position of each id, in their order; those without an id all stay, to be rejected."""
    keys = [position.get("id") for position in positions]
    return [each for number, each in enumerate(positions) if not keys[number] or keys.index(keys[number]) == number]


def _pays(stated: Payload) -> list[PayReading]:
    """The range; `type` is its period ("yearly")."""
    minimum, maximum = optional_text(stated.get("min")), optional_text(stated.get("max"))
    if minimum is None and maximum is None:
        return []
    currency = optional_text(stated.get("currencyCode")) or optional_text(stated.get("currencySymbol"))
    return [PayReading(minimum, maximum, currency, optional_text(stated.get("type")))]


def _description(sections: list[Payload]) -> str | None:
    html = []
    for section in sections:
        name = optional_text(section.get("name"))
        html.append((f"<h3>{escape(name, quote=False)}</h3>" if name else "") + (section.get("value") or ""))
    return "\n".join(filter(None, html)) or None


PLATFORM = Personio()
