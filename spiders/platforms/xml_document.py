"""XML answers: parsed strictly, so that half a document is an error, and without entities of their own making."""

import re
from xml.etree import ElementTree

from spiders.platforms.base import Answer
from warehouse.errors import PayloadError
from warehouse.vocabulary import RejectReason

_DECLARATION = re.compile(r"<!(?:doctype|entity)", re.IGNORECASE)
_CDATA = re.compile(r"<!\[CDATA\[.*?\]\]>", re.DOTALL)


def root_of(answer: Answer, tag: str) -> ElementTree.Element:
    """The root element of an answer.

    Raises PayloadError(`wrong_type`) where it is not XML, has another root, or declares a document type.
    """
    text = answer.text.strip()
    if _DECLARATION.search(_CDATA.sub("", text)):
        raise PayloadError(RejectReason.WRONG_TYPE, f"it declares a document type: {text[:80]!r}")
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - document types, and with them entities, are refused above
    except (ElementTree.ParseError, ValueError) as error:
        raise PayloadError(RejectReason.WRONG_TYPE, f"not XML ({error}): {text[:80]!r}") from error
    if root.tag != tag:
        raise PayloadError(RejectReason.WRONG_TYPE, f"<{root.tag}> instead of <{tag}>")
    return root


def text_of(element: ElementTree.Element | None, tag: str) -> str | None:
    """The text of a child element; None where it is absent or blank."""
    text = None if element is None else element.findtext(tag)
    return text if text and not text.isspace() else None
