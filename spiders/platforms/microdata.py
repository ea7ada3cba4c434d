"""Microdata and RDFa of a web page in JSON-LD's shape, so that one reader serves all three notations.

Formats: https://html.spec.whatwg.org/multipage/microdata.html and https://www.w3.org/TR/rdfa-lite/.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborHTMLParser, LexborNode

from spiders.platforms.base import Payload


@dataclass(frozen=True, slots=True)
class _Notation:
    """The attributes that say: a thing begins here, it is of this type, this is one of its properties."""

    scope: str
    type: str
    property: str


_NOTATIONS = (_Notation("itemscope", "itemtype", "itemprop"), _Notation("typeof", "typeof", "property"))
#: the attribute that holds a value, by tag; any other tag's value is what it shows
_VALUES = {"meta": "content", "time": "datetime", "link": "href", "img": "src", "data": "value", "meter": "value"}
#: of these the address counts where a link holds them; any other property's link is there for its words
_ADDRESSES = frozenset({"url", "sameAs", "logo", "image", "mainEntityOfPage", "@id"})
#: properties whose markup matters
_HTML = frozenset(
    {
        *("description", "responsibilities", "qualifications", "skills", "experienceRequirements"),
        *("educationRequirements", "jobBenefits", "incentiveCompensation"),
    }
)
_NAME = re.compile(r"[\w:.-]+")
_DEEPEST = 60


def items_of(page: LexborHTMLParser, name: str) -> list[Payload]:
    """Every thing of a schema.org type that the page marks up, in the first notation that has one."""
    for notation in _NOTATIONS:
        nodes = page.css(f"[{notation.type}*={name}]")
        found = [_item(node, notation, 0) for node in nodes if name in _types(node, notation)]
        if found:
            return found
    return []


def _types(node: LexborNode, notation: _Notation) -> list[str]:
    stated = (node.attributes.get(notation.type) or "").split()
    return [each.replace("#", "/").rsplit("/", 1)[-1].rsplit(":", 1)[-1] for each in stated]


def _item(node: LexborNode, notation: _Notation, depth: int) -> Payload:
    """One thing: its properties, a list where it states one several times."""
    item: Payload = {"@type": next(iter(_types(node, notation)), "")}
    for name, value in _properties(node, notation, depth):
        if name not in item:
            item[name] = value
        elif isinstance(item[name], list):
            item[name].append(value)
        else:
            item[name] = [item[name], value]
    return item


def _properties(node: LexborNode, notation: _Notation, depth: int) -> Iterator[tuple[str, Any]]:
    """The properties below a node, down to where another thing begins, and those it refers to elsewhere."""
    waiting = _children(node) + _referred(node)
    while waiting:
        child = waiting.pop(0)
        names = (child.attributes.get(notation.property) or "").split()
        is_thing = notation.scope in child.attributes
        if names and depth < _DEEPEST:
            value = _item(child, notation, depth + 1) if is_thing else None
            for name in names:
                short = name.rsplit("/", 1)[-1].rsplit(":", 1)[-1]
                yield short, _value(child, short) if value is None else value
        if not is_thing:
            waiting[:0] = _children(child)


def _referred(node: LexborNode) -> list[LexborNode]:
    """Microdata's `itemref`: parts of a thing that stand outside it."""
    names = dict.fromkeys((node.attributes.get("itemref") or "").split())
    found = (node.parser.css_first(f'[id="{name}"]') for name in names if _NAME.fullmatch(name))
    return [each for each in found if each is not None and each != node]


def _children(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=False))


def _value(node: LexborNode, name: str) -> str:
    attributes, tag = node.attributes, node.tag or ""
    linked = "href" if tag in {"a", "area"} and name in _ADDRESSES else ""
    stated = next((each for key in ("content", _VALUES.get(tag, linked)) if (each := attributes.get(key))), None)
    if stated is not None:
        return stated
    return (node.inner_html if name in _HTML else node.text(separator=" ")) or ""
