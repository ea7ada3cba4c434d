"""The JSON of a page's `application/ld+json` blocks, mended where it must be. What it says, `json_ld` knows.

Format: https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents.
Quirks: each block is parsed on its own, because one broken block must not spoil the page. Met in the wild: raw line
ends inside texts, comment and CDATA guards, blocks escaped as a whole, commas behind the last entry, escapes that JSON
does not know, several documents in one block, things named once (`@id`) and meant elsewhere.
"""

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from spiders.platforms.base import Payload

_GUARDS = re.compile(r"\A(?:\s|\ufeff|<!--|/\*|//|<!\[CDATA\[|\*/)+|(?:\s|-->|/\*|//|\]\]>|\*/|;)+\Z")
_ESCAPED = re.compile(r"&(?:quot|#34|#x22);", re.IGNORECASE)
_LAST_COMMA = re.compile(r",(?=\s*[}\]])")
#: a pair of backslashes, or one before something that JSON has no escape for: \' \- \x41 \u12
_BACKSLASH = re.compile(r'\\(?:(?P<known>["\\/bfnrt]|u[0-9a-fA-F]{4})|(?P<quote>\')|)')
_BETWEEN = re.compile(r"[\s,;]*")
_DECODER = json.JSONDecoder(strict=False)  # not strict: raw line ends inside texts
_MOST_NODES = 50_000


def json_ld_of(page: LexborHTMLParser) -> Iterator[Any]:
    """The documents of a page's JSON-LD blocks that can be read at all."""
    for script in page.css("script[type]"):
        if "ld+json" in (script.attributes.get("type") or "").lower():
            yield from documents_of(script.text() or "")


def parsed(text: str) -> Any:
    """The first document of a block, None where it has none that can be read."""
    return next(iter(documents_of(text)), None)


def documents_of(text: str) -> list[Any]:
    """The documents of one block, mended where it must be; none where that does not help."""
    bare = _GUARDS.sub("", text)
    escaped = unescape(bare) if _ESCAPED.search(bare) else bare
    plain = _BACKSLASH.sub(_known_escape, escaped)
    attempts = (bare, escaped, _LAST_COMMA.sub("", escaped), plain, _LAST_COMMA.sub("", plain))
    return next((found for attempt in dict.fromkeys(attempts) if (found := _documents(attempt))), [])


def _documents(text: str) -> list[Any]:
    """The documents that stand one behind another, up to the first that is none."""
    found: list[Any] = []
    at = 0
    try:
        while at < len(text):
            document, at = _DECODER.raw_decode(text, at)
            found.append(document)
            at = _BETWEEN.match(text, at).end()  # type: ignore[union-attr] # it matches nothing, too
    except (ValueError, RecursionError):
        pass
    return [document for document in found if isinstance(document, dict | list)]


def _known_escape(match: re.Match[str]) -> str:
    return match[0] if match["known"] else "'" if match["quote"] else r"\\"


def nodes_of(documents: list[Any]) -> Iterator[Payload]:
    """Every object of the documents, the outer before the inner; one that only names another stands for it."""
    nodes = list(_nodes(documents))
    named = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    return ({key: _meant(value, named, key) for key, value in node.items()} for node in nodes)


def _nodes(documents: list[Any]) -> Iterator[Payload]:
    waiting: deque[Any] = deque(documents)
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _meant(value: Any, named: dict[str, Payload], key: str) -> Any:
    """What a property names by `@id` alone. The page itself stays a name: it would hold everything again."""
    if isinstance(value, list):
        return [_meant(each, named, key) for each in value]
    is_name = isinstance(value, dict) and set(value) == {"@id"} and key not in {"mainEntityOfPage", "isPartOf"}
    return named.get(str(value["@id"]), value) if is_name else value
