"""schema.org JobPostings in a web page: JSON-LD first, then microdata and RDFa. What they mean, `job_posting` reads.

Format: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents and https://schema.org/JobPosting.
Quirks: `@graph`, lists, postings deep inside other things, keys with a capital first letter, a recommended posting
before the page's own, one posting written once for each of its places.
"""

import math
import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload
from spiders.platforms.json_ld_blocks import json_ld_of, nodes_of
from spiders.platforms.microdata import items_of

_JOB_POSTING = ("JobPosting",)
#: who to write to and who wrote it: persons, and nothing a posting is read for
_PERSONS = frozenset({"applicationContact", "author", "creator", "editor"})
#: what may differ between the copies of one posting, a copy for each of its places
_OF_PLACE = frozenset({"jobLocation", "identifier", "@id"})
_DEEPEST = 50
_SAFE_INTEGER = 2**53


def job_postings(page: LexborHTMLParser) -> list[Payload]:
    """Every JobPosting of a page, in its order."""
    return things_of(page, _JOB_POSTING)


def things_of(page: LexborHTMLParser, names: tuple[str, ...]) -> list[Payload]:
    """Every thing of these types, in the page's order, in JSON-LD's shape. Other notations count where it has none."""
    nodes = nodes_of(list(json_ld_of(page)))
    found = [_tidy(node) for node in nodes if any(is_of_type(node, name) for name in names)]
    return found or [item for name in names for item in items_of(page, name)]


def posting_of_page(html: str, url: str) -> Payload | None:
    """The JobPosting a page is about, None where it has none or where several are equally likely."""
    return thing_of_page(html, url, _JOB_POSTING)


def thing_of_page(html: str, url: str, names: tuple[str, ...]) -> Payload | None:
    """The thing of these types that a page is about, None where it has none or where several are equally likely."""
    page = LexborHTMLParser(html)
    postings = things_of(page, names)
    if len(postings) < 2:
        return postings[0] if postings else None
    headings = _headings(page)
    canonical = page.css_first('link[rel="canonical"]')
    paths = {_path(url), _path((canonical.attributes.get("href") if canonical else None) or url)}
    likeness = [_likeness(posting, paths, headings) for posting in postings]
    best = [posting for posting, each in zip(postings, likeness, strict=True) if each == max(likeness)]
    return best[0] if len(best) == 1 else _in_all_places(best) if max(likeness) else None


def _in_all_places(postings: list[Payload]) -> Payload | None:
    """One posting that is written once for each of its places; None where more than the place differs."""
    rest, *others = ({key: value for key, value in each.items() if key not in _OF_PLACE} for each in postings)
    if any(other != rest for other in others):
        return None
    stated = [each.get("jobLocation") for each in postings]
    places = [place for each in stated for place in (each if isinstance(each, list) else [each]) if place]
    unique = [place for at, place in enumerate(places) if place not in places[:at]]
    return postings[0] | ({"jobLocation": unique if len(unique) > 1 else unique[0]} if unique else {})


def is_of_type(node: Payload, name: str) -> bool:
    """Whether a JSON-LD node is of a schema.org type, alone or among others, by short name or full address."""
    types = node.get("@type", node.get("type"))
    return any(re.split(r"[/:#]", str(each))[-1] == name for each in (types if isinstance(types, list) else [types]))


def _tidy(value: Any, depth: int = 0) -> Any:
    """A value that can be landed: keys begin small, no persons, nothing that JSON cannot carry."""
    if isinstance(value, dict | list) and depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        small = {_text(key[:1].lower() + key[1:]): inner for key, inner in value.items()}
        return {key: _tidy(inner, depth + 1) for key, inner in small.items() if key not in _PERSONS}
    if isinstance(value, list):
        return [_tidy(inner, depth + 1) for inner in value]
    return _text(value) if isinstance(value, str) else _number(value)


def _text(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def _number(value: Any) -> Any:
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return str(value) if type(value) is int and abs(value) > _SAFE_INTEGER else value


def _likeness(posting: Payload, paths: set[str], headings: set[str]) -> int:
    """How much speaks for a posting being the one its page is about: its address, then its title in a heading."""
    stated = [posting.get(key) for key in ("url", "@id", "mainEntityOfPage")]
    address = next((each.get("@id") if isinstance(each, dict) else each for each in stated if each), None)
    same_address = isinstance(address, str) and _path(address) in paths
    title = _words(posting.get("title") or posting.get("name"))
    similar = any(f" {title} " in f" {each} " or f" {each} " in f" {title} " for each in headings) if title else False
    return 4 * same_address + 2 * (title in headings) + similar


def _headings(page: LexborHTMLParser) -> set[str]:
    """What the page calls itself: its headings, and its title without the name of the site."""
    texts = [heading.text() for heading in page.css("h1")]
    for title in page.css("title"):
        texts += [title.text(), *re.split(r"\s[|\u2013\u2014-]\s|\s(?:at|bei|chez)\s", title.text())[:1]]
    return {words for text in texts if (words := _words(text))}


def _words(text: Any) -> str:
    return " ".join(re.findall(r"\w+", unescape(text).casefold())) if isinstance(text, str) else ""


def _path(url: str) -> str:
    try:
        return urlsplit(url.replace("&amp;", "&")).path.rstrip("/")
    except ValueError:
        return url
